import type { Article } from "../content/schema/article.ts";

/** Every question that an article answers, as staff wrote them and as others typed them. */
export function allQuestions({ questions, typed }: Article): string[] {
  return [...questions, ...Object.values(typed).flat()];
}

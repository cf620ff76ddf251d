import type { Content } from "../../content/content.ts";
import { UNKNOWN_OPTION } from "../../content/schema/id.ts";
import type { Question } from "../../content/schema/question.ts";

/** The chosen options in words, in the order of the question; those of a ranking with their place. */
export function optionText(question: Question, chosen: readonly string[]): string {
  if (question.kind === "ranking") return rankingText(question, chosen);
  return question.options
    .filter((option) => chosen.includes(option.id))
    .map((option) => option.text)
    .join(", ");
}

function rankingText({ options }: Question, chosen: readonly string[]): string {
  const texts = chosen.flatMap((id) => options.find((option) => option.id === id)?.text ?? []);
  return chosen.includes(UNKNOWN_OPTION)
    ? texts.join()
    : texts.map((text, index) => `${index + 1}. ${text}`).join(", ");
}

/** An answer in words: the question's label and what was chosen. */
export function answerText(content: Content, id: string, chosen: readonly string[]): string {
  const question = content.questions.get(id);
  return question ? `${question.label}: ${optionText(question, chosen)}` : id;
}

/** Where a statement comes from, in words. */
export function sourceText(content: Content, source: { document: string; place?: string | undefined }): string {
  const title = content.sources.get(source.document)?.title ?? source.document;
  return source.place ? `${title}, ${source.place}` : title;
}

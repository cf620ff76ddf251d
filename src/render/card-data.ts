import type { Content } from "../content/content.ts";
import { sentence } from "../conversation/views/sentence.ts";
import type { View } from "../conversation/views/view.ts";
import type { QuestionView } from "../conversation/views/walk-cards.ts";

/** What a template sees: the fields of the view, all texts, and what a template cannot put together itself. */
export function cardData(view: View, content: Content): Record<string, unknown> {
  const data = { ...view, texts: content.texts };
  return view.card === "question" ? { ...data, progressText: progressText(view, content) } : data;
}

function progressText({ progress: { number, min, max } }: QuestionView, content: Content): string {
  const key = min === max ? "question.progress" : "question.progress-range";
  return sentence(content, key, { nummer: String(number), min: String(min), max: String(max) });
}

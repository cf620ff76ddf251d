import type { Texts } from "../content/content.ts";
import { findText } from "../content/find-text.ts";

/** A placeholder for a fixed text, as in `${texts.common.stop}` or `${$root.texts.common.stop}`. */
const TEXT_PLACEHOLDER = /\$\{(?:\$root\.)?texts\.([A-Za-z][\w.]*)\}/g;

/**
 * A copy of a card template in which the fixed texts stand themselves. They never change within a version of the
 * content, and filling them in once saves half of the work of every card. What is no text stays a placeholder.
 */
export function bakeTexts(template: unknown, texts: Texts): unknown {
  if (typeof template === "string") {
    return template.replace(TEXT_PLACEHOLDER, (placeholder, path: string) => plainText(texts, path) ?? placeholder);
  }
  if (Array.isArray(template)) return template.map((item) => bakeTexts(item, texts));
  if (typeof template !== "object" || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, bakeTexts(value, texts)]));
}

function plainText(texts: Texts, path: string): string | undefined {
  const found = findText(texts, path.split("."));
  // A text with a placeholder of its own must not become part of the template.
  return typeof found === "string" && !found.includes("${") ? found : undefined;
}

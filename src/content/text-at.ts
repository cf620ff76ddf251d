import { AppError } from "../errors.ts";
import type { Content } from "./content.ts";
import { findText } from "./find-text.ts";

/**
 * The text under a key such as `welcome.title`.
 * @throws AppError TEXT_MISSING when the key is not in `dialogs/texts/`
 */
export function textAt(content: Pick<Content, "texts">, key: string): string {
  const found = findText(content.texts, key.split("."));
  if (typeof found === "string") return found;
  throw new AppError("TEXT_MISSING", `De tekst "${key}" ontbreekt.`, "Voeg hem toe in dialogs/texts.");
}

/** A text with `{name}` filled in from `values`. */
export function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{([a-z]+)\}/g, (whole, name) => values[name] ?? whole);
}

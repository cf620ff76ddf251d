import type { Texts } from "./content.ts";

/** The sentence or group of sentences at `keys` in `dialogs/texts/`; undefined when there is none. */
export function findText(texts: Texts, keys: readonly string[]): string | Texts | undefined {
  return keys.reduce<string | Texts | undefined>(
    (level, key) => (typeof level === "object" ? level[key] : undefined),
    texts,
  );
}

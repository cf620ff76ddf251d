/** A word in a text that not everybody knows, as it stands there, and what to write instead. */
export interface HardWord {
  word: string;
  plain: string;
}

/**
 * Makes what finds hard words in a text, each once, in the order in which they come.
 * @param lines as in `dialogs/hard-words.yaml`: `adequaat, adequate = goed, passend`; one of another shape is passed over
 */
export function hardWordFinder(lines: readonly string[]): (text: string) => HardWord[] {
  const plain = new Map(lines.flatMap(formsIn));
  if (plain.size === 0) return () => [];
  // Of two that begin alike, such as `inherent aan` and `inherent`, the longest.
  const forms = [...plain.keys()].sort((a, b) => b.length - a.length).map(RegExp.escape);
  const any = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${forms.join("|")})(?![\\p{L}\\p{N}-])`, "giu");
  return (text) => {
    const found = new Map((text.normalize("NFC").match(any) ?? []).map((word) => [word.toLowerCase(), word]));
    return [...found].map(([form, word]) => ({ word, plain: plain.get(form) ?? "" }));
  };
}

function formsIn(line: string): [string, string][] {
  const [forms = "", plain = ""] = line.normalize("NFC").split("=");
  const trimmed = forms.split(",").map((form) => form.trim().toLowerCase());
  return trimmed.filter((form) => form !== "" && plain.trim() !== "").map((form) => [form, plain.trim()]);
}

/**
 * Typed text as it is compared with `dialogs/commands.yaml`: lower case, without accents and without
 * punctuation except `+` (of MDA++), with single spaces. "TOP-3!" becomes "top3".
 */
export function normalise(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}+\s]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}

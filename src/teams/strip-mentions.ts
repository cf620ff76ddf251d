/**
 * What a person typed without the names they addressed: Teams puts every mention in the text as `<at>name</at>`.
 * Returns the rest with single spaces; empty when only mentions were typed.
 */
export function stripMentions(text: string): string {
  return text
    .replace(/<at\b[^>]*>.*?<\/at>/gis, " ")
    .replace(/&nbsp;|\s+/gi, " ")
    .trim();
}

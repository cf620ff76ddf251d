/**
 * One key for the spellings of the same name: "Soufyan" and "Soufiane" differ, "Soufyan" and "Soufian" do not.
 * For names from Arabic, Turkish and other languages, that are written in Dutch in several ways.
 */
export function spellingKey(key: string): string {
  return key
    .replace(/sch|sh|sj/g, "ch")
    .replace(/ph/g, "f")
    .replace(/([tkg])h/g, "$1")
    .replace(/dj/g, "j")
    .replace(/ck|q|c(?!h)/g, "k")
    .replace(/ou|oe/g, "u")
    .replace(/ie|ij|y/g, "i")
    .replace(/(.)\1+/g, "$1")
    .replace(/(?<=.)h$/, "");
}

/** Somebody else whom the same sentence could be about, by its first word. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  hij: ["haar man", "vader"],
  ze: ["mijn cliënt", "moeder"],
  zij: ["mijn cliënt", "moeder"],
  vader: ["hij"],
  moeder: ["ze"],
};

/** The same sentence as others would type it: about somebody else, as told by somebody, cut off, or in the middle of more. */
export function retell(sentence: string): string[] {
  const [first = "", ...more] = plain(sentence).split(" ");
  const rest = more.join(" ");
  const others = (OTHERS[first.toLowerCase()] ?? []).map((other) => `${other} ${rest}`);
  const told = `${first} ${rest}`.trim();
  return [
    ...others,
    `vanochtend gehoord: ${told}`,
    `${told}, zegt moeder`,
    ...(more.length > 2 ? [rest] : []),
    `we hadden het over school en ${told} en morgen belt de juf`,
  ];
}

/** The same question as others would ask it. */
export function askOtherwise(question: string): string[] {
  const asked = plain(question);
  return [`ik wil graag weten: ${asked}`, `weet jij ${asked}`, `${asked} bij dit gezin`];
}

function plain(text: string): string {
  return text
    .trim()
    .replace(/[.!?]+$/, "")
    .replaceAll(/\s+/g, " ");
}

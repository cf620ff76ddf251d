import { comparable } from "../language/normalise.ts";

/** Before a phrase, in the same part of a sentence, these deny it, doubt it, ask for it or make it depend on something. */
const RESERVATIONS = new Set(
  "niet nooit geen pas tot totdat of als wanneer zodra voordat hoe wat waarom welke wie".split(" "),
);

/** Words between the words of a phrase that change nothing: "het is nu weer veilig". */
const FILLERS = new Set(
  "nu weer dan dus echt heel helemaal gewoon wel zeker ook al inmiddels voorlopig hier daar allemaal vandaag".split(
    " ",
  ),
);

/** Where a new statement begins inside a sentence. What stands before it, "niet" included, does not reach further. */
const CLAUSE_END = /[,;:()–—]|\s-\s|\b(?:en|maar|want|dus|omdat)\b/iu;

const SENTENCES = new Intl.Segmenter("nl", { granularity: "sentence" });

/**
 * Makes a finder of phrases that a text states as a fact, in any part of any sentence. A question states nothing, and
 * neither does a part that has a reservation before the phrase. Filler words between do not matter.
 */
export function createPromiseFinder(phrases: readonly string[]): (text: string) => string[] {
  const wanted = phrases.map((phrase) => ({ phrase, words: ` ${essence(phrase).join(" ")} ` }));
  return (text) => {
    const clauses = statementsIn(text).map((clause) => ({ words: ` ${essence(clause).join(" ")} ` }));
    return wanted
      .filter(({ words }) => clauses.some((clause) => states(clause.words, words)))
      .map(({ phrase }) => phrase);
  };
}

function states(clause: string, phrase: string): boolean {
  const at = clause.indexOf(phrase);
  if (at < 0) return false;
  const before = clause.slice(0, at).split(" ");
  return !before.some((word) => RESERVATIONS.has(word));
}

function statementsIn(text: string): string[] {
  const sentences = text.split("\n").flatMap((line) => [...SENTENCES.segment(line)].map(({ segment }) => segment));
  return sentences
    .filter((sentence) => !sentence.trimEnd().endsWith("?"))
    .flatMap((sentence) => sentence.split(CLAUSE_END));
}

function essence(text: string): string[] {
  return comparable(text.replace(/[-–—/]/g, " "))
    .split(" ")
    .filter((word) => word !== "" && !FILLERS.has(word));
}

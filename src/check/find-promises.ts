import { PROMISES, type PromiseKind } from "../content/floor/promises.ts";
import { comparable } from "../language/normalise.ts";

/** These doubt what follows in the same part of a sentence, ask for it, aim at it or make it depend on something. */
const DOUBTS = words("pas tot totdat of als wanneer zodra voordat hoe wat waarom welke wie waar waarmee zodat zorg om");
const DENIALS = words("niet nooit geen niemand niets");
/** What should or would be is not so. */
const WISHES = words("moet moeten wil wilt willen zou zouden hoort horen");

/** Words between the words of a phrase that change nothing: "het is nu weer veilig". */
const FILLERS = words(
  "nu weer dan dus echt heel erg helemaal gewoon wel zeker ook al meer inmiddels voorlopig rustig hier daar thuis allemaal vandaag nog even best volkomen absoluut totaal gelukkig eigenlijk verder vooral hiervoor daarvoor",
);

/** Where a new statement begins inside a sentence. What stands before it, "niet" included, does not reach further. */
const CLAUSE_END = /[,;:()–—]|\s-\s|\b(?:en|maar|want|dus|omdat)\b/iu;

/** An aside, of which the sentence around it goes on: "Het is (gelukkig) veilig". */
const ASIDE = /\([^)]*\)|,[^,]{1,25},/gu;

/** A sentence that begins so states something, even when it ends with a question mark: "Het is veilig, toch?" */
const STATES = words("het de een er je jij u hij zij ze we wij dit dat deze die iedereen niemand niets alles ja nee");

/** Lines that belong together on a screen: only an empty line or a new point of a list ends a sentence. */
const PARAGRAPH_END = /\n\s*\n|\n(?=\s*(?:[-*•]|\d+[.)])\s)/u;

const SENTENCES = new Intl.Segmenter("nl", { granularity: "sentence" });

/** The organisation, not a home that is safe. */
const VEILIG_THUIS = /\bV(?:eilig|EILIG) T(?:huis|HUIS)\b/gu;

/**
 * Makes a finder of what a text states as a fact, in any part of any sentence, and may not: the promises of the floor, and
 * `phrases`. A question states nothing, and neither does a part that denies or doubts it. Filler words between do not
 * matter. Gives what was found, in Dutch.
 */
export function createPromiseFinder(phrases: readonly string[]): (text: string) => string[] {
  const wanted = phrases.map((phrase) => ({ phrase, words: ` ${essence(phrase)} ` }));
  return (text) => {
    const clauses = [...new Set(clausesIn(text).map(essence))];
    const said = wanted.filter(({ words }) => clauses.some((clause) => saysPhrase(` ${clause} `, words)));
    const promised = PROMISES.filter((kind) => clauses.some((clause) => makesPromise(clause, kind)));
    return [...said.map(({ phrase }) => `"${phrase}"`), ...promised.map(({ about }) => about)];
  };
}

function saysPhrase(clause: string, phrase: string): boolean {
  const at = clause.indexOf(phrase);
  return at >= 0 && !hasAny(clause.slice(0, at), DOUBTS, DENIALS);
}

function makesPromise(clause: string, { words, deniable }: PromiseKind): boolean {
  if (clause.search(words) < 0) return false;
  return [...clause.matchAll(words)].some(({ 0: match, index }) => {
    const before = clause.slice(0, index);
    if (hasAny(before, DOUBTS, DENIALS)) return false;
    return !deniable || !hasAny(`${before} ${match}`, DENIALS, WISHES);
  });
}

function hasAny(text: string, ...sets: ReadonlySet<string>[]): boolean {
  return text.split(" ").some((word) => sets.some((set) => set.has(word)));
}

/** Each part of each sentence that states something, and each sentence without its asides. */
function clausesIn(text: string): string[] {
  const sentences = text
    .replace(VEILIG_THUIS, "VeiligThuis")
    .split(PARAGRAPH_END)
    .flatMap((paragraph) => [...SENTENCES.segment(paragraph.replace(/\s*\n\s*/g, " "))].map(({ segment }) => segment));
  return sentences
    .filter((sentence) => !asks(sentence))
    .flatMap((sentence) => [sentence, sentence.replace(ASIDE, " ")])
    .flatMap((sentence) => sentence.split(CLAUSE_END));
}

function asks(sentence: string): boolean {
  const [first = ""] = comparable(sentence).split(" ");
  return sentence.trimEnd().endsWith("?") && !STATES.has(first);
}

function essence(text: string): string {
  return comparable(text.replace(/[-–—/]/g, " "))
    .split(" ")
    .filter((word) => !FILLERS.has(word))
    .join(" ");
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

import { UNKNOWN_OPTION } from "../../content/schema/id.ts";
import type { Data } from "../edit/emit-yaml.ts";
import { field, idsIn, listIn, textIn } from "./thing.ts";

/** From `min` to `max` answers of a set were chosen for one question; "weet ik niet" is an answer like the others here. */
export interface Chosen {
  question: string;
  /** The set is all answers but these. */
  but: boolean;
  options: readonly string[];
  min: number;
  max: number;
}

/** A condition without `none` and without "weet ik niet" that is meant but not written. */
export type Term = Chosen | { word: "en" | "of"; parts: readonly Term[] };

interface Reading {
  /** Whether it also counts when a "weet ik niet" leaves it open, as for asking a question. */
  unknownCounts: boolean;
  /** Whether an answer of a question is never chosen together with another. */
  isAlone(question: string, option: string): boolean;
}

const ANY = Number.POSITIVE_INFINITY;

/**
 * What a condition says of the answers that were given, just as `conditions/evaluate.ts` counts them: there a part is
 * open when "weet ik niet" was chosen and no answer that it asks for.
 */
export function termOf(condition: Data | undefined, reading: Reading, isDenied = false): Term {
  const all = field(condition, "all") !== undefined;
  const isNone = field(condition, "none") !== undefined;
  if (!all && !isNone && field(condition, "any") === undefined) return ofRule(condition, reading, isDenied);
  const denied = isDenied !== isNone;
  const parts = listIn(condition, all ? "all" : isNone ? "none" : "any");
  const terms = parts.map((part) => termOf(part, reading, denied));
  return joined(all !== denied ? "en" : "of", terms, reading);
}

function ofRule(rule: Data | undefined, { unknownCounts, isAlone }: Reading, isDenied: boolean): Term {
  const question = textIn(rule, "question");
  const but = field(rule, "any-but") !== undefined;
  const named = idsIn(field(rule, but ? "any-but" : "is"));
  // "Weet ik niet" is never meant by "any-but".
  const options = but ? [...new Set([...named, UNKNOWN_OPTION])] : named;
  const least = Number(field(rule, "at-least") ?? 1);
  const counts = isDenied ? { min: 0, max: least - 1 } : { min: least, max: ANY };
  const chosen: Chosen = { question, but, options, ...counts };
  const isUnfinished = !but && named.length === 0;
  // Open is neither yes nor no: a denial does not hold then, unless open counts.
  if (isUnfinished || isDenied === unknownCounts) return chosen;
  const unknown: Chosen = {
    question,
    but: false,
    options: [UNKNOWN_OPTION],
    min: isDenied ? 0 : 1,
    max: isDenied ? 0 : ANY,
  };
  return joined(isDenied ? "en" : "of", [chosen, unknown], { unknownCounts, isAlone });
}

/** One or more parts as one term: what says something of the same question is said in one go where that can be done. */
function joined(word: "en" | "of", terms: readonly Term[], reading: Reading): Term {
  const flat = terms.flatMap((term) => ("word" in term && term.word === word ? term.parts : [term]));
  const parts = flat.reduce<Term[]>((done, term) => added(done, term, word, reading), []);
  if (parts.length < flat.length) return joined(word, parts, reading);
  const [only] = parts;
  return only && parts.length === 1 ? only : { word, parts };
}

function added(done: readonly Term[], term: Term, word: "en" | "of", reading: Reading): Term[] {
  for (const [index, other] of done.entries()) {
    const both = word === "of" ? either(other, term) : asWell(other, term, reading);
    if (both) return done.with(index, both);
  }
  return [...done, term];
}

function either(a: Term, b: Term): Chosen | undefined {
  if ("word" in a || "word" in b || a.question !== b.question) return undefined;
  return isSome(a) && isSome(b) ? union(a, b) : undefined;
}

/** Both as one; undefined when that cannot be. */
function asWell(a: Term, b: Term, reading: Reading): Term | undefined {
  if ("word" in b) return undefined;
  if ("word" in a) return eachAsWell(a.parts, b, reading);
  return a.question === b.question ? bothChosen(a, b, reading) : undefined;
}

/** Each of what can be the case, without the answers that were not given. */
function eachAsWell(cases: readonly Term[], no: Chosen, reading: Reading): Term | undefined {
  const isGiven = (one: Term) => "word" in one || one.question !== no.question || !isNone(no) || !isWithin(one, no);
  const left = cases.filter(isGiven).map((one) => asWell(one, no, reading));
  const all = left.filter((one) => one !== undefined);
  return all.length === left.length && all.length > 0 ? joined("of", all, reading) : undefined;
}

function isWithin(one: Chosen, no: Chosen): boolean {
  return one.min > 0 && !one.but && !no.but && one.options.every((option) => no.options.includes(option));
}

function bothChosen(a: Chosen, b: Chosen, { isAlone }: Reading): Chosen | undefined {
  if (isNone(a) && isNone(b)) return union(a, b);
  if (isSame(a, b) && Math.max(a.min, b.min) <= Math.min(a.max, b.max))
    return { ...a, min: Math.max(a.min, b.min), max: Math.min(a.max, b.max) };
  const [yes, no] = isNone(b) ? [a, b] : [b, a];
  if (!isNone(no) || yes.min === 0) return undefined;
  // Who chose one of these did not choose an answer that stands alone.
  const left = minus(yes, no);
  const still = no.options.filter((option) => !isAlone(no.question, option));
  if (no.but || (!left.but && left.options.length === 0)) return undefined;
  return still.length === 0 ? left : undefined;
}

function isSome({ min, max }: Chosen): boolean {
  return min === 1 && max === ANY;
}

function isNone({ max }: Chosen): boolean {
  return max === 0;
}

function isSame(a: Chosen, b: Chosen): boolean {
  return a.but === b.but && a.options.length === b.options.length && a.options.every((id) => b.options.includes(id));
}

function union(a: Chosen, b: Chosen): Chosen {
  if (!a.but && !b.but) return { ...a, options: [...new Set([...a.options, ...b.options])] };
  if (a.but && b.but) return { ...a, options: a.options.filter((id) => b.options.includes(id)) };
  const [wide, some] = a.but ? [a, b] : [b, a];
  return { ...wide, options: wide.options.filter((id) => !some.options.includes(id)) };
}

function minus(yes: Chosen, no: Chosen): Chosen {
  if (yes.but) return { ...yes, options: [...new Set([...yes.options, ...no.options])] };
  return { ...yes, options: yes.options.filter((id) => !no.options.includes(id)) };
}

import { type Answers, evaluate } from "../conditions/evaluate.ts";
import { type Ground, grounds, openQuestions } from "../conditions/grounds.ts";
import type { Signal, SignalsFile } from "../content/schema/signal.ts";
import { isPreferred, isSuggestion, urgency } from "./levels.ts";
import { claimsOfAdvice, claimsOfSignal, contradict, exceptionsOf, isSaid } from "./premises.ts";

/** A signal that is certain, with the answers it rests on. */
export interface Suggestion {
  signal: Signal;
  group: string;
  because: Ground[];
  /** The lines that may be said now. */
  advice: string[];
}

/** A signal that "weet ik niet" leaves open. */
export interface OpenSignal {
  signal: Signal;
  group: string;
  findOut: string[];
}

export interface Suggestions {
  /** Most urgent first. */
  certain: Suggestion[];
  /** Rows that inform and are no suggestion. */
  info: Suggestion[];
  possible: OpenSignal[];
}

/** A signal and the group it stands in. */
export type GroupedSignal = Pick<Suggestion, "signal" | "group">;

/** The suggestions that are certain, in the order of `suggest`, without their grounds and advice: these take most of the work. */
export function certainSignals(groups: readonly SignalsFile[], answers: Answers): GroupedSignal[] {
  return shownRows(groups, answers)
    .filter(({ signal }) => isSuggestion(signal.level))
    .sort(byUrgency);
}

/**
 * What the answers give. Rows are independent; the most urgent comes first, and rows of equal urgency keep the order of
 * the files, with those of long ago last. A line is left out when what it presupposes does not hold, and a row that is only possible when one that is
 * certain says as much or the contrary.
 */
export function suggest(groups: readonly SignalsFile[], answers: Answers): Suggestions {
  const exceptions = exceptionsOf(groups);
  const shown = shownRows(groups, answers).map(({ signal, group }) => ({
    signal: isPast(signal, answers) ? { ...signal, ...titleAndNext(signal) } : signal,
    group,
    because: grounds(signal.when, answers),
    advice: signal.advice.filter((advice) => isSaid(advice, exceptions, answers)),
  }));
  const claims = shown.flatMap(({ signal, advice }) => [claimsOfSignal(signal), ...advice.map(claimsOfAdvice)]);
  const open = groups
    .flatMap(({ group, signals }) => signals.map((signal) => ({ signal, group })))
    .filter(({ signal }) => isSuggestion(signal.level) && evaluate(signal.when, answers) === "unknown")
    .filter((row) => !isSurpassed(row, shown))
    .filter(({ signal }) => !claims.some((claim) => contradict(claim, claimsOfSignal(signal))));
  const suggestions = shown.map((row) => ({ ...row, advice: row.advice.map(({ text }) => text) }));
  return {
    certain: suggestions.filter(({ signal }) => isSuggestion(signal.level)).sort(byUrgency),
    info: suggestions.filter(({ signal }) => !isSuggestion(signal.level)),
    possible: firstOfEach(
      open.map(({ signal, group }) => ({ signal, group, findOut: openQuestions(signal.when, answers) })),
    ),
  };
}

/** The signals that fire, those of long ago last, without those that another of their group says more than. */
function shownRows(groups: readonly SignalsFile[], answers: Answers): GroupedSignal[] {
  return groups
    .flatMap(({ group, signals }) => {
      const fired = signals.filter(({ when }) => evaluate(when, answers) === "true");
      const shown = fired.filter((signal) => !fired.some((other) => isPreferred(other, signal)));
      return shown.map((signal) => ({ signal, group }));
    })
    .sort((a, b) => Number(isPast(a.signal, answers)) - Number(isPast(b.signal, answers)));
}

function isPast({ past }: Signal, answers: Answers): boolean {
  return past !== undefined && evaluate(past.when, answers) === "true";
}

function titleAndNext({ past, title, next }: Signal): Pick<Signal, "title" | "next"> {
  return { title: past?.title ?? title, next: past?.next ?? next };
}

/** What is only possible says nothing new beside what is certain, as urgent and about the same. */
function isSurpassed({ signal, group }: GroupedSignal, shown: readonly GroupedSignal[]): boolean {
  return shown.some(
    (other) =>
      other.group === group && isSuggestion(other.signal.level) && urgency(other.signal.level) >= urgency(signal.level),
  );
}

/** Signals of one group that hang on the same questions are one thing to find out: the first stands for all. */
function firstOfEach(open: OpenSignal[]): OpenSignal[] {
  const keys = open.map(({ group, findOut }) => [group, ...findOut].join());
  return open.filter((_signal, index) => keys.indexOf(keys[index] ?? "") === index);
}

/** Stable: rows of equal urgency keep the order of the files. */
function byUrgency(a: GroupedSignal, b: GroupedSignal): number {
  return urgency(b.signal.level) - urgency(a.signal.level);
}

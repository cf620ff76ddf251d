import { type Answers, evaluate } from "../conditions/evaluate.ts";
import { type Ground, grounds, openQuestions } from "../conditions/explain.ts";
import type { Signal, SignalsFile } from "../content/schema/signal.ts";
import { isSuggestion, rank } from "./levels.ts";

/** A signal that is certain, with the answers it rests on. */
export interface Suggestion {
  signal: Signal;
  group: string;
  because: Ground[];
  /** The advice that may be given now: without talking to the family as long as that may be dangerous. */
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

/**
 * What the answers give. Rows are independent; the most urgent comes first, and the warning not to
 * talk with the family comes before everything but level `nu` (domain notes, section 8).
 */
export function suggest(groups: readonly SignalsFile[], answers: Answers): Suggestions {
  const all = groups.flatMap((group) => group.signals.map((signal) => ({ signal, group: group.group })));
  const fired = all.filter(({ signal }) => evaluate(signal.when, answers) === "true");
  const silent = fired.some(({ signal }) => signal["silences-family-talk"]);
  const shown = fired
    .filter((row) => !yieldsTo(row, fired))
    .map(({ signal, group }) => ({
      signal,
      group,
      because: grounds(signal.when, answers),
      advice: advice(signal, silent),
    }));
  const open = all.filter(({ signal }) => isSuggestion(signal.level) && evaluate(signal.when, answers) === "unknown");
  return {
    certain: shown.filter(({ signal }) => isSuggestion(signal.level)).sort(byUrgency),
    info: shown.filter(({ signal }) => !isSuggestion(signal.level)),
    possible: firstOfEach(
      open
        .filter((row) => !yieldsTo(row, fired))
        .map(({ signal, group }) => ({ signal, group, findOut: openQuestions(signal.when, answers) })),
    ),
  };
}

interface Row {
  signal: Signal;
  group: string;
}

function yieldsTo({ signal, group }: Row, fired: Row[]): boolean {
  return (
    signal.yields &&
    fired.some(
      (other) => other.group === group && !other.signal.yields && rank(other.signal.level) >= rank(signal.level),
    )
  );
}

/** Signals of one group that hang on the same questions are one thing to find out: the first stands for all. */
function firstOfEach(open: OpenSignal[]): OpenSignal[] {
  const keys = open.map(({ group, findOut }) => [group, ...findOut].join());
  return open.filter((_signal, index) => keys.indexOf(keys[index] ?? "") === index);
}

function advice(signal: Signal, silent: boolean): string[] {
  return signal.advice.filter((step) => !(silent && step["talks-with-family"])).map((step) => step.text);
}

/** Stable: rows of equal urgency keep the order of the files. */
function byUrgency(a: Suggestion, b: Suggestion): number {
  const levels = rank(b.signal.level) - rank(a.signal.level);
  const nu = rank("nu");
  if (rank(a.signal.level) === nu || rank(b.signal.level) === nu) return levels;
  return Number(b.signal["silences-family-talk"]) - Number(a.signal["silences-family-talk"]) || levels;
}

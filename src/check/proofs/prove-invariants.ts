import { atoms } from "../../conditions/atoms.ts";
import { type Answers, evaluate } from "../../conditions/evaluate.ts";
import type { Questions } from "../../content/content.ts";
import type { Condition } from "../../content/schema/condition.ts";
import type { Invariant, Level, Signal, SignalsFile } from "../../content/schema/signal.ts";
import { isPreferred, isSuggestion, urgency } from "../../signals/levels.ts";
import { answerSpace } from "./answer-space.ts";
import { searchAnswers } from "./search-answers.ts";

/** An invariant that does not hold, with answers that show it. */
export interface BrokenInvariant {
  invariant: string;
  about: string;
  counterExample: Answers;
}

/**
 * Proves every invariant over every possible set of answers, also partial ones, and also sets that no
 * walk reaches. The search is exhaustive; it skips only branches whose outcome is already certain.
 * @throws AppError INVARIANT_TOO_LARGE when a proof would take too many steps
 */
export function proveInvariants(groups: readonly SignalsFile[], questions: Questions): BrokenInvariant[] {
  const signals = groups.flatMap((group) => group.signals);
  const hidingOf = (signal: Signal) =>
    groups
      .filter((group) => group.signals.includes(signal))
      .flatMap((group) => group.signals.filter((other) => isPreferred(other, signal)));
  return groups
    .flatMap((group) => group.invariants)
    .flatMap((invariant) => {
      const counterExample = refuteInvariant(invariant, signals, hidingOf, questions);
      return counterExample ? [{ invariant: invariant.id, about: invariant.about, counterExample }] : [];
    });
}

function refuteInvariant(
  invariant: Invariant,
  signals: Signal[],
  hidingOf: (signal: Signal) => Signal[],
  questions: Questions,
): Answers | undefined {
  if ("never-lower" in invariant) return refuteNeverLower(invariant["never-lower"], signals, questions);
  // About gates, which belong to flows: see `prove-gates.ts`.
  if ("keeps-shut" in invariant) return undefined;
  const wanted = signals.filter((signal) => satisfies(signal, invariant.then));
  if ("level-at-least" in invariant.then) return refute(invariant.given, wanted, questions);
  return refute(invariant.given, wanted.map(shown), questions);

  /** Certain only while nothing hides it but what is wanted as well. */
  function shown(signal: Signal): Pick<Signal, "when"> {
    const hiding = hidingOf(signal).filter((other) => !wanted.includes(other));
    return hiding.length === 0 ? signal : { when: { all: [signal.when, { none: conditionsOf(hiding) }] } };
  }
}

function satisfies(signal: Signal, then: { "level-at-least": Level } | { "any-signal": string[] }): boolean {
  if ("any-signal" in then) return then["any-signal"].includes(signal.id);
  return urgency(signal.level) >= urgency(then["level-at-least"]);
}

/**
 * Answers where `given` holds and none of `wanted` is certain; undefined when there are none.
 * @throws AppError INVARIANT_TOO_LARGE when the search would take too many steps
 */
export function refute(given: Condition, wanted: Pick<Signal, "when">[], questions: Questions): Answers | undefined {
  const space = answerSpace(given, conditionsOf(wanted), questions);
  return searchAnswers(space, given, (answers) => anyCertain(wanted, answers));
}

function conditionsOf(signals: Pick<Signal, "when">[]): Condition[] {
  return signals.map((signal) => signal.when);
}

function anyCertain(signals: Pick<Signal, "when">[], answers: Answers): boolean {
  return signals.some((signal) => evaluate(signal.when, answers) === "true");
}

/**
 * Answers whose level drops when one answer changes from one of `from` into `to`; undefined when there are none.
 * @throws AppError INVARIANT_TOO_LARGE when the search would take too many steps
 */
export function refuteNeverLower(
  { from, to }: { from: readonly string[]; to: string },
  signals: Signal[],
  questions: Questions,
): Answers | undefined {
  const suggestions = signals.filter((signal) => isSuggestion(signal.level));
  for (const question of questions.values()) {
    for (const option of question.options.filter(({ id }) => from.includes(id) && id !== to)) {
      const found = refuteChange(question.id, option.id, to, suggestions, questions);
      if (found) return found;
    }
  }
  return undefined;
}

function refuteChange(
  question: string,
  from: string,
  to: string,
  signals: Signal[],
  questions: Questions,
): Answers | undefined {
  const touched = signals.filter((signal) => atoms(signal.when).some((atom) => atom.question === question));
  for (const signal of touched) {
    const rivals = signals.filter((other) => urgency(other.level) >= urgency(signal.level));
    const space = answerSpace(signal.when, conditionsOf(rivals), questions, { [question]: [from] });
    const found = searchAnswers(space, signal.when, (answers) => anyCertain(rivals, { ...answers, [question]: [to] }));
    if (found) return found;
  }
  return undefined;
}

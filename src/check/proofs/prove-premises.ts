import type { Answers } from "../../conditions/evaluate.ts";
import { evaluate } from "../../conditions/evaluate.ts";
import type { Questions } from "../../content/content.ts";
import type { Condition } from "../../content/schema/condition.ts";
import type { Signal, SignalsFile } from "../../content/schema/signal.ts";
import { isPreferred } from "../../signals/levels.ts";
import {
  type Claims,
  claimsOfAdvice,
  claimsOfSignal,
  type Exceptions,
  exceptionsOf,
  exceptionsTo,
  FAMILY_TALK,
} from "../../signals/premises.ts";
import { answerSpace } from "./answer-space.ts";
import { searchAnswers } from "./search-answers.ts";

/** A text of a signal. */
export interface Statement {
  signal: Signal;
  /** Index of the line of advice; undefined for what the signal always says: title, next step and banner. */
  line: number | undefined;
  claims: Claims;
  /** Said only when all of these are certain, and none of `unless`. */
  when: Condition[];
  unless: Condition[];
}

/** Two texts that exclude each other, or one that takes for granted what is not so, with answers that show it. */
export interface Contradiction {
  statement: Statement;
  premise: string;
  /** Undefined when what the statement always says presupposes what these answers rule out. */
  other: Statement | undefined;
  counterExample: Answers;
}

/**
 * Proves over every possible set of answers, also partial ones, that no outcome holds a text that presupposes a premise
 * beside one that denies it, and that what a signal always says presupposes only what holds.
 * @throws AppError INVARIANT_TOO_LARGE when a proof would take too many steps
 */
export function provePremises(groups: readonly SignalsFile[], questions: Questions): Contradiction[] {
  const exceptions = exceptionsOf(groups);
  const statements = groups.flatMap((group) => statementsOf(group, exceptions));
  return [FAMILY_TALK, ...groups.flatMap(({ premises }) => premises.map(({ id }) => id))].flatMap((premise) => {
    const presupposing = statements.filter(({ claims }) => claims.presupposes.includes(premise));
    const denying = statements.filter(({ claims }) => claims.denies.includes(premise));
    return presupposing.flatMap((statement) => [
      ...taken(statement, premise, exceptions.get(premise) ?? [], questions),
      ...denying.flatMap((other) => together(statement, other, premise, questions)),
    ]);
  });
}

function statementsOf({ signals }: SignalsFile, exceptions: Exceptions): Statement[] {
  return signals.flatMap((signal) => {
    const hidden = signals.filter((other) => isPreferred(other, signal)).map(({ when }) => when);
    const always: Statement = {
      signal,
      line: undefined,
      claims: claimsOfSignal(signal),
      when: [signal.when],
      unless: hidden,
    };
    const lines = signal.advice.map((advice, line): Statement => {
      const claims = claimsOfAdvice(advice);
      const when = advice.when ? [signal.when, advice.when] : [signal.when];
      return { signal, line, claims, when, unless: [...hidden, ...exceptionsTo(claims, exceptions)] };
    });
    return [always, ...lines];
  });
}

/** What is always said although the premise does not hold. */
function taken(statement: Statement, premise: string, unless: readonly Condition[], questions: Questions) {
  if (statement.line !== undefined) return [];
  return unless.flatMap((condition): Contradiction[] => {
    const counterExample = possible([...statement.when, condition], statement.unless, questions);
    return counterExample ? [{ statement, premise, other: undefined, counterExample }] : [];
  });
}

function together(statement: Statement, other: Statement, premise: string, questions: Questions): Contradiction[] {
  const unless = [...statement.unless, ...other.unless];
  const counterExample = possible([...statement.when, ...other.when], unless, questions);
  return counterExample ? [{ statement, premise, other, counterExample }] : [];
}

/** Answers for which all of `when` are certain and none of `unless`. */
function possible(when: Condition[], unless: readonly Condition[], questions: Questions): Answers | undefined {
  if (when.some((condition) => unless.includes(condition))) return undefined;
  const given: Condition = { all: when };
  const isHidden = (answers: Answers) => unless.some((condition) => evaluate(condition, answers) === "true");
  return searchAnswers(answerSpace(given, unless, questions), given, isHidden);
}

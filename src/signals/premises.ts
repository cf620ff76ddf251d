import { type Answers, evaluate } from "../conditions/evaluate.ts";
import type { Condition } from "../content/schema/condition.ts";
import type { Advice, Signal, SignalsFile } from "../content/schema/signal.ts";

/** The premise that one can talk with the family. Signals that silence it deny it, advice with that mark presupposes it. */
export const FAMILY_TALK = "gesprek-met-familie";

/** What a text claims: the ids of premises. */
export interface Claims {
  presupposes: readonly string[];
  denies: readonly string[];
}

/** When each premise does not hold, by its id: as soon as one of the conditions is certain. */
export type Exceptions = ReadonlyMap<string, readonly Condition[]>;

export function exceptionsOf(groups: readonly SignalsFile[]): Exceptions {
  const silencing = groups.flatMap(({ signals }) => signals.filter((signal) => signal["silences-family-talk"]));
  return new Map<string, readonly Condition[]>([
    [FAMILY_TALK, silencing.map(({ when }) => when)],
    ...groups.flatMap(({ premises }) => premises.map(({ id, unless }) => [id, [unless]] as const)),
  ]);
}

/** The conditions of which none may be certain for what presupposes these premises. */
export function exceptionsTo({ presupposes }: Claims, exceptions: Exceptions): readonly Condition[] {
  return presupposes.flatMap((id) => exceptions.get(id) ?? []);
}

/** What the title, the next step and the banner of a signal claim. */
export function claimsOfSignal(signal: Signal): Claims {
  const { presupposes, denies } = signal;
  return { presupposes, denies: signal["silences-family-talk"] ? [...denies, FAMILY_TALK] : denies };
}

export function claimsOfAdvice(advice: Advice): Claims {
  const { presupposes, denies } = advice;
  return { presupposes: advice["talks-with-family"] ? [...presupposes, FAMILY_TALK] : presupposes, denies };
}

/** Whether a line of a signal that is certain may be said. */
export function isSaid(advice: Advice, exceptions: Exceptions, answers: Answers): boolean {
  if (advice.when && evaluate(advice.when, answers) !== "true") return false;
  return exceptionsTo(claimsOfAdvice(advice), exceptions).every((unless) => evaluate(unless, answers) !== "true");
}

/** Whether one says what the other denies. */
export function contradict(one: Claims, other: Claims): boolean {
  return isDenied(one, other) || isDenied(other, one);
}

function isDenied({ presupposes }: Claims, { denies }: Claims): boolean {
  return presupposes.some((id) => denies.includes(id));
}

import { atoms } from "../conditions/atoms.ts";
import { type Answers, evaluate, type Truth } from "../conditions/evaluate.ts";
import type { Flow, Phase } from "../content/content.ts";
import type { Condition } from "../content/schema/condition.ts";
import type { Question } from "../content/schema/question.ts";
import { isNarrowed, offeredOptions } from "./offered-options.ts";
import { type Line, script } from "./script.ts";

/** Where a walk is. */
export interface Position {
  /** Answered questions, in the order in which they are asked. */
  path: Line[];
  /** The answers of the path. Only these count; answers that the path no longer reaches do not. */
  known: Answers;
  /** The question to ask now; undefined when the walk is finished. */
  current: Line | undefined;
  /** Questions in the whole walk: at least and at most, given the answers so far. */
  readonly length: Length;
}

export interface Length {
  min: number;
  max: number;
}

/**
 * Follows the flow through `answers` to the first question that has none.
 * Deterministic: the same answers always give the same position.
 * @param from the phase the worker chose to start at
 */
export function replay(flow: Flow, answers: Answers, from?: string): Position {
  const lines = script(flow, from);
  const path: Line[] = [];
  const known: Record<string, readonly string[]> = {};
  for (const [index, line] of lines.entries()) {
    if (!isAsked(line, known)) continue;
    const answer = standing(line.question, answers[line.question.id], known);
    if (!answer) return open(path, known, lines.slice(index));
    path.push(line);
    known[line.question.id] = answer;
  }
  return { path, known, current: undefined, length: { min: path.length, max: path.length } };
}

/** The answer as far as it still can be given; undefined when nothing is left of it. */
function standing(question: Question, answer: readonly string[] | undefined, known: Answers) {
  if (!answer || !isNarrowed(question)) return answer;
  const offered = offeredOptions(question, known);
  const left = answer.filter((id) => offered.some((option) => option.id === id));
  return left.length > 0 ? left : undefined;
}

function open(path: Line[], known: Answers, rest: readonly Line[]): Position {
  return {
    path,
    known,
    current: rest[0],
    // Only the card that is shown at the end of a turn needs it.
    get length() {
      return count(path.length, rest, known);
    },
  };
}

/** What was passed without being asked counts as not chosen. */
const UNASKED: Truth = "false";

/**
 * Whether a walk with the answers `known` stops at this line. All lines before it must have been passed: what was not
 * asked until now does not come any more, and counts as not chosen.
 */
export function isAsked({ phase, question }: Line, known: Answers): boolean {
  return gateIsOpen(phase, known) && holdsOrIsOpen(question.when, known) && canBeRanked(question, known);
}

/** Putting in order takes two situations, besides "weet ik niet". */
function canBeRanked(question: Question, known: Answers): boolean {
  return question.kind !== "ranking" || offeredOptions(question, known).length > 2;
}

/** A gate opens only when its condition is certain. */
function gateIsOpen(phase: Phase, known: Answers): boolean {
  return phase.gate === undefined || evaluate(phase.gate, known, UNASKED) === "true";
}

/** A question is asked when its condition holds, and also when a "weet ik niet" leaves it open. */
function holdsOrIsOpen(when: Condition | undefined, known: Answers): boolean {
  if (when === undefined) return true;
  const truth = evaluate(when, known, UNASKED);
  return truth === "true" || truth === "unknown";
}

function count(answered: number, rest: readonly Line[], known: Answers): Length {
  const mayCome = new Set<string>();
  let min = answered;
  let max = answered;
  for (const line of rest) {
    if (willBeAsked(line, known, mayCome)) min += 1;
    else if (!mayStillBeAsked(line, known, mayCome)) continue;
    max += 1;
    mayCome.add(line.question.id);
  }
  return { min, max };
}

/** Asked whatever the answers to come are. */
function willBeAsked(line: Line, known: Answers, mayCome: Set<string>): boolean {
  const { phase, question } = line;
  return !canChange(phase.gate, known, mayCome) && !canChange(question.when, known, mayCome) && isAsked(line, known);
}

function mayStillBeAsked({ phase, question }: Line, known: Answers, mayCome: Set<string>): boolean {
  const gate = gateIsOpen(phase, known) || canChange(phase.gate, known, mayCome);
  return gate && (holdsOrIsOpen(question.when, known) || canChange(question.when, known, mayCome));
}

/** An absent condition can change only through questions that may still come. */
function canChange(condition: Condition | undefined, known: Answers, mayCome: Set<string>): boolean {
  if (condition === undefined || evaluate(condition, known) !== "absent") return false;
  return atoms(condition).some((atom) => mayCome.has(atom.question));
}

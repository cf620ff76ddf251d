import { atoms } from "../../conditions/atoms.ts";
import type { Answers } from "../../conditions/evaluate.ts";
import type { Flow } from "../../content/content.ts";
import type { Condition } from "../../content/schema/condition.ts";
import type { Question } from "../../content/schema/question.ts";
import { isAsked } from "../../flow/replay.ts";
import { type Line, script } from "../../flow/script.ts";
import { possibleAnswers } from "./possible-answers.ts";
import { residual } from "./residual.ts";

/** What is wrong with a flow, although everything it names exists. */
export type FlowProblem =
  /** No answers lead to this question. */
  | { kind: "unreachable-question"; question: string }
  /** No answers open the gate of this phase. */
  | { kind: "closed-phase"; phase: string }
  /** Every answer but "weet ik niet" goes back, so the walk hardly ends. */
  | { kind: "no-way-out"; question: string }
  /** The option goes back, but can come back to the same question without asking another. */
  | { kind: "empty-loop"; question: string; option: string }
  /** There are too many ways through to walk them all, so nothing is certain. */
  | { kind: "too-many-ways" };

/** The content of 2026 has some 6,000 moments and takes 0.2 s. */
const MAX_MOMENTS = 50_000;

/**
 * Walks `flow` in every way that its conditions can tell apart, and reports what cannot be reached
 * and what goes round in circles. A walk without loops always ends: it only moves down the list.
 */
export function checkFlow(flow: Flow): FlowProblem[] {
  const asked = new Set<string>();
  const emptyLoops = new Map<string, FlowProblem>();
  let moments = 0;
  for (const { line, before } of everyMoment(flow)) {
    moments += 1;
    if (moments > MAX_MOMENTS) return [{ kind: "too-many-ways" }];
    asked.add(line.question.id);
    for (const option of emptyLoopsAt(line, before)) {
      const question = line.question.id;
      emptyLoops.set(`${question} ${option}`, { kind: "empty-loop", question, option });
    }
  }
  return [...unreached(flow, asked), ...withoutExit(flow), ...emptyLoops.values()];
}

/** An open question, and the ids of the phases that asked something before it. */
interface Moment {
  line: Line;
  before: readonly string[];
}

/** One of each kind of moment in the walks of a flow. Answers that no later condition looks at are not varied. */
function* everyMoment(flow: Flow): Generator<Moment> {
  const lines = script(flow);
  const futures = lines.map(({ question }, index) => futureOf(lines.slice(index), question));
  const visited = new Set<string>();
  const todo: Step[] = [{ index: 0, known: {}, before: [] }];
  for (let step = todo.pop(); step; step = todo.pop()) {
    const { known, before } = step;
    const index = nextAsked(lines, step);
    const [line, future] = [lines[index], futures[index]];
    if (!line || !future) continue;
    const key = momentKey(index, future, known, before);
    if (visited.has(key)) continue;
    visited.add(key);
    yield { line, before };
    todo.push(...future.answers.map((answer) => after(index, line, answer, step)));
  }
}

/** Answers so far, and the line from which the walk goes on. */
interface Step {
  index: number;
  known: Answers;
  before: readonly string[];
}

function nextAsked(lines: readonly Line[], { index, known }: Step): number {
  return lines.findIndex((line, at) => at >= index && isAsked(line, known));
}

function after(index: number, { phase, question }: Line, answer: readonly string[], { known, before }: Step): Step {
  return { index: index + 1, known: { ...known, [question.id]: answer }, before: [...new Set([...before, phase.id])] };
}

/** What matters from an open question on. */
interface Future {
  /** The answers to this question that make a difference. */
  answers: (readonly string[])[];
  /** The conditions that may still be looked at. */
  conditions: Condition[];
  /** The phases that options walk again. */
  again: string[];
}

function futureOf(lines: readonly Line[], question: Question): Future {
  const conditions = lines.flatMap(({ phase, question: { when } }) => [phase.gate, when]).filter(isCondition);
  const own = conditions.flatMap(atoms).filter((atom) => atom.question === question.id);
  return {
    answers: possibleAnswers(question, own),
    conditions,
    again: [...new Set(lines.flatMap((line) => line.question.options.flatMap((option) => option.again ?? [])))],
  };
}

function isCondition(condition: Condition | undefined): condition is Condition {
  return condition !== undefined;
}

/** Two moments with the same key have the same future. */
function momentKey(index: number, { conditions, again }: Future, known: Answers, before: readonly string[]): string {
  const outlooks = conditions.map((condition) => residual(condition, known));
  return [index, ...outlooks, ...again.filter((id) => before.includes(id))].join(" ");
}

/** The options of the open question whose phases did not ask anything yet. */
function emptyLoopsAt({ question }: Line, before: readonly string[]): string[] {
  return question.options.filter(({ again }) => again && !again.some((id) => before.includes(id))).map(({ id }) => id);
}

function unreached(flow: Flow, asked: Set<string>): FlowProblem[] {
  return flow.phases.flatMap((phase): FlowProblem[] => {
    const missing = phase.questions.filter(({ id }) => !asked.has(id));
    if (phase.gate && missing.length === phase.questions.length) return [{ kind: "closed-phase", phase: phase.id }];
    return missing.map(({ id }) => ({ kind: "unreachable-question", question: id }));
  });
}

function withoutExit(flow: Flow): FlowProblem[] {
  return flow.phases
    .flatMap((phase) => phase.questions)
    .filter(goesBackAlways)
    .map(({ id }) => ({ kind: "no-way-out", question: id }));
}

/** The last option is "weet ik niet", which is not counted as a way out. */
function goesBackAlways({ options }: Question): boolean {
  return options.slice(0, -1).every((option) => option.again);
}

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
  /** There are too many ways through to walk them all, so nothing is certain. */
  | { kind: "too-many-ways" };

/** The content of 2026 has some 6,000 moments and takes 0.2 s. */
const MAX_MOMENTS = 50_000;

/**
 * Walks `flow` in every way that its conditions can tell apart, and reports what cannot be reached. A walk always ends:
 * it only moves down the list.
 */
export function checkFlow(flow: Flow): FlowProblem[] {
  const asked = new Set<string>();
  let moments = 0;
  for (const question of everyMoment(flow)) {
    moments += 1;
    if (moments > MAX_MOMENTS) return [{ kind: "too-many-ways" }];
    asked.add(question);
  }
  return unreached(flow, asked);
}

/** The open question at each kind of moment in the walks of a flow. Answers that no later condition looks at are not varied. */
function* everyMoment(flow: Flow): Generator<string> {
  const lines = script(flow);
  const futures = lines.map(({ question }, index) => futureOf(lines.slice(index), question));
  const visited = new Set<string>();
  const todo: FlowStep[] = [{ index: 0, known: {} }];
  for (let step = todo.pop(); step; step = todo.pop()) {
    const { known } = step;
    const index = nextAsked(lines, step);
    const [line, future] = [lines[index], futures[index]];
    if (!line || !future) continue;
    const key = momentKey(index, future, known);
    if (visited.has(key)) continue;
    visited.add(key);
    const { id } = line.question;
    yield id;
    todo.push(...future.answers.map((answer) => ({ index: index + 1, known: { ...known, [id]: answer } })));
  }
}

/** Answers so far, and the line from which the walk goes on. */
interface FlowStep {
  index: number;
  known: Answers;
}

function nextAsked(lines: readonly Line[], { index, known }: FlowStep): number {
  return lines.findIndex((line, at) => at >= index && isAsked(line, known));
}

/** What matters from an open question on. */
interface Future {
  /** The answers to this question that make a difference. */
  answers: (readonly string[])[];
  /** The conditions that may still be looked at. */
  conditions: Condition[];
}

function futureOf(lines: readonly Line[], question: Question): Future {
  const conditions = lines.flatMap(({ phase, question: { when } }) => [phase.gate, when]).filter(isCondition);
  const own = conditions.flatMap(atoms).filter((atom) => atom.question === question.id);
  return {
    answers: possibleAnswers(question, own),
    conditions,
  };
}

function isCondition(condition: Condition | undefined): condition is Condition {
  return condition !== undefined;
}

/** Two moments with the same key have the same future. */
function momentKey(index: number, { conditions }: Future, known: Answers): string {
  return [index, ...conditions.map((condition) => residual(condition, known))].join(" ");
}

function unreached(flow: Flow, asked: Set<string>): FlowProblem[] {
  return flow.phases.flatMap((phase): FlowProblem[] => {
    const missing = phase.questions.filter(({ id }) => !asked.has(id));
    if (phase.gate && missing.length === phase.questions.length) return [{ kind: "closed-phase", phase: phase.id }];
    return missing.map(({ id }) => ({ kind: "unreachable-question", question: id }));
  });
}

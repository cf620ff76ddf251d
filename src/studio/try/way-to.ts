import { setImmediate } from "node:timers/promises";
import { atoms } from "../../conditions/atoms.ts";
import { type Answers, evaluate } from "../../conditions/evaluate.ts";
import type { Content, Flow } from "../../content/content.ts";
import type { Atom, Condition } from "../../content/schema/condition.ts";
import { UNKNOWN_OPTION } from "../../content/schema/id.ts";
import type { Question } from "../../content/schema/question.ts";
import { checkChoice } from "../../flow/check-choice.ts";
import { offeredOptions } from "../../flow/offered-options.ts";
import { replay } from "../../flow/replay.ts";

/** Where a walk begins, and the answers that lead from there to a question. */
export interface Way {
  flow: string;
  /** Left out: at the beginning. */
  phase?: string | undefined;
  /** In the order in which they are asked. */
  answers: Answers;
}

/** Walks that are looked at before it is given up. */
const MOST_TRIED = 5_000;

/**
 * The shortest way to a question: from the latest phase that it can be asked from, with as few answers as possible, and
 * as calm ones. Undefined when no answers lead there.
 */
export async function wayTo(id: string, { flows }: Pick<Content, "flows">): Promise<Way | undefined> {
  for (const flow of flows.values()) {
    const own = flow.phases.findIndex(({ questions }) => questions.some((question) => question.id === id));
    for (let at = own; at >= 0; at -= 1) {
      const phase = at === 0 ? undefined : flow.phases[at]?.id;
      const answers = await shortest(flow, id, phase);
      if (answers) return { flow: flow.id, phase, answers };
    }
  }
  return undefined;
}

/** A way as far as it can be gone, and the question that comes then; undefined when the walk is done, or there is none. */
export function goneAlong({ flow: id, phase, answers }: Way, { flows }: Pick<Content, "flows">) {
  const flow = flows.get(id);
  if (!flow) return undefined;
  const { path, known, current } = replay(flow, answers, phase);
  const inOrder = path.map(({ question }) => [question.id, known[question.id] ?? []] as const);
  return { way: { flow: id, phase, answers: Object.fromEntries(inOrder) }, path, comes: current?.question };
}

/** Breadth first, so that the first find is the shortest. */
async function shortest(flow: Flow, id: string, phase: string | undefined): Promise<Answers | undefined> {
  const decisive = decisiveAtoms(flow, id);
  const all = [...decisive.values()].flat();
  const seen = new Set<string>();
  let walks: Answers[] = [{}];
  while (walks.length > 0) {
    const next: Answers[] = [];
    for (const answers of walks) {
      const { current, known } = replay(flow, answers, phase);
      if (current?.question.id === id) return known;
      // What comes depends on these only.
      const key = [current?.question.id, ...all.map((atom) => evaluate(atom, known))].join();
      if (!current || seen.has(key) || seen.size >= MOST_TRIED) continue;
      seen.add(key);
      const { question } = current;
      next.push(
        ...choices(question, decisive.get(question.id), known).map((answer) => ({ ...known, [question.id]: answer })),
      );
    }
    walks = next;
    // The turns of workers go on in between.
    await setImmediate();
  }
  return undefined;
}

/** The answers that can make a difference, calm ones first; one answer where none can. */
function choices(question: Question, about: readonly Atom[] | undefined, known: Answers): (readonly string[])[] {
  const offered = offeredOptions(question, known);
  const calm = calmest(question, offered);
  if (!about) return [[calm]];
  // More than two together no condition asks, unless it says so.
  const most = question.kind === "single" ? 1 : Math.max(2, ...about.map((atom) => atom["at-least"]));
  const ids = offered.map(({ id }) => id);
  return [[calm], ...together(ids, most)].filter((answer) => checkChoice(question, answer, offered) === "ok");
}

/** So many of these at most, small sets first. */
function together(ids: readonly string[], most: number): string[][] {
  let sets: string[][] = [[]];
  const all: string[][] = [];
  for (let size = 1; size <= most; size += 1) {
    sets = sets.flatMap((set) => ids.slice(ids.indexOf(set.at(-1) ?? "") + 1).map((id) => [...set, id]));
    all.push(...sets);
  }
  return all;
}

/** An option that raises nothing, when there is one. Of several that are all there is, the first is the commonest. */
function calmest({ kind }: Question, options: Question["options"]): string {
  const certain = options.filter(({ id }) => id !== UNKNOWN_OPTION);
  const calm = certain.find(({ id, alone }) => alone || id === "nee") ?? certain.at(kind === "multiple" ? 0 : -1);
  return calm?.id ?? UNKNOWN_OPTION;
}

/** What decides whether the question is asked, and whether what decides that is asked, by question. */
function decisiveAtoms(flow: Flow, id: string): Map<string, Atom[]> {
  const found = new Map<string, Atom[]>();
  const todo = [id];
  const done = new Set<string>();
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (done.has(next)) continue;
    done.add(next);
    for (const atom of atomsBefore(flow, next)) {
      found.set(atom.question, [...(found.get(atom.question) ?? []), atom]);
      todo.push(atom.question);
    }
  }
  return found;
}

function atomsBefore({ phases }: Flow, id: string): Atom[] {
  const phase = phases.find(({ questions }) => questions.some((question) => question.id === id));
  const question = phase?.questions.find((each) => each.id === id);
  const ofCondition = (condition: Condition | undefined) => (condition ? atoms(condition) : []);
  const narrowedBy = question?.ranks ?? question?.["each-of"];
  // To put in order takes two answers to the other question.
  const options = phases.flatMap(({ questions }) => questions).find((each) => each.id === narrowedBy)?.options ?? [];
  const certain = options
    .filter(({ alone, id: option }) => !alone && option !== UNKNOWN_OPTION)
    .map((option) => option.id);
  const narrowed: Atom[] = narrowedBy === undefined ? [] : [{ question: narrowedBy, is: certain, "at-least": 2 }];
  return [...ofCondition(phase?.gate), ...ofCondition(question?.when), ...narrowed];
}

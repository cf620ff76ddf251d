import type { Flow } from "../../content/content.ts";
import { checkChoice } from "../../flow/check-choice.ts";
import type { Walk } from "../state.ts";

/** A walk that fits the flow as it is now, and whether answers had to be dropped for that. */
export interface Fitted {
  walk: Walk;
  dropped: boolean;
}

/** Drops answers to questions or options that no longer exist. */
export function fitWalk(walk: Walk, flow: Flow): Fitted {
  if (walk.version === flow.version) return { walk, dropped: false };
  const answers = fitting(walk.answers, flow);
  const { from, ...rest } = walk;
  const start = flow.phases.some((phase) => phase.id === from) ? { from: from as string } : {};
  return {
    walk: { ...rest, ...start, version: flow.version, answers, earlier: fitting(walk.earlier, flow) },
    dropped: Object.keys(answers).length < Object.keys(walk.answers).length,
  };
}

function fitting(answers: Record<string, string[]>, flow: Flow): Record<string, string[]> {
  const questions = flow.phases.flatMap((phase) => phase.questions);
  return Object.fromEntries(
    Object.entries(answers).filter(([id, chosen]) => {
      const question = questions.find((candidate) => candidate.id === id);
      return question !== undefined && checkChoice(question, chosen) === "ok";
    }),
  );
}

import type { Content, Flow } from "../../content/content.ts";
import { checkChoice } from "../../flow/check-choice.ts";
import { type Position, replay } from "../../flow/replay.ts";
import { certainSignals, type GroupedSignal, type Suggestions, suggest } from "../../signals/suggest.ts";
import type { Walk } from "../state.ts";

/** A walk with its flow, where it is, and what its answers suggest. */
export interface OpenWalk {
  walk: Walk;
  flow: Flow;
  position: Position;
  readonly suggestions: Suggestions;
  /** Of what is suggested for certain the signals, which is all that most turns need. */
  readonly certain: readonly GroupedSignal[];
}

/** Replays `walk`; undefined when its flow no longer exists. */
export function openWalk(content: Content, walk: Walk): OpenWalk | undefined {
  const flow = content.flows.get(walk.flow);
  if (!flow) return undefined;
  const position = replay(flow, walk.answers, walk.from);
  let suggestions: Suggestions | undefined;
  let certain: GroupedSignal[] | undefined;
  return {
    walk,
    flow,
    position,
    // Most turns open a walk twice, before and after the answer, and show only what follows from the latter.
    get suggestions() {
      suggestions ??= suggest(content.signalGroups, position.known);
      return suggestions;
    },
    get certain() {
      certain ??= certainSignals(content.signalGroups, position.known);
      return certain;
    },
  };
}

/** A walk that fits the flow as it is now, and whether answers had to be dropped for that. */
interface Fitted {
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

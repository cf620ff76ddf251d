import type { Content, Flow } from "../../content/content.ts";
import { type Position, replay } from "../../flow/replay.ts";
import { type Suggestions, suggest } from "../../signals/suggest.ts";
import type { Walk } from "../state.ts";

/** A walk with its flow, where it is, and what its answers suggest. */
export interface OpenWalk {
  walk: Walk;
  flow: Flow;
  position: Position;
  readonly suggestions: Suggestions;
}

/** Replays `walk`; undefined when its flow no longer exists. */
export function openWalk(content: Content, walk: Walk): OpenWalk | undefined {
  const flow = content.flows.get(walk.flow);
  if (!flow) return undefined;
  const position = replay(flow, walk.answers, walk.from);
  let suggestions: Suggestions | undefined;
  return {
    walk,
    flow,
    position,
    // Most turns open a walk twice, before and after the answer, and show only what follows from the latter.
    get suggestions() {
      suggestions ??= suggest(content.signalGroups, position.known);
      return suggestions;
    },
  };
}

import type { Flow } from "../../content/content.ts";
import type { Line } from "../../flow/script.ts";
import type { Suggestions } from "../../signals/suggest.ts";
import type { OpenWalk } from "./open-walk.ts";
import { newWalk } from "./start-walk.ts";

const NOTHING: Suggestions = { certain: [], info: [], possible: [] };

/** A walk without answers at a question, or at its end, with what it would suggest: to look at a card by itself. */
export function exampleWalk(flow: Flow, current: Line | undefined, suggested: Partial<Suggestions> = {}): OpenWalk {
  const suggestions = { ...NOTHING, ...suggested };
  const length = current ? 1 : 0;
  return {
    walk: newWalk("proef", flow.id, flow.version, undefined),
    flow,
    position: { path: [], known: {}, current, length: { min: length, max: length } },
    suggestions,
    certain: suggestions.certain,
  };
}

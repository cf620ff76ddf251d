import type { Content } from "../../content/content.ts";
import { isLevelCertain } from "../../signals/is-level-certain.ts";
import { dangerView } from "../views/menu-view.ts";
import type { DangerTypedView } from "../views/view.ts";
import type { DangerNowView } from "../views/walk-cards.ts";
import { optionsIn } from "../walk/give-answer.ts";
import type { Event } from "./event.ts";
import { understandingOf } from "./understanding.ts";

/**
 * The danger card that an event needs by the content alone, so that it can be sent while nothing can be read or kept.
 * For a typed text that is always known; for an answer when it makes level `nu` certain by itself, whatever the others
 * are. An answer that does so only together with others is known as soon as those are read.
 */
export function dangerIn(content: Content, event: Event): DangerTypedView | DangerNowView | undefined {
  if (event.type === "message") return dangerView(understandingOf(content).danger(event.text));
  if (event.type !== "action" || event.action.verb !== "answer") return undefined;
  const { question, walk, version } = event.action;
  const isCertain = isLevelCertain(content.signalGroups, "nu", { [question]: optionsIn(event.action) });
  return isCertain ? { card: "danger-now", walk, version, kept: false } : undefined;
}

import type { Content } from "../../content/content.ts";
import type { Reaction } from "../../content/schema/reaction.ts";
import type { Count } from "../../usage/count.ts";
import type { ConversationState } from "../state.ts";
import type { Session } from "../turn/session.ts";
import { confirmView } from "../views/confirm-view.ts";
import { messageView } from "../views/menu-view.ts";
import type { View } from "../views/view.ts";
import { ADVICE, adviceOf } from "./count-walk.ts";
import { type OpenWalk, openWalk } from "./open-walk.ts";
import { walkView } from "./walk-view.ts";

/** What a walk counts when it is over. Nothing of it can change any more, so each thing counts once: its last. */
export function closeWalk(session: Session): void {
  if (session.open) for (const { metric, value } of closing(session.open, "walk-stopped")) session.count(metric, value);
}

/** The same of a walk that nobody came back to before its state expired. */
export function countsOfLeft(content: Content, { walk }: ConversationState): Count[] {
  const open = walk && openWalk(content, walk);
  return open ? closing(open, "walk-left") : [];
}

function closing(open: OpenWalk, ending: "walk-stopped" | "walk-left"): Count[] {
  const { walk } = open;
  return [
    ...endOf(open, ending),
    ...Object.entries(walk.reactions).map(([signal, reaction]) => reacted(`${signal}/${reaction}`)),
    ...adviceReactions(open),
    ...(walk.useful ? [{ metric: "useful" as const, value: walk.useful }] : []),
  ];
}

/** A walk has one ending: who has seen the result and goes back and stops, has finished. */
function endOf({ walk, flow, position, suggestions }: OpenWalk, ending: "walk-stopped" | "walk-left"): Count[] {
  const isCounted = ({ metric, value }: Count) => walk.counted.includes(`${metric} ${value}`);
  const finished: Count = { metric: "walk-finished", value: flow.id };
  if (isCounted(finished)) return [];
  if (position.current) return [{ metric: ending, value: `${flow.id}/${position.current.phase.id}` }];
  // Left when the region was asked: the questions were answered, only the result was not looked at.
  const shown = suggestions.certain.map(({ signal }) => signal);
  const advised = new Set(suggestions.certain.flatMap(adviceOf));
  return [
    finished,
    ...shown.map(({ id, level }): Count => ({ metric: "signal-shown", value: `${id}/${level}` })),
    ...[...advised].map((advice): Count => ({ metric: "walk-advised", value: `${flow.id}/${advice}` })),
  ].filter((count) => !isCounted(count));
}

/** What somebody thought of an advice that may rest on several signals: disagreeing with one counts most. */
function adviceReactions({ walk, suggestions }: OpenWalk): Count[] {
  return ADVICE.flatMap((advice) => {
    const signals = suggestions.certain.filter((suggestion) => adviceOf(suggestion).includes(advice));
    const reactions = new Set(signals.map(({ signal }) => walk.reactions[signal.id]));
    const heaviest = (["niet-eens", "bespreek-ik", "eens"] as Reaction[]).find((reaction) => reactions.has(reaction));
    return heaviest ? [{ metric: "advice-reaction" as const, value: `${advice}/${heaviest}` }] : [];
  });
}

function reacted(value: string): Count {
  return { metric: "signal-reaction", value };
}

/** Answers that may go without asking. */
const FEW_ANSWERS = 3;

/**
 * Stops the walk and says what was deleted; asks once when that is more than a few answers. A card of an earlier walk
 * does not stop the open one.
 */
export function stopWalk(
  session: Session,
  { walk, sure = false }: { walk?: string | undefined; sure?: boolean | undefined },
): View {
  const { open } = session;
  if (walk && open && open.walk.id !== walk) return walkView(session, session.notice("notice.other-walk"));
  if (open && !sure && Object.keys(open.walk.answers).length > FEW_ANSWERS) {
    return confirmView(session.content, open, "stop");
  }
  closeWalk(session);
  const dropped = session.dropWalk() || walk !== undefined;
  return messageView(session.content, "stopped.title", dropped ? "stopped.text" : "stopped.nothing");
}

/** Ends the walk after its result, and asks first whether the summary was taken. */
export function finishWalk(session: Session, open: OpenWalk, { sure = false }: { sure?: boolean | undefined }): View {
  if (!sure) return confirmView(session.content, open, "finish");
  closeWalk(session);
  session.dropWalk();
  return messageView(session.content, "finished.title", "finished.text");
}

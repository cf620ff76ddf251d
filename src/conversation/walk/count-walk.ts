import type { GroupedSignal } from "../../signals/suggest.ts";
import type { Session } from "../turn/session.ts";
import { suggestionsOn } from "../views/result-view.ts";
import type { View } from "../views/view.ts";
import type { OpenWalk } from "./open-walk.ts";
import { needsRegion } from "./walk-view.ts";

/**
 * Counts what the walk has come to at the end of a turn: its result, and the signals that were shown. A signal of
 * level `nu` is shown the moment it is certain, the others on the card that tells of them. Each counts once in a walk.
 */
export function countWalk(session: Session): void {
  const open = session.open;
  if (!open) return;
  const finished = open.position.current === undefined && !needsRegion(session, open);
  if (finished) session.countOnce("walk-finished", open.flow.id);
  for (const shown of shownSignals(session, open, finished)) {
    const { signal } = shown;
    const first = session.countOnce("signal-shown", `${signal.id}/${signal.level}`);
    if (first) for (const link of signal.links) session.count("link-offered", link);
    for (const advice of adviceOf(shown)) session.countOnce("walk-advised", `${open.flow.id}/${advice}`);
  }
}

function shownSignals(session: Session, { certain }: OpenWalk, finished: boolean): readonly GroupedSignal[] {
  if (finished) return certain;
  const told = session.turn.replies.flatMap((reply) => ("view" in reply ? signalsOn(reply.view) : []));
  return certain.filter(({ signal }) => signal.level === "nu" || told.includes(signal.id));
}

function signalsOn(view: View): string[] {
  if (view.card === "danger-today") return view.signs.map(({ id }) => id);
  return view.card === "result" ? suggestionsOn(view) : [];
}

/** What a walk can come to that is counted per walk: 112, Veilig Thuis today, or MDA++. */
export const ADVICE = ["nu", "vandaag", "mda"] as const;
type Advice = (typeof ADVICE)[number];

/** The group of signals about MDA++ in the content. */
const MDA = "mda";

/** The advice that a signal is, if any: one about MDA++ has a level as well. */
export function adviceOf({ signal: { level }, group }: GroupedSignal): Advice[] {
  const urgent = level === "nu" || level === "vandaag" ? [level] : [];
  return group === MDA ? [...urgent, "mda"] : urgent;
}

import type { OpenWalk } from "./open-walk.ts";
import type { Session } from "./session.ts";
import { needsRegion } from "./walk-view.ts";

/**
 * Counts what the walk has come to at the end of a turn: its result, and the signals that were shown. A signal of
 * level `nu` is shown the moment it is certain, the others with the result. Each counts once in a walk.
 */
export function countWalk(session: Session): void {
  const open = session.open;
  if (!open) return;
  const finished = open.position.current === undefined && !needsRegion(session, open);
  if (finished) session.countOnce("walk-finished", open.flow.id);
  for (const { signal } of shownSignals(open, finished)) {
    const first = session.countOnce("signal-shown", `${signal.id}/${signal.level}`);
    if (first) for (const link of signal.links) session.count("link-offered", link);
  }
}

function shownSignals({ suggestions: { certain } }: OpenWalk, finished: boolean): OpenWalk["suggestions"]["certain"] {
  return finished ? certain : certain.filter(({ signal }) => signal.level === "nu");
}

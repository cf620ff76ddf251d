import type { Session } from "./session.ts";

/** Counts that the open walk, when it has no result yet, stops in its phase. */
export function countStopped(session: Session): void {
  const { flow, position } = session.open ?? {};
  if (flow && position?.current) session.count("walk-stopped", `${flow.id}/${position.current.phase.id}`);
}

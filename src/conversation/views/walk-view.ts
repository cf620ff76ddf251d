import type { Session } from "../turn/session.ts";
import type { OpenWalk } from "../walk/open-walk.ts";
import { menuView, regionView } from "./menu-view.ts";
import { questionView } from "./question-view.ts";
import { resultView } from "./result-view.ts";
import type { SentenceKey } from "./sentence.ts";
import type { View } from "./view.ts";

/** The card that shows where the walk is now: the open question, the region, or the result. */
export function walkView(session: Session, notice = session.notice()): View {
  const open = session.open;
  if (!open) return menuView(session, "menu", notice);
  if (open.position.current) return questionView(session.content, open, notice);
  if (needsRegion(session, open)) return regionView(session, notice);
  return resultView(session.content, open, session.state.region, 1, notice);
}

/** What the answers give so far, also before the end of the walk; without a walk the menu. */
export function outcomeView(
  session: Session,
  { page = 1, notice }: { page?: number; notice?: SentenceKey } = {},
): View {
  const open = session.open;
  if (!open) return walkView(session, session.notice("notice.no-open-walk"));
  if (!open.position.current && needsRegion(session, open)) return walkView(session);
  return resultView(session.content, open, session.state.region, page, session.notice(notice));
}

/** The region is asked once, when a suggestion depends on it. */
export function needsRegion(session: Session, { suggestions }: OpenWalk): boolean {
  return session.state.region === undefined && suggestions.certain.some(({ signal }) => signal["region-route"]);
}

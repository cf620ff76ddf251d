import type { Session } from "../turn/session.ts";
import type { View } from "../views/view.ts";
import { walkView } from "../views/walk-view.ts";
import { takeBack } from "./answer-walk.ts";

/** One question back; the answer that was there is shown on its card. */
export function goBack(session: Session): View {
  const last = session.open?.position.path.at(-1);
  if (!session.state.walk) return walkView(session, session.notice("notice.no-walk-back"));
  if (!last) return walkView(session, session.notice("notice.first-question"));
  session.count("question-back", last.question.id);
  session.keepWalk(takeBack(session.state.walk, last.question.id));
  return walkView(session);
}

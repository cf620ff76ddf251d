import { type SentenceKey, sentence } from "../views/sentence.ts";
import { walkView } from "../views/walk-view.ts";
import type { Session } from "./session.ts";

/** Says one friendly line: above the open question, so that it is not lost out of sight, or else by itself. */
export function smallTalk(session: Session, key: SentenceKey, values: Record<string, string> = {}): void {
  if (session.isWalking) session.send(walkView(session, session.notice(key, values)));
  else session.sendText(sentence(session.content, key, values));
}

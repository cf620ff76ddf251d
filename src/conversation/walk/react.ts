import type { Reaction, Useful } from "../../content/schema/reaction.ts";
import type { Session } from "../turn/session.ts";
import type { SentenceKey } from "../views/sentence.ts";
import { suggestionView } from "../views/suggestion-view.ts";
import type { View } from "../views/view.ts";
import type { OpenWalk } from "./open-walk.ts";
import { outcomeView } from "./walk-view.ts";

/** One suggestion; the outcome when it is not there any more. */
export function showSuggestion(session: Session, id: string, notice?: SentenceKey): View {
  const open = session.open;
  const suggestion = open?.suggestions.certain.find(({ signal }) => signal.id === id);
  if (!open || !suggestion) return outcomeView(session, { notice: "notice.unknown-button" });
  return suggestionView(session.content, open, suggestion, session.state.region, session.notice(notice));
}

/** Keeps what the worker thinks of a suggestion. */
export function reactTo(
  session: Session,
  { walk, suggestions }: OpenWalk,
  { signal: id, reaction }: { signal: string; reaction: Reaction },
): View {
  if (suggestions.certain.some(({ signal }) => signal.id === id)) {
    session.keepWalk({ ...walk, reactions: { ...walk.reactions, [id]: reaction } });
  }
  return showSuggestion(session, id, "notice.reaction-kept");
}

/** Keeps whether the outcome was useful. */
export function keepUseful(session: Session, { walk }: OpenWalk, { useful }: { useful: Useful }): View {
  session.keepWalk({ ...walk, useful });
  return outcomeView(session, { notice: "notice.thanks" });
}

import type { Walk } from "../state.ts";
import type { Session } from "../turn/session.ts";
import type { View } from "../views/view.ts";
import type { OpenWalk } from "./open-walk.ts";
import { walkView } from "./walk-view.ts";

/** Takes back the answer to `question`, and remembers it so that the card can show it. */
export function takeBack(walk: Walk, question: string): Walk {
  const { [question]: chosen, ...answers } = walk.answers;
  return chosen ? { ...walk, answers, earlier: { ...walk.earlier, [question]: chosen } } : walk;
}

/** One question back; the answer that was there is shown on its card. */
export function goBack(session: Session, { walk, position }: OpenWalk): View {
  const last = position.path.at(-1)?.question.id;
  if (last === undefined) return walkView(session, session.notice("notice.first-question"));
  session.count("question-back", last);
  session.keepWalk(takeBack(walk, last));
  return walkView(session);
}

/** Asks one question again; what follows from it follows by replay. */
export function changeAnswer(session: Session, { walk, position }: OpenWalk, { question }: { question: string }): View {
  if (!position.path.some((line) => line.question.id === question)) return walkView(session);
  session.count("question-back", question);
  session.keepWalk(takeBack(walk, question));
  return walkView(session);
}

import type { Answers } from "../../conditions/evaluate.ts";
import { isDangerCertain } from "../../signals/is-danger-certain.ts";
import { type Suggestion, suggest } from "../../signals/suggest.ts";
import type { Session } from "../turn/session.ts";
import { dangerTodayView } from "../views/danger-today-view.ts";
import type { View } from "../views/view.ts";
import type { OpenWalk } from "./open-walk.ts";

/**
 * The card that comes before the next question because `question` was answered; undefined when none does. Direct
 * danger interrupts at that very answer. What must be done today is told when the danger questions are done, or at
 * the answer that makes it certain later on. The end of a walk tells it by itself.
 * @param before the answers that counted before this one, with the answer that it replaces
 */
export function interruption(session: Session, question: string, before: Answers): View | undefined {
  const open = session.open;
  if (!open) return undefined;
  const { walk, position } = open;
  const { [question]: _answer, ...without } = position.known;
  if (isDanger(session, position.known) && !isDanger(session, without)) {
    return { card: "danger-now", walk: walk.id, version: walk.version, kept: true };
  }
  const news = position.current ? newToday(session, open, question, before) : [];
  return news.length > 0 ? dangerTodayView(session.content, open, news) : undefined;
}

/** Whether the answers make level `nu` certain. */
export function isDanger({ content }: Session, answers: Answers): boolean {
  return isDangerCertain(content.signalGroups, answers);
}

function newToday({ content }: Session, open: OpenWalk, question: string, before: Answers): Suggestion[] {
  const { flow, position, suggestions } = open;
  const today = suggestions.certain.filter(({ signal }) => signal.level === "vandaag");
  const phase = flow.phases.find(({ questions }) => questions.some(({ id }) => id === question));
  if (phase?.always) return position.current?.phase.id === phase.id ? [] : today;
  const known = suggest(content.signalGroups, before).certain.map(({ signal }) => signal.id);
  return today.filter(({ signal }) => !known.includes(signal.id));
}

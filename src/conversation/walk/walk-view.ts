import type { Answers } from "../../conditions/evaluate.ts";
import { isLevelCertain } from "../../signals/is-level-certain.ts";
import { certainSignals, type GroupedSignal, type Suggestion } from "../../signals/suggest.ts";
import type { Session } from "../turn/session.ts";
import { dangerTodayView } from "../views/danger-today-view.ts";
import { menuView, regionView } from "../views/menu-view.ts";
import { questionView } from "../views/question-view.ts";
import { resultView } from "../views/result-view.ts";
import type { SentenceKey } from "../views/sentence.ts";
import type { View } from "../views/view.ts";
import type { OpenWalk } from "./open-walk.ts";

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
export function needsRegion(session: Session, { certain }: OpenWalk): boolean {
  return session.state.region === undefined && certain.some(({ signal }) => signal["region-route"]);
}

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
  return isLevelCertain(content.signalGroups, "nu", answers);
}

function newToday({ content }: Session, open: OpenWalk, question: string, before: Answers): Suggestion[] {
  const { flow, position } = open;
  const phase = flow.phases.find(({ questions }) => questions.some(({ id }) => id === question));
  if (phase?.always && position.current?.phase.id === phase.id) return [];
  const isToday = ({ signal }: GroupedSignal) => signal.level === "vandaag";
  if (!open.certain.some(isToday)) return [];
  const known = phase?.always ? [] : certainSignals(content.signalGroups, before).map(({ signal }) => signal.id);
  const isNews = (row: GroupedSignal) => isToday(row) && !known.includes(row.signal.id);
  return open.certain.some(isNews) ? open.suggestions.certain.filter(isNews) : [];
}

import type { Content } from "../content/content.ts";
import { fillIn, textAt } from "../content/text-at.ts";
import { TREND_TEXTS } from "../trends/trend-texts.ts";

/** The sentences of `dialogs/texts.yaml` that this room and the trends say. The content check proves that each is there. */
export const SENTENCES = [
  "notice.walk-gone",
  "notice.flow-gone",
  "notice.old-card",
  "notice.other-walk",
  "notice.questions-changed",
  "notice.answers-dropped",
  "notice.already-answered",
  "notice.already-answered-danger",
  "notice.choose-something",
  "notice.choose-listed",
  "notice.choose-one",
  "notice.choose-alone",
  "notice.unknown-button",
  "notice.use-card",
  "notice.no-open-walk",
  "notice.no-walk-back",
  "notice.first-question",
  "notice.not-finished",
  "notice.region-chosen",
  "notice.region-unknown",
  "notice.phase-again",
  "notice.same-questions",
  "notice.reaction-kept",
  "notice.thanks",
  "notice.summary-below",
  "stopped.title",
  "stopped.text",
  "stopped.nothing",
  "finished.title",
  "finished.text",
  "question.earlier",
  "question.today",
  "question.places.first",
  "question.places.second",
  "question.places.third",
  "question.progress",
  "question.progress-range",
  "result.more-unknown",
  "result.no-contact",
  "result.no-region",
  "summary.title",
  "summary.answers",
  "summary.suggestions",
  "summary.nothing",
  "summary.because",
  "summary.next",
  "summary.reaction",
  "summary.unknown",
  "summary.meldcode",
  "summary.closing",
  "summary.levels.nu",
  "summary.levels.vandaag",
  "summary.levels.bespreek",
  "summary.reactions.eens",
  "summary.reactions.niet-eens",
  "summary.reactions.bespreek-ik",
  "search.start",
  "search.nothing",
  "search.personal-data",
  "search.danger.title",
  "search.danger.nu",
  "search.danger.vandaag",
  "search.danger.twijfel",
  "group.title",
  "group.personal-chat",
  "slow-down.text",
  "error.title",
  "error.text",
  ...TREND_TEXTS,
] as const;

export type SentenceKey = (typeof SENTENCES)[number];

/**
 * One fixed sentence, with `{name}` filled in from `values`.
 * @throws AppError TEXT_MISSING when the key is not in `dialogs/texts.yaml`
 */
export function sentence(content: Content, key: SentenceKey, values: Record<string, string> = {}): string {
  return fillIn(textAt(content, key), values);
}

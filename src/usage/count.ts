/**
 * What is counted, and what the value of each count is (domain notes, 5.4). Nothing of who, which conversation or
 * which case; no combination of answers. Ids are those of the content.
 */
export const METRICS = {
  /** Flow. */
  "walk-started": "flow",
  /** Flow; the result was shown for the first time, or the questions were answered. A walk has one ending. */
  "walk-finished": "flow",
  /** Flow and phase, as `top3/taxeren`: the worker said stop, or began another walk, before the result. */
  "walk-stopped": "flow/phase",
  /** Flow and phase: the worker never came back, and the answers expired. */
  "walk-left": "flow/phase",
  /** Flow and advice (`nu`, `vandaag` or `mda`): at least one signal of it was shown; once in a walk. */
  "walk-advised": "flow/advice",
  /** Question that was answered with something else than "weet ik niet". */
  "question-known": "question",
  /** Question that was answered with "weet ik niet". */
  "question-unknown": "question",
  /** Question that somebody went back to. */
  "question-back": "question",
  /** Signal and level, as `wurgen/vandaag`; once in a walk. */
  "signal-shown": "signal/level",
  /** Signal and the last reaction to it, as `mda-past/eens`; when the walk is over. */
  "signal-reaction": "signal/reaction",
  /** Advice and the reaction to its signals together, as `nu/eens`; when the walk is over. */
  "advice-reaction": "advice/reaction",
  /** Any question that was answered: `weet-ik-niet` or `anders`. */
  "answer-given": "answer",
  /** Article. */
  "article-shown": "article",
  /** Any article that was shown. */
  "question-answered": "none",
  /** A typed question that no article answers. */
  "question-unanswered": "none",
  /** Topic that such a question was about, as the worker says with one press, or `anders`. */
  "question-missed": "topic",
  /** Article, and whether it helped, as `mda/ja`. */
  "article-helped": "article/answer",
  /** Any article: whether it helped, `ja` or `nee`. */
  "answer-helped": "answer",
  /** Level of the danger card after typed text. */
  "danger-typed": "level",
  /** A warning for personal data in typed text. */
  "personal-data-seen": "none",
  /** "Was dit nuttig?": ja or nee, the last answer; when the walk is over. */
  useful: "answer",
  /** Link on an article or a suggestion. */
  "link-offered": "link",
} as const;

export type Metric = keyof typeof METRICS;

/** One thing that happened in a turn. */
export interface Count {
  metric: Metric;
  value: string;
}

/** The value of a question without an answer that was about none of the topics. */
export const OTHER_TOPIC = "anders";

/** The value of a metric that has none. */
export const NO_VALUE = "alle";

/** How often something happened, in one region and one week. The only thing that is kept of use. */
export interface Counter extends Count {
  /** Id of a region, or {@link NO_REGION}. */
  region: string;
  /** ISO week, as `2026-W09`. */
  week: string;
  n: number;
}

/** The region of a use in which none was chosen. */
export const NO_REGION = "geen-regio";

import type { Reaction } from "../../content/schema/reaction.ts";
import type { Level } from "../../content/schema/signal.ts";

/** What every card of a walk carries in its buttons. */
export interface WalkRef {
  walk: string;
  version: string;
}

export interface OptionView {
  id: string;
  text: string;
  suggested: boolean;
}

export interface QuestionView extends WalkRef {
  card: "question";
  flowTitle: string;
  phaseTitle: string;
  /** `min` and `max` differ while later questions depend on answers still to come. */
  progress: { number: number; min: number; max: number };
  question: string;
  text: string;
  why: string;
  kind: "single" | "multiple" | "ranking";
  options: OptionView[];
  /** The places of a ranking: the id of each choice set, its label, and the option that was there before. */
  places: { id: string; label: string; chosen: string }[];
  /** The ranked situations that the question is about, by name; empty when it is about all. */
  situations: string[];
  /** What was chosen before "terug", in words; empty when nothing was. */
  earlier: string;
  /** Those ids joined with commas: the preset of the choice set. */
  earlierIds: string;
  /** Why an option is suggested; empty when none is. */
  suggestion: string;
  checklist: string[];
  banners: string[];
  /** A friendly line about what just happened; empty when there is none. */
  notice: string;
  canGoBack: boolean;
  /** With a button to skip the rest of the phase. */
  canSkip: boolean;
  /** With a button to the outcome so far. */
  canSeeOutcome: boolean;
  source: string;
  concept: boolean;
  /** Id of the article that explains a term of this question; empty when there is none. */
  explain: string;
}

/** The 112 card that interrupts a walk. */
export interface DangerNowView extends WalkRef {
  card: "danger-now";
  /** The answer that led to it is kept. Without that it comes as well, when nothing can be kept. */
  kept: boolean;
}

/** What must be done today; comes before the next question. */
export interface DangerTodayView extends WalkRef {
  card: "danger-today";
  /** Most urgent first; at least one. */
  signs: { id: string; title: string; next: string; concept: boolean }[];
  /** The answers they rest on, in words. */
  reasons: string[];
}

/** What helps while calling. The walk waits, for at most 12 hours. */
export interface CallNowView extends WalkRef {
  card: "call-now";
  /** What must be done today, each once, most urgent first. */
  steps: string[];
  /** What was chosen that is worth telling, in words. */
  reasons: string[];
}

export interface LinkView {
  title: string;
  url: string;
}

/** A suggestion as a line: the whole stands on a card of its own. */
export interface SignalRow {
  id: string;
  title: string;
}

/** The outcome at a glance. */
export interface ResultView extends WalkRef {
  card: "result";
  /** The walk is not done: what was not asked yet does not count. */
  soFar: boolean;
  flowTitle: string;
  /** The most unsafe situations, the first one first; empty when they are not known. */
  ranked: string[];
  /** The most urgent suggestion, with the first step; none when there is no suggestion. */
  lead: (SignalRow & { level: Level; next: string })[];
  /** The others, most urgent first, under the words for their level. */
  groups: { title: string; rows: SignalRow[] }[];
  page: number;
  pages: number;
  /** No suggestion at all. */
  nothing: boolean;
  notes: string[];
  /** How many things are still to be found out. */
  openCount: number;
  meldcode: boolean;
  /** Lines that inform and are no suggestion. */
  info: { title: string; text: string }[];
  concept: boolean;
  regionTitle: string;
  useful: "ja" | "nee" | "";
  notice: string;
}

/** One suggestion with all there is to say about it. */
export interface SuggestionView extends WalkRef, SignalRow {
  card: "suggestion";
  level: Level;
  levelTitle: string;
  advice: string[];
  /** The answers it rests on, in words. */
  reasons: string[];
  next: string;
  /** Articles of our own. */
  read: { id: string; title: string }[];
  links: LinkView[];
  source: string;
  concept: boolean;
  /** Empty until the worker reacted. */
  reaction: Reaction | "";
  notice: string;
}

/** What is not certain or not known yet. */
export interface ToFindOutView extends WalkRef {
  card: "to-find-out";
  /** Signals that "weet ik niet" leaves open. */
  possible: { title: string; findOut: string[] }[];
  /** What is still unknown and worth finding out. */
  unknown: string[];
}

/** What was chosen, to change it. */
export interface AnswersView extends WalkRef {
  card: "answers";
  flowTitle: string;
  page: number;
  pages: number;
  answers: { question: string; phase: string; label: string; chosen: string }[];
}

/** Asks once before answers are deleted. */
export interface ConfirmView extends WalkRef {
  card: "confirm";
  verb: "stop" | "finish";
  title: string;
  text: string;
  yes: string;
  /** With a button for the summary. */
  summary: boolean;
}

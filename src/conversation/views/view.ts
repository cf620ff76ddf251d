import type { DangerLevel } from "../../content/schema/danger.ts";
import type { Reaction } from "../../content/schema/reaction.ts";
import type { Level } from "../../content/schema/signal.ts";
import type { DangerAbout } from "./danger-about.ts";

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

export interface RegionView {
  card: "region";
  /** Asked because the end of a walk needs it. */
  forResult: boolean;
  regions: { id: string; title: string; chosen: boolean }[];
  notice: string;
}

export interface MenuView {
  card: "welcome" | "menu" | "help" | "privacy";
  /** A walk is open and can be resumed. */
  openWalk: boolean;
  /** With a button to the trends, for who may see them. */
  trends: boolean;
  /** Regions to choose from: on the welcome card, until the region was asked once; empty else. */
  regions: { id: string; title: string }[];
  notice: string;
}

export interface PhasesView {
  card: "phases";
  flow: string;
  phases: { id: string; title: string }[];
}

/** A walk is open and another one was asked for. */
export interface OpenWalkView {
  card: "open-walk";
  openTitle: string;
  answered: number;
  flow: string;
  /** Empty when the new walk starts at its beginning. */
  phase: string;
  newTitle: string;
}

/** A card with one message and the way on, such as after "stop". */
export interface MessageView {
  card: "message";
  title: string;
  text: string;
}

/** Comes before everything else when what was typed points to danger. */
export interface DangerTypedView {
  card: "danger-typed";
  about: DangerAbout;
  /** `nu`: it seems to happen now. `vandaag`: a very serious sign. `twijfel`: the mild form. */
  level: DangerLevel;
}

/** What was typed tells about a case: the way to safety, whatever else it says. */
export interface CaseView {
  card: "case";
  /** A walk is open; its question comes after this card. */
  openWalk: boolean;
}

/** What was typed held personal data, and was not looked at any further. */
export interface PersonalDataView {
  card: "personal-data";
  /** The kinds that were seen, in words; never what was typed. */
  kinds: string[];
}

export interface ArticleView {
  card: "article";
  id: string;
  title: string;
  /** Paragraphs and `- ` lists, as markdown. */
  text: string;
  sources: string[];
  concept: boolean;
  links: LinkView[];
  related: { id: string; title: string }[];
  /** The walk that fits this article; empty flow when none does. */
  start: { flow: string; phase: string; title: string };
  /** Shown in a chat with a colleague, where the bot may not be: without buttons. */
  shared: boolean;
  /** The worker said whether it helped. */
  thanked: boolean;
  /** The address of a chat with who can answer for the programme; empty when there is nobody. */
  ask: string;
}

/** Several articles to choose from: close answers, or those of a topic. */
export interface ArticleChoiceView {
  card: "article-choice";
  /** Title of the topic; empty for close answers to a question. */
  topic: string;
  articles: { id: string; title: string }[];
  /** The address of a chat about the topic; empty when there is nobody for it, or no topic. */
  ask: string;
}

/** No article answers the question. */
export interface NoAnswerView {
  card: "no-answer";
  topics: { id: string; title: string }[];
  /** The worker said that it was about none of the topics. */
  thanked: boolean;
  /** The address of a chat with who can answer about everything; empty when there is nobody. */
  ask: string;
}

/** A choice in a choice set. */
export interface ChoiceView {
  title: string;
  value: string;
}

/** How the assistant is used, for team leads and programme staff. */
export interface TrendsView {
  card: "trends";
  /** What changed, in plain sentences. */
  changes: string[];
  /** Walks started per week over time, for the chart; empty when nothing may be shown. A hidden step says so in its name. */
  bars: { x: string; y: number }[];
  /** The same as text, where a client draws no charts. */
  months: { title: string; started: string }[];
  period: string;
  periods: ChoiceView[];
  region: string;
  regions: ChoiceView[];
  /** How numbers are rounded and hidden. */
  rounding: string;
  /** Lines about invented or open data; empty in real use. */
  labels: string[];
  /** Whether this card comes each month. */
  monthly: boolean;
  /** Address of the page with everything; empty when it has none. */
  url: string;
}

export type View =
  | QuestionView
  | DangerNowView
  | DangerTodayView
  | CallNowView
  | ResultView
  | SuggestionView
  | ToFindOutView
  | AnswersView
  | ConfirmView
  | RegionView
  | MenuView
  | PhasesView
  | OpenWalkView
  | MessageView
  | DangerTypedView
  | CaseView
  | PersonalDataView
  | ArticleView
  | ArticleChoiceView
  | NoAnswerView
  | TrendsView;

export type CardName = View["card"];

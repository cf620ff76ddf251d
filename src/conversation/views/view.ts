import type { DangerLevel } from "../../content/schema/danger.ts";
import type { DangerAbout } from "./danger-about.ts";
import type {
  AnswersView,
  CallNowView,
  ConfirmView,
  DangerNowView,
  DangerTodayView,
  LinkView,
  QuestionView,
  ResultView,
  SuggestionView,
  ToFindOutView,
} from "./walk-cards.ts";

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

/** What was typed held personal data, and was read no further than for danger and whether it tells about a case. */
export interface PersonalDataView {
  card: "personal-data";
  /** The kinds that were seen, in words; never what was typed. */
  kinds: string[];
}

export interface ArticleView {
  card: "article";
  /** Id of the turn that shows it; empty when shared. */
  turn: string;
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
  /** Id of the turn that shows it. */
  turn: string;
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

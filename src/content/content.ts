import type { Model } from "../language/classifier.ts";
import type { Article } from "./schema/article.ts";
import type { Command, PoliteWords } from "./schema/command.ts";
import type { KeptCounts } from "./schema/counts.ts";
import type { DangerSign } from "./schema/danger.ts";
import type { Example } from "./schema/example.ts";
import type { FlowPhase } from "./schema/flow.ts";
import type { Link } from "./schema/link.ts";
import type { PersonalDataRules } from "./schema/personal-data.ts";
import type { Question } from "./schema/question.ts";
import type { Region } from "./schema/region.ts";
import type { SignalsFile } from "./schema/signal.ts";
import type { SourceDocument } from "./schema/source.ts";
import type { TopicOwner } from "./schema/topic-owner.ts";
import type { TrendNote } from "./schema/trend-note.ts";
import type { OrdinaryKind, TypedMessages } from "./schema/typed-lines.ts";

/** One phase of a flow with its questions in the order of asking. */
export interface Phase extends FlowPhase {
  title: string;
  questions: readonly Question[];
}

/** One walk, ready to be replayed. */
export interface Flow {
  id: string;
  title: string;
  intro: string;
  /** Changes when a question, option or condition changes, not when only wording does. */
  version: string;
  phases: readonly Phase[];
}

/** All questions, by id. */
export type Questions = ReadonlyMap<string, Question>;

/** Everything in `dialogs/` and `cards/`, validated and frozen. */
export interface Content {
  /** Hash of all files; shown to staff, and in health. */
  version: string;
  flows: ReadonlyMap<string, Flow>;
  questions: Questions;
  /** Groups in the order in which they are shown. */
  signalGroups: readonly SignalsFile[];
  /** In the order in which they are offered. */
  regions: ReadonlyMap<string, Region>;
  links: ReadonlyMap<string, Link>;
  sources: ReadonlyMap<string, SourceDocument>;
  /** All of `dialogs/texts/`: nested groups of sentences, addressed as `welcome.title`. */
  texts: Texts;
  /** Words as people type them and the names of buttons, normalised, to command. */
  commands: ReadonlyMap<string, Command>;
  polite: PoliteWords;
  examples: readonly Example[];
  /** The knowledge base, by id. */
  articles: ReadonlyMap<string, Article>;
  /** What people type, to learn from: with danger, without, not about our field, about a case or not; whole messages. */
  danger: readonly DangerSign[];
  ordinary: readonly OrdinaryKind[];
  offTopic: readonly OrdinaryKind[];
  /** Lines in other languages than Dutch, by language. */
  languages: readonly OrdinaryKind[];
  cases: readonly OrdinaryKind[];
  messages: readonly TypedMessages[];
  /** What was learned from lines and articles. Made by the content check, so that answering never has to learn. */
  models?: Models;
  /** The same for models that were learned from the same by the same code; absent when it is not known. */
  modelsId?: string;
  /** Wording of personal data in what people type. */
  personalData: PersonalDataRules;
  /** Phrases that no advice may hold, from `dialogs/safety/never-say.yaml`. */
  neverSay: readonly string[];
  /** With whom of the programme a worker can open a chat. */
  topicOwners: readonly TopicOwner[];
  /** What staff mark on the time axis of the trends. */
  trendNotes: readonly TrendNote[];
  /** How much there was in the last version that was kept; undefined when none was. */
  keptCounts?: KeptCounts | undefined;
  /** Card templates by name, as parsed JSON. */
  cards: ReadonlyMap<string, CardFile>;
}

/** Plain data, which can be kept and sent to another process. */
export interface Models {
  /** Whether a sentence tells of danger; and then how grave, and which sign of it. */
  danger: Model;
  levels: Model;
  signs: Model;
  /** Whether an article answers a message, and which. */
  ours: Model;
  articles: Model;
  /** Whether a message tells about people in a case. */
  cases: Model;
  /** Whether a message is in another language than Dutch. */
  language: Model;
}

export interface Texts {
  readonly [key: string]: string | Texts;
}

export interface CardFile {
  template: unknown;
  sample: unknown;
}

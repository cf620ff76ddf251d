import type { Content } from "../../content/content.ts";
import { TOPICS } from "../../content/schema/article.ts";
import { UNKNOWN_OPTION } from "../../content/schema/id.ts";
import { REACTIONS } from "../../content/schema/reaction.ts";
import { type ConversationState, EMPTY_STATE } from "../../conversation/state.ts";
import { converse } from "../../conversation/turn/converse.ts";
import type { Action, Event } from "../../conversation/turn/event.ts";
import { suggestionsOn } from "../../conversation/views/result-view.ts";
import type { View } from "../../conversation/views/view.ts";
import type { WalkRef } from "../../conversation/views/walk-cards.ts";
import { countsOfLeft } from "../../conversation/walk/close-walk.ts";
import { type Count, NO_REGION } from "../../usage/count.ts";
import type { Habits } from "./habits.ts";
import { pick, type Random } from "./random.ts";

/** Everything that one use counts: each count with the region that was known when it was counted. */
export interface Recorded extends Count {
  region: string;
}

export interface Simulated {
  counts: Recorded[];
  /** The region that the conversation knows afterwards. */
  region: string | undefined;
}

export interface Use {
  /** The region that is known when the use begins. */
  region: string | undefined;
  /** What the worker chooses when the region is asked; undefined: skips it. */
  ownRegion: string | undefined;
  /** How often "weet ik niet" is chosen, against the habit. */
  unknownFactor: number;
}

/** The day on a summary; nobody reads these. */
const NOW = new Date(0);

/** More turns than any walk has: a circle in the answers ends. */
const MOST_TURNS = 300;

/** Texts that people type besides questions, with how many of a hundred typed texts they are. */
const OTHER_TEXTS: readonly [text: string, percent: number][] = [
  ["hoe vervang ik de toner van de printer", 12],
  ["hij staat nu met een mes voor de deur", 0.7],
  ["mijn cliënt mevrouw Jansen wil niet praten", 3],
  ["bedankt", 4],
];

/** One worker who starts a walk, and perhaps types a question: through the real turns, from the first to the last. */
export function simulateUse(content: Content, habits: Habits, use: Use, random: Random): Simulated {
  const chat = new Chat(content, use.region);
  walk(chat, habits, use, random);
  if (random() < habits.typed) {
    chat.take({ type: "message", text: typedText(content, habits, random) });
    if (random() < habits.tells) readAnswer(chat, random);
  }
  chat.leave();
  return { counts: chat.counts, region: chat.state.region };
}

class Chat {
  readonly counts: Recorded[] = [];
  state: ConversationState;
  readonly #content: Content;
  #views: View[] = [];

  constructor(content: Content, region: string | undefined) {
    this.#content = content;
    this.state = { ...EMPTY_STATE, greeted: true, ...(region ? { region } : {}) };
  }

  get content(): Content {
    return this.#content;
  }

  /** The newest card. */
  get view(): View | undefined {
    return this.#views.at(-1);
  }

  /** What the last turn showed, the newest last. */
  get views(): readonly View[] {
    return this.#views;
  }

  take(event: Event): void {
    const input = { state: this.state, content: this.#content, newId: "ronde", now: NOW, maySeeTrends: false };
    const turn = converse({ ...input, event });
    this.state = turn.state;
    this.#views = turn.replies.flatMap((reply) => ("view" in reply ? [reply.view] : []));
    this.#count(turn.counts);
  }

  click(action: Action): void {
    this.take({ type: "action", action });
  }

  /** Twelve hours later. */
  leave(): void {
    this.#count(countsOfLeft(this.#content, this.state));
  }

  #count(counts: readonly Count[]): void {
    const region = this.state.region ?? NO_REGION;
    this.counts.push(...counts.map((count) => ({ ...count, region })));
  }
}

function walk(chat: Chat, habits: Habits, use: Use, random: Random): void {
  const flow = [...chat.content.flows.keys()][pick(random, habits.flows)] ?? "top3";
  chat.click({ verb: "start", flow });
  for (let turns = 0; turns < MOST_TURNS; turns += 1) {
    const { view } = chat;
    if (view?.card === "question") {
      const lot = random();
      if (lot < habits.leaves) return;
      const stops = lot < habits.leaves + habits.stops;
      chat.click(stops ? { verb: "stop", sure: true } : nextStep(chat.content, habits, use, view, random));
      if (stops) return;
    } else if (view?.card === "region") {
      if (random() < habits.leaves) return;
      chat.click({ verb: "region", ...(use.ownRegion ? { region: use.ownRegion } : {}) });
    } else if (view && view.card !== "result" && "walk" in view) {
      chat.click({ verb: "continue", ...refOf(view) });
    } else {
      if (view?.card === "result") readResult(chat, habits, view, random);
      return;
    }
  }
}

function nextStep(
  content: Content,
  habits: Habits,
  { unknownFactor }: Use,
  view: WalkRef & { question: string },
  random: Random,
): Action {
  const { question } = view;
  if (random() < habits.goesBack) return { verb: "back", ...refOf(view), question };
  const habit = habits.questions.get(question);
  const known = (content.questions.get(question)?.options ?? []).filter(({ id }) => id !== UNKNOWN_OPTION);
  const isUnknown = known.length === 0 || random() < (habit?.unknown ?? 0) * unknownFactor;
  const option = isUnknown ? UNKNOWN_OPTION : (known[pick(random, habit?.weights ?? [])]?.id ?? UNKNOWN_OPTION);
  return { verb: "answer", ...refOf(view), question, option };
}

function readResult(chat: Chat, habits: Habits, view: View & { card: "result" }, random: Random): void {
  const ref = refOf(view);
  for (const id of suggestionsOn(view)) {
    if (random() >= habits.reacts) continue;
    const react = () => {
      const reaction = REACTIONS[pick(random, [6, 1, 2])] ?? "eens";
      chat.click({ verb: "react", ...ref, signal: id, reaction });
    };
    react();
    if (random() < habits.changesMind) react();
  }
  if (random() < habits.saysUseful) {
    chat.click({ verb: "useful", ...ref, useful: random() < 0.81 ? "ja" : "nee" });
  }
  if (random() < habits.finishes) chat.click({ verb: "finish", ...refOf(view), sure: true });
}

function readAnswer(chat: Chat, random: Random): void {
  for (const view of chat.views) {
    if (view.card === "article") {
      chat.click({ verb: "helped", article: view.id, helped: random() < 0.75 ? "ja" : "nee" });
    } else if (view.card === "no-answer") {
      const topic = TOPICS[Math.floor(random() * TOPICS.length)];
      chat.click(topic && random() < 0.8 ? { verb: "topic", topic, missed: true } : { verb: "missed" });
    }
  }
}

function refOf({ walk, version }: WalkRef): WalkRef {
  return { walk, version };
}

/** Something else, or a question that an article answers. */
function typedText(content: Content, { topics }: Habits, random: Random): string {
  let lot = random() * 100;
  for (const [text, percent] of OTHER_TEXTS) {
    if (lot < percent) return text;
    lot -= percent;
  }
  const { article = "" } =
    topics[
      pick(
        random,
        topics.map(({ weight }) => weight),
      )
    ] ?? {};
  return content.articles.get(article)?.questions[0] ?? article;
}

import { describe, expect, test } from "@jest/globals";
import type { Article } from "../../../src/content/schema/article.ts";
import type { Region } from "../../../src/content/schema/region.ts";
import type { ConversationState } from "../../../src/conversation/state.ts";
import type { ArticleView, NoAnswerView } from "../../../src/conversation/views/view.ts";
import { countsOfLeft } from "../../../src/conversation/walk/close-walk.ts";
import type { Count } from "../../../src/usage/count.ts";
import { makeContent, makeFlow, makePhase, makeQuestion, makeSignals } from "../../support/make-content.ts";
import { Chat } from "../support/chat.ts";

const flow = makeFlow([
  makePhase("eerste", [makeQuestion("gevaar"), makeQuestion("zorgen")]),
  makePhase("tweede", [makeQuestion("plan")]),
]);
const signals = makeSignals([
  { id: "acuut", level: "nu", when: { question: "gevaar", is: ["ja"] }, links: ["leidraad"] },
  { id: "route", level: "bespreek", when: { question: "plan", is: ["ja"] }, "region-route": true },
]);
const region: Region = {
  id: "hier",
  title: "Hier",
  order: 1,
  mda: { state: "geen", text: "Geen." },
  status: "concept",
};
const article: Article = {
  id: "veiligheidsplan",
  title: "Wat is een veiligheidsplan?",
  topic: "directe-veiligheid",
  questions: ["wat staat er in een veiligheidsplan"],
  typed: {},
  words: [],
  sources: [{ document: "proef" }],
  status: "concept",
  owner: "programma",
  "review-by": "2030-01-01",
  link: "leidraad",
  related: [],
  text: "Afspraken over veiligheid.",
};
const content = makeContent(
  [flow, makeFlow([makePhase("eerste", [makeQuestion("gevaar")])], "gevaar-check")],
  [signals],
  {
    regions: new Map([["hier", region]]),
    articles: new Map([[article.id, article]]),
  },
);

const start = () => new Chat(content).start();
/** Without the count of all answers together, which has a test of its own. */
const parts = (chat: Chat) => chat.counts.filter((count) => !count.startsWith("answer-given"));
const counted = (chat: Chat) => parts(chat).toSorted();
const answered = ["question-known gevaar", "question-known plan", "question-known zorgen", "walk-started top3"];

describe("what a walk counts", () => {
  test("its start, each answer and its end, once", () => {
    const chat = start().answer("gevaar", "nee").answer("zorgen", "weet-ik-niet").answer("plan", "nee");
    expect(parts(chat)).toEqual([
      "walk-started top3",
      "question-known gevaar",
      "question-unknown zorgen",
      "question-known plan",
      "walk-finished top3",
    ]);
    chat.click({ verb: "refresh", ...chat.ref });
    chat.click({ verb: "finish", ...chat.ref, sure: true });
    expect(parts(chat)).toHaveLength(5);
  });

  test("all answers together, by whether they were known", () => {
    const chat = start().answer("gevaar", "nee").answer("zorgen", "weet-ik-niet").answer("plan", "nee");
    expect(chat.counts.filter((count) => count.startsWith("answer-given"))).toEqual([
      "answer-given anders",
      "answer-given weet-ik-niet",
      "answer-given anders",
    ]);
  });

  test("nothing for a click that changes nothing: a repeated delivery, an old card, a refused choice", () => {
    const chat = start().answer("gevaar", "nee");
    chat.answer("gevaar", "nee").answer("gevaar", "ja").answer("zorgen", "ja,nee").answer("zorgen", "bestaat-niet");
    expect(parts(chat)).toEqual(["walk-started top3", "question-known gevaar"]);
  });

  test("a way back by the question gone back to, and the new answer", () => {
    const chat = start().answer("gevaar", "nee");
    chat.click({ verb: "back", ...chat.ref, question: "zorgen" }).answer("gevaar", "nee");
    expect(parts(chat).slice(1)).toEqual(["question-known gevaar", "question-back gevaar", "question-known gevaar"]);
  });

  test("the phase in which it was stopped, and nothing more when there is nothing to stop", () => {
    const chat = start().answer("gevaar", "nee").answer("zorgen", "nee").type("stop").type("stop");
    expect(chat.counts.at(-1)).toBe("walk-stopped top3/tweede");
    expect(chat.counts.filter((count) => count.startsWith("walk-stopped"))).toHaveLength(1);
  });

  test("a walk that is begun instead of the open one stops that one", () => {
    const chat = start().answer("gevaar", "nee").click({ verb: "start", flow: "gevaar-check", again: true });
    expect(chat.counts.slice(-2)).toEqual(["walk-stopped top3/eerste", "walk-started gevaar-check"]);
  });

  test("a signal of level nu when it interrupts, and not again with the result", () => {
    const chat = start().answer("gevaar", "ja");
    expect(chat.counts.slice(-3)).toEqual(["signal-shown acuut/nu", "link-offered leidraad", "walk-advised top3/nu"]);
    chat
      .click({ verb: "continue", ...chat.ref })
      .answer("zorgen", "nee")
      .answer("plan", "nee");
    expect(counted(chat)).toEqual([
      "link-offered leidraad",
      ...answered.slice(0, 3),
      "signal-shown acuut/nu",
      "walk-advised top3/nu",
      "walk-finished top3",
      "walk-started top3",
    ]);
  });

  test("the end only when the result is there: first the region is asked", () => {
    const chat = start().answer("gevaar", "nee").answer("zorgen", "nee").answer("plan", "ja");
    expect(counted(chat)).toEqual(answered);
    chat.click({ verb: "region", region: "hier" });
    expect(chat.counts.slice(-2)).toEqual(["walk-finished top3", "signal-shown route/bespreek"]);
  });

  test("the last reaction and the last opinion, when the walk is over", () => {
    const chat = start().answer("gevaar", "ja");
    chat
      .click({ verb: "continue", ...chat.ref })
      .answer("zorgen", "nee")
      .answer("plan", "nee");
    const before = chat.counts.length;
    const react = (reaction: "eens" | "niet-eens") =>
      chat.click({ verb: "react", ...chat.ref, signal: "acuut", reaction });
    react("eens");
    react("eens");
    react("niet-eens");
    chat.click({ verb: "useful", ...chat.ref, useful: "nee" });
    chat.click({ verb: "useful", ...chat.ref, useful: "ja" });
    expect(chat.counts).toHaveLength(before);
    chat.click({ verb: "finish", ...chat.ref, sure: true });
    expect(chat.counts.slice(before)).toEqual([
      "signal-reaction acuut/niet-eens",
      "advice-reaction nu/niet-eens",
      "useful ja",
    ]);
  });

  test("one ending for who sees the result, goes back and stops", () => {
    const chat = start().answer("gevaar", "nee").answer("zorgen", "nee").answer("plan", "nee");
    chat.type("terug").type("stop");
    expect(chat.counts.filter((count) => /walk-(finished|stopped)/.test(count))).toEqual(["walk-finished top3"]);
  });

  test("its end and its signals for who stops when the region is asked", () => {
    const chat = start().answer("gevaar", "nee").answer("zorgen", "nee").answer("plan", "ja").type("stop");
    expect(chat.counts.slice(-2)).toEqual(["walk-finished top3", "signal-shown route/bespreek"]);
  });
});

describe("what a walk counts that nobody came back to", () => {
  const left = (chat: Chat) => countsOfLeft(content, chat.state as ConversationState).map(said);
  const said = ({ metric, value }: Count) => `${metric} ${value}`;

  test("the phase in which it was left", () => {
    expect(left(start().answer("gevaar", "nee"))).toEqual(["walk-left top3/eerste"]);
  });

  test("only its reactions and opinion when the result was shown, as that was counted", () => {
    const chat = start().answer("gevaar", "nee").answer("zorgen", "nee").answer("plan", "nee");
    chat.click({ verb: "useful", ...chat.ref, useful: "ja" });
    expect(left(chat)).toEqual(["useful ja"]);
  });

  test("nothing without a walk, and nothing of one that the content no longer has", () => {
    expect(countsOfLeft(content, { schema: 1, greeted: true, region: "hier" })).toEqual([]);
    expect(countsOfLeft(makeContent([], []), start().state as ConversationState)).toEqual([]);
  });
});

describe("what typed text counts", () => {
  const typed = (text: string) => new Chat(content).type("hulp").type(text).counts;

  test("the article that was shown and its link, however it was reached", () => {
    const shown = ["article-shown veiligheidsplan", "question-answered alle", "link-offered leidraad"];
    expect(typed("wat staat er in een veiligheidsplan")).toEqual(shown);
    expect(new Chat(content).click({ verb: "article", article: "veiligheidsplan" }).counts).toEqual(shown);
  });

  test("a question without an answer, without a word of it", () => {
    expect(typed("hoe vervang ik de toner van de printer")).toEqual(["question-unanswered alle"]);
  });

  test("what a question without an answer was about, by one press and without a word of it", () => {
    const press = (action: Parameters<Chat["click"]>[0]) => new Chat(content).click(action).counts;
    expect(press({ verb: "topic", topic: "meldcode", missed: true })).toEqual(["question-missed meldcode"]);
    expect(press({ verb: "topic", topic: "meldcode" })).toEqual([]);
    expect(press({ verb: "missed" })).toEqual(["question-missed anders"]);
  });

  test("whether an article helped, and nothing of one that is gone", () => {
    const press = (article: string) => new Chat(content).click({ verb: "helped", article, helped: "nee" }).counts;
    expect(press("veiligheidsplan")).toEqual(["article-helped veiligheidsplan/nee", "answer-helped nee"]);
    expect(press("weg")).toEqual([]);
  });

  test.each([
    ["wat staat er in een veiligheidsplan", { verb: "helped", article: "veiligheidsplan", helped: "nee" }, 2],
    ["hoe vervang ik de toner van de printer", { verb: "topic", topic: "meldcode", missed: true }, 1],
    ["hoe vervang ik de toner van de printer", { verb: "missed" }, 1],
  ] as const)("what a card tells once, though Teams brings the old card back (%s, %j)", (typed, action, counts) => {
    const chat = new Chat(content).type("hulp").type(typed);
    const { turn } = chat.view as ArticleView | NoAnswerView;
    const before = chat.counts.length;
    chat.click({ ...action, turn }).click({ ...action, turn });
    expect(chat.counts.slice(before)).toHaveLength(counts);
    expect(chat.cards).toHaveLength(1);
  });

  test("a danger card by its level", () => {
    expect(typed("hij staat nu met een mes voor de deur")).toContain("danger-typed nu");
  });

  test("a warning for personal data, and no search", () => {
    expect(typed("wat staat er in het veiligheidsplan van mevrouw Jansen")).toEqual(["personal-data-seen alle"]);
  });
});

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Flow } from "../../../src/content/content.ts";
import type { Article } from "../../../src/content/schema/article.ts";
import type { Region } from "../../../src/content/schema/region.ts";
import type { Action } from "../../../src/conversation/turn/event.ts";
import type { RegionView } from "../../../src/conversation/views/view.ts";
import type { QuestionView, ResultView } from "../../../src/conversation/views/walk-cards.ts";
import { makeContent, makeFlow, makePhase, makeQuestion, makeSignals } from "../../support/make-content.ts";
import { Chat } from "../support/chat.ts";

const when = (question: string, ...is: string[]) => ({ question, is });
const region = (id: string): Region => ({
  id,
  title: `Regio ${id}`,
  order: 1,
  mda: { state: "geen", text: `Route ${id}.` },
  status: "concept",
});

const questions = {
  gevaar: makeQuestion("gevaar", { "find-out": "Vraag het na." }),
  soort: makeQuestion("soort", { kind: "multiple", options: ["a", "b", { id: "niets", text: "Niets", alone: true }] }),
  plan: makeQuestion("plan", {
    options: ["ja", "opnieuw"],
    checklist: [{ when: when("soort", "a"), text: "Denk aan a." }],
    suggest: { option: "ja", when: when("soort", "b"), because: "Om b." },
  }),
};
const flows = (version = "v1"): Flow[] => [
  makeFlow(
    [makePhase("eerste", [questions.gevaar], { always: true }), makePhase("tweede", [questions.soort, questions.plan])],
    "top3",
    version,
  ),
  makeFlow([makePhase("eerste", [questions.gevaar], { always: true })], "gevaar-check"),
  makeFlow([makePhase("eerste", [questions.gevaar]), makePhase("derde", [questions.plan])], "andere"),
];
const signals = [
  makeSignals([
    { id: "nu", level: "nu", when: when("gevaar", "ja"), banner: "Bel 112.", meldcode: true },
    { id: "route", level: "bespreek", when: when("soort", "b"), "region-route": true },
    { id: "weetje", level: "info", when: when("soort", "niets") },
  ]),
];
const content = makeContent(flows(), signals, {
  regions: new Map(["hier", "andere-regio"].map((id) => [id, region(id)])),
});

const chat = () => new Chat(content).take({ type: "installed" });
const finished = () => chat().start().answer("gevaar", "nee").answer("soort", "a").answer("plan", "ja");

describe("greeting", () => {
  test("happens once, whichever comes first", () => {
    expect(new Chat(content).take({ type: "installed" }).cards).toEqual(["+welcome"]);
    expect(chat().take({ type: "installed" }).cards).toEqual([]);
    expect(new Chat(content).type("menu").cards).toEqual(["+welcome"]);
    expect(new Chat(content).type("iets").type("menu").cards).toEqual(["+menu"]);
  });

  test("comes before the first command, and nothing needs it", () => {
    expect(new Chat(content).type("Top 3").cards).toEqual(["+welcome", "+question"]);
    expect(new Chat(content).start().cards).toEqual(["=question"]);
  });
});

describe("a walk", () => {
  test("asks, answers and ends with the result", () => {
    const end = finished();
    expect(end.cards).toEqual(["=result"]);
    expect((end.view as ResultView).nothing).toBe(true);
  });

  test("a start from a menu card leaves that card and adds the question", () => {
    expect(chat().click({ verb: "start", flow: "top3", card: "welcome" }).cards).toEqual(["=welcome", "+question"]);
  });

  test("112 interrupts once, and the question comes after it with its banner", () => {
    const danger = chat().start().answer("gevaar", "ja");
    expect(danger.cards).toEqual(["=danger-now"]);
    danger.click({ verb: "continue", ...danger.ref });
    expect(danger.question).toBe("soort");
    expect((danger.view as QuestionView).banners).toEqual(["Bel 112."]);
    expect(danger.answer("soort", "a").cards).toEqual(["=question"]);
  });

  test("shows the checklist and the suggested option that earlier answers give", () => {
    const view = chat().start().answer("gevaar", "nee").answer("soort", "a,b").view as QuestionView;
    expect(view.checklist).toEqual(["Denk aan a."]);
    expect(view.options.filter((option) => option.suggested).map((option) => option.id)).toEqual(["ja"]);
    expect(view.suggestion).toBe("Om b.");
  });

  test("back shows what was chosen, and a changed answer counts", () => {
    const back = chat().start().answer("gevaar", "nee");
    back.click({ verb: "back", ...back.ref, question: "soort" });
    expect(back.question).toBe("gevaar");
    expect((back.view as QuestionView).earlierIds).toBe("nee");
    expect(back.answer("gevaar", "ja").cards).toEqual(["=danger-now"]);
    expect(back.state?.walk?.earlier).toEqual({});
  });

  test("back on the first question, or without a walk, says so", () => {
    expect(chat().start().type("terug").notice).toBe("notice.first-question");
    expect(chat().type("terug").notice).toBe("notice.no-walk-back");
  });
});

describe("what must be done today", () => {
  const today = makeContent(
    flows(),
    [
      makeSignals([
        { id: "vandaag", level: "vandaag", when: when("gevaar", "ja"), next: "Bel eerst." },
        { id: "later", level: "vandaag", when: when("soort", "a") },
        { id: "daarna", level: "bespreek", when: when("plan", "ja") },
      ]),
    ],
    {},
  );
  const told = (partner: Chat) => {
    const { view } = partner;
    return view.card === "danger-today" ? view.signs.map(({ id }) => id) : view.card;
  };

  test("is told when the questions about danger are done, with why, before the next question", () => {
    const partner = new Chat(today).start().answer("gevaar", "ja");
    expect(partner.view).toMatchObject({
      card: "danger-today",
      signs: [{ id: "vandaag", next: "Bel eerst." }],
      reasons: ["Label gevaar: Optie ja"],
    });
    expect(told(partner.answer("gevaar", "ja"))).toEqual(["vandaag"]);
    expect(partner.click({ verb: "continue", ...partner.ref }).question).toBe("soort");
    expect((partner.view as QuestionView).banners).toEqual(["question.today"]);
  });

  test("is told at the answer that makes it certain later on, and only what is new", () => {
    const partner = new Chat(today).start().answer("gevaar", "ja");
    partner.click({ verb: "continue", ...partner.ref });
    expect(told(partner.answer("soort", "a"))).toEqual(["later"]);
    partner.click({ verb: "continue", ...partner.ref }).click({ verb: "back", ...partner.ref, question: "plan" });
    expect(told(partner.answer("soort", "a,b"))).toBe("question");
  });

  test("waits while the worker calls, and the outcome can be seen meanwhile", () => {
    const partner = new Chat(today).start().answer("gevaar", "ja");
    partner.click({ verb: "pause", ...partner.ref });
    expect(partner.view).toMatchObject({ card: "call-now", reasons: ["Label gevaar: Optie ja"] });
    expect(partner.state?.walk?.answers).toEqual({ gevaar: ["ja"] });
    expect(partner.click({ verb: "outcome", ...partner.ref }).view).toMatchObject({ soFar: true });
  });

  test("is told by the result itself when no question is left", () => {
    expect(told(new Chat(today).start("gevaar-check").answer("gevaar", "ja"))).toBe("result");
  });
});

describe("clicks that come late, twice or wrong", () => {
  const second = () => chat().start().answer("gevaar", "nee");

  test("the same answer once more changes nothing and says nothing", () => {
    const twice = second().answer("gevaar", "nee");
    expect([twice.question, twice.notice]).toEqual(["soort", ""]);
  });

  test("another answer on an old card changes nothing and says how to change it", () => {
    const late = second().answer("gevaar", "weet-ik-niet");
    expect([late.question, late.notice]).toEqual(["soort", "notice.already-answered"]);
    expect(late.state?.walk?.answers).toEqual({ gevaar: ["nee"] });
  });

  test("a repeated back goes back once", () => {
    const back = second();
    const click: Action = { verb: "back", ...back.ref, question: "soort" };
    expect(back.click(click).click(click).question).toBe("gevaar");
    expect(back.state?.walk?.earlier).toEqual({ gevaar: ["nee"] });
  });

  test.each([
    ["nothing chosen", "soort", "", "notice.choose-something"],
    ["an option that does not exist", "soort", "z", "notice.choose-listed"],
    ["niets beside another", "soort", "niets,a", "notice.choose-alone"],
    ["a question that does not exist", "weg", "ja", "notice.old-card"],
    ["a question that is not open yet", "plan", "ja", "notice.old-card"],
  ])("%s gives the current card and a friendly line", (_name, question, chosen, notice) => {
    const wrong = second().answer(question, chosen);
    expect(wrong.cards).toEqual(["=question"]);
    expect([wrong.question, wrong.notice]).toEqual(["soort", notice]);
  });

  test("two answers to a single question are refused", () => {
    expect(chat().start().answer("gevaar", "ja,nee").notice).toBe("notice.choose-one");
  });

  test.each<[string, Partial<Action>, string]>([
    ["another walk", { walk: "oud" } as Partial<Action>, "notice.other-walk"],
    ["another version", { version: "v0" } as Partial<Action>, "notice.questions-changed"],
  ])("a card of %s gives the current card and a friendly line", (_name, change, notice) => {
    const old = second();
    const action = { verb: "answer", ...old.ref, question: "soort", chosen: "a", ...change } as Action;
    expect(old.click(action).notice).toBe(notice);
    expect(old.state?.walk?.answers).toEqual({ gevaar: ["nee"] });
  });

  test("a card of a walk that is gone gives the menu", () => {
    const gone = chat();
    gone.click({ verb: "answer", walk: "weg", version: "v1", question: "gevaar", option: "ja" });
    expect(gone.cards).toEqual(["=menu"]);
    expect(gone.notice).toBe("notice.walk-gone");
  });

  test("a button of an unknown shape gives the current card", () => {
    expect(second().take({ type: "unknown-action" }).question).toBe("soort");
    expect(chat().take({ type: "unknown-action" }).cards).toEqual(["=menu"]);
  });

  test("stop on the card of an earlier walk does not stop the open one", () => {
    const open = second().click({ verb: "stop", walk: "oud" });
    expect(open.notice).toBe("notice.other-walk");
    expect(open.state?.walk).toBeDefined();
  });

  test("a flow that does not exist gives the menu", () => {
    expect(chat().start("weg").notice).toBe("notice.unknown-button");
  });
});

describe("danger and late answers", () => {
  test("the same answer once more keeps the 112 card until the worker goes on", () => {
    const danger = chat().start().answer("gevaar", "ja");
    const ref = danger.ref;
    danger.click({ verb: "answer", ...ref, question: "gevaar", chosen: "ja" });
    expect(danger.cards).toEqual(["=danger-now"]);
    danger.click({ verb: "continue", ...ref }).answer("soort", "a");
    danger.click({ verb: "answer", ...ref, question: "gevaar", chosen: "ja" });
    expect(danger.question).toBe("plan");
  });

  test("a refused late answer that would mean danger comes with 112", () => {
    const late = chat().start().answer("gevaar", "nee").answer("gevaar", "ja");
    expect(late.notice).toBe("notice.already-answered-danger");
  });

  test("skipping the region keeps the one that was chosen, and the open question comes back", () => {
    const open = chat().start().click({ verb: "region", region: "hier" }).click({ verb: "region" });
    expect([open.state?.region, open.question]).toEqual(["hier", "gevaar"]);
  });
});

describe("stopping and resuming", () => {
  test("stop deletes the answers, and says so", () => {
    const stopped = chat().start().answer("gevaar", "nee").type("stop");
    expect(stopped.cards).toEqual(["+message"]);
    expect(stopped.state?.walk).toBeUndefined();
    expect(stopped.type("verder").notice).toBe("notice.no-open-walk");
  });

  test("finish deletes the answers", () => {
    const end = finished();
    expect(end.click({ verb: "finish", ...end.ref }).view).toMatchObject({ card: "confirm", verb: "finish" });
    expect(end.click({ verb: "finish", ...end.ref, sure: true }).state?.walk).toBeUndefined();
  });

  test("stop asks once when more than three answers would go", () => {
    const long = new Chat(
      makeContent([
        makeFlow([
          makePhase(
            "een",
            ["a", "b", "c", "d", "e"].map((id) => makeQuestion(id)),
          ),
        ]),
      ]),
    ).start();
    for (const id of ["a", "b", "c"]) long.answer(id, "ja");
    const short = new Chat(long.content).start().answer("a", "ja");
    expect(short.type("stop").cards).toEqual(["+message"]);
    long.answer("d", "ja").type("stop");
    expect(long.view).toMatchObject({ card: "confirm", verb: "stop" });
    expect(long.click({ verb: "continue", ...long.ref }).question).toBe("e");
    long.click({ verb: "stop", walk: long.ref.walk }).click({ verb: "stop", walk: long.ref.walk, sure: true });
    expect([long.cards, long.state?.walk]).toEqual([["=message"], undefined]);
  });

  test("an earlier answer can be changed, and the others stay", () => {
    const changed = finished();
    changed.click({ verb: "answers", ...changed.ref });
    expect(changed.view).toMatchObject({
      card: "answers",
      answers: [
        { question: "gevaar", phase: "Fase eerste" },
        { question: "soort", chosen: "Optie a" },
        { question: "plan" },
      ],
    });
    changed.click({ verb: "change", ...changed.ref, question: "soort" });
    expect([changed.question, (changed.view as QuestionView).earlierIds]).toEqual(["soort", "a"]);
    expect(changed.answer("soort", "niets").cards).toEqual(["=result"]);
    expect(changed.state?.walk?.answers).toEqual({ gevaar: ["nee"], soort: ["niets"], plan: ["ja"] });
    expect(changed.type("antwoorden").cards).toEqual(["+answers"]);
  });

  test("an advice is read below its suggestion, which stays", () => {
    const end = chat().start().answer("gevaar", "ja");
    end.click({ verb: "suggestion", ...end.ref, signal: "nu" });
    expect(end.view).toMatchObject({ card: "suggestion", id: "nu", advice: ["Doe iets."] });
    end.click({ verb: "explain", ...end.ref, article: "weg", signal: "nu" });
    expect(end.cards).toEqual(["=suggestion", "+no-answer"]);
  });

  test("a started walk is not thrown away by another start", () => {
    const open = chat().start().answer("gevaar", "nee").start("andere");
    expect(open.view).toMatchObject({ card: "open-walk", answered: 1, flow: "andere" });
    expect(open.click({ verb: "resume" }).question).toBe("soort");
    expect(open.click({ verb: "start", flow: "andere", again: true }).question).toBe("gevaar");
    expect(open.state?.walk?.answers).toEqual({});
  });

  test("the questions about danger are asked again within the open walk, which then goes on where it was", () => {
    const open = chat().start().answer("gevaar", "nee").answer("soort", "a").start("gevaar-check");
    expect([open.question, open.notice]).toEqual(["gevaar", "notice.same-questions"]);
    expect((open.view as QuestionView).earlierIds).toBe("nee");
    expect(open.start("gevaar-check").question).toBe("gevaar");
    expect(open.answer("gevaar", "weet-ik-niet").question).toBe("plan");
    expect(open.state?.walk).toMatchObject({ flow: "top3", answers: { gevaar: ["weet-ik-niet"], soort: ["a"] } });
  });

  test("a warning of an answer about danger stays in sight while that is asked again", () => {
    const open = chat().start().answer("gevaar", "ja").start("gevaar-check");
    expect((open.view as QuestionView).banners).toEqual(["Bel 112."]);
    expect((open.answer("gevaar", "nee").view as QuestionView).banners).toEqual([]);
  });

  test("refresh and verder show where the walk is", () => {
    const other = chat().start().answer("gevaar", "nee");
    expect(other.click({ verb: "refresh", ...other.ref }).question).toBe("soort");
    expect(other.type("verder").cards).toEqual(["+question"]);
  });

  test("what is typed during a walk leaves it as it is", () => {
    const before = chat().start().answer("gevaar", "nee");
    const walk = before.state?.walk;
    expect(before.type("Wat nu met Jan?").question).toBe("soort");
    expect(before.state?.walk).toEqual(walk);
    expect(JSON.stringify(before.replies)).not.toContain("Jan");
  });
});

describe("content that changes during a walk", () => {
  test("keeps the answers that still exist, and tells when some were dropped", () => {
    const open = chat().start().answer("gevaar", "nee").answer("soort", "a");
    open.content = makeContent([makeFlow([makePhase("eerste", [questions.gevaar, questions.plan])], "top3", "v2")]);
    expect(open.type("verder").question).toBe("plan");
    expect(open.notice).toBe("notice.answers-dropped");
    expect(open.state?.walk).toMatchObject({ version: "v2", answers: { gevaar: ["nee"] } });
  });

  test("says so when the whole walk is gone", () => {
    const open = chat().start().answer("gevaar", "nee");
    open.content = makeContent([]);
    expect(open.type("verder").notice).toContain("notice.flow-gone");
  });

  test.each<[string, (chat: Chat) => Chat, string[]]>([
    ["menu", (open) => open.type("menu"), ["+menu"]],
    ["a card with a notice of its own", (open) => open.type("terug"), ["+menu"]],
    ["a question", (open) => open.type("zomaar iets"), ["+no-answer", "text"]],
    ["danger", (open) => open.type("hij slaat haar nu"), ["+danger-typed", "text"]],
    ["stop", (open) => open.type("stop"), ["+message", "text"]],
    ["a click", (open) => open.click({ verb: "stop" }), ["=message", "text"]],
  ])("says so with the next card, whatever it is: %s", (_what, act, cards) => {
    const open = chat().start().answer("gevaar", "nee");
    open.content = makeContent([]);
    expect(act(open).cards).toEqual(cards);
    expect(JSON.stringify(open.replies).split("notice.flow-gone")).toHaveLength(2);
    expect(JSON.stringify(open.type("menu").replies)).not.toContain("notice.flow-gone");
  });
});

describe("the result", () => {
  const withRoute = () => chat().start().answer("gevaar", "nee").answer("soort", "b").answer("plan", "ja");

  test("asks for the region once, when a suggestion depends on it", () => {
    const asked = withRoute();
    expect(asked.cards).toEqual(["=region"]);
    asked.click({ verb: "region", region: "hier" });
    expect(asked.cards).toEqual(["=result"]);
    expect((asked.view as ResultView).lead[0]?.next).toContain("Route hier.");
    expect(asked.start().answer("gevaar", "nee").answer("soort", "b").answer("plan", "ja").cards).toEqual(["=result"]);
  });

  test("is promised with the region only when the walk is done", () => {
    const asked = (open: ReturnType<typeof chat>) =>
      (open.click({ verb: "show", show: "region" }).view as RegionView).forResult;
    expect([asked(chat()), asked(chat().start()), asked(withRoute())]).toEqual([false, false, true]);
  });

  test("without a region the general route is used; an unknown region is asked again", () => {
    expect(withRoute().click({ verb: "region" }).state?.region).toBe("andere-regio");
    expect(withRoute().type("sla over").state?.region).toBe("andere-regio");
    expect(withRoute().click({ verb: "region", region: "weg" }).notice).toBe("notice.region-unknown");
  });

  test("keeps a reaction and whether it was useful, and shows them", () => {
    const end = withRoute().click({ verb: "region", region: "hier" });
    end.click({ verb: "react", ...end.ref, signal: "route", reaction: "eens" });
    expect(end.view).toMatchObject({ card: "suggestion", id: "route", reaction: "eens" });
    end.click({ verb: "react", ...end.ref, signal: "nu", reaction: "eens" });
    expect([end.view.card, end.notice]).toEqual(["result", "notice.unknown-button"]);
    end.click({ verb: "useful", ...end.ref, useful: "nee" });
    expect((end.view as ResultView).useful).toBe("nee");
  });

  test("names what is still unknown", () => {
    const end = chat().start().answer("gevaar", "weet-ik-niet").answer("soort", "niets").answer("plan", "ja");
    const view = end.view as ResultView;
    expect(view.openCount).toBe(2);
    expect(end.click({ verb: "find-out", ...end.ref }).view).toMatchObject({
      unknown: ["Label gevaar: Vraag het na."],
      possible: [{ title: "Signaal nu", findOut: ["Label gevaar"] }],
    });
    expect(view.info.map((item) => item.title)).toEqual(["Signaal weetje"]);
    expect(view.nothing).toBe(true);
  });

  test("the summary is plain text with the choices and nothing else", () => {
    const end = withRoute().click({ verb: "region", region: "hier" });
    end.click({ verb: "summary", ...end.ref });
    expect(end.cards).toEqual(["=result", "text"]);
    const text = end.replies.flatMap((reply) => ("text" in reply ? [reply.text] : []))[0];
    expect(text).toContain("- Label soort: Optie b");
    expect(text).toContain("Signaal route");
    expect(chat().start().type("samenvatting").cards).toEqual(["+question"]);
    expect(chat().start().answer("gevaar", "nee").type("samenvatting").cards).toEqual(["text", "+question"]);
  });

  test("can be asked for before the end, and leads back", () => {
    const early = chat().start().answer("gevaar", "ja");
    early.click({ verb: "outcome", ...early.ref });
    expect(early.view).toMatchObject({ card: "result", soFar: true, lead: [{ id: "nu" }] });
    expect(early.click({ verb: "continue", ...early.ref }).question).toBe("soort");
    expect(chat().start().answer("gevaar", "nee").type("uitkomst").view).toMatchObject({ soFar: true, nothing: true });
    expect((finished().view as ResultView).soFar).toBe(false);
  });
});

describe("what is typed", () => {
  const article = (id: string, words: string[]): Article => ({
    id,
    title: `Titel ${id}`,
    topic: "meldcode",
    questions: words,
    typed: {},
    words,
    sources: [{ document: "proef" }],
    status: "concept",
    owner: "team",
    "review-by": "2030-01-01",
    related: [],
    walk: "gevaar-check",
    text: `Uitleg over ${id}.`,
  });
  const typing = () => {
    const partner = chat();
    const articles = [article("huisverbod", ["huisverbod"]), article("kindcheck", ["kindcheck"])];
    partner.content = { ...content, articles: new Map(articles.map((one) => [one.id, one])) };
    return partner;
  };

  test("a question gets its article, with the walk that fits", () => {
    const asked = typing().type("wat is een huisverbod?");
    expect(asked.view).toMatchObject({ card: "article", id: "huisverbod", start: { flow: "gevaar-check" } });
  });

  test("a question without an article gets the honest card, with topics", () => {
    expect(typing().type("hoe laat gaat de trein").cards).toEqual(["+no-answer"]);
  });

  test("a question during a walk is answered, and the open question comes back", () => {
    const asked = typing().start().answer("gevaar", "nee").type("wat is een huisverbod?");
    expect(asked.cards).toEqual(["+article", "+question"]);
    expect(asked.state?.walk?.answers).toEqual({ gevaar: ["nee"] });
  });

  test("danger comes first, then the answer, then the open question", () => {
    const asked = typing().start().type("hij knijpt haar keel dicht, wat is een huisverbod?");
    expect(asked.cards[0]).toBe("+danger-typed");
    expect(asked.cards.at(-1)).toBe("+question");
    expect(asked.cards).not.toContain("+no-answer");
  });

  test("personal data end the message: nothing is searched, and nothing is repeated", () => {
    const asked = typing().type("wat is een huisverbod voor mevrouw Jansen, bsn 111222333?");
    expect(asked.cards).toEqual(["+personal-data"]);
    expect(JSON.stringify([asked.replies, asked.state])).not.toMatch(/jansen|111222333/i);
  });

  test("danger is seen beside personal data", () => {
    const asked = typing().type("mevrouw Jansen is net gewurgd door haar man");
    expect(asked.cards).toEqual(["+danger-typed", "+personal-data"]);
  });

  test("who names someone and tells about a case gets the way to safety as well", () => {
    const asked = typing().type("mevrouw Jansen vertelde dat haar zoon weer naar school gaat");
    expect(asked.cards).toEqual(["+personal-data", "+case"]);
    expect(JSON.stringify([asked.replies, asked.state])).not.toMatch(/jansen/i);
  });

  test("an article can be opened from another card, and explains a term below its question", () => {
    const partner = typing().start();
    partner.click({ verb: "explain", ...partner.ref, article: "kindcheck" });
    expect(partner.cards).toEqual(["=question", "+article"]);
    expect(partner.click({ verb: "article", article: "weg" }).cards).toEqual(["=no-answer"]);
    expect(partner.click({ verb: "topic", topic: "meldcode" }).view).toMatchObject({
      card: "article-choice",
      articles: [{ id: "huisverbod" }, { id: "kindcheck" }],
      ask: "",
    });
  });
});

describe("whatever happens", () => {
  const option = fc.constantFrom("ja", "nee", "weet-ik-niet", "a", "b", "niets", "opnieuw", "weg", "a,b");
  const ref = { walk: fc.constantFrom("ronde-1", "ronde-2", "oud"), version: fc.constantFrom("v1", "v0") };
  const action = fc.oneof(
    fc.record({ verb: fc.constant("start"), flow: fc.constantFrom("top3", "gevaar-check", "weg") }),
    fc.record({
      verb: fc.constant("answer"),
      ...ref,
      question: fc.constantFrom("gevaar", "soort", "plan", "weg"),
      chosen: option,
    }),
    fc.record({ verb: fc.constant("back"), ...ref, question: fc.constantFrom("gevaar", "soort", "plan") }),
    fc.record({ verb: fc.constantFrom("continue", "refresh", "finish", "pause", "outcome"), ...ref }),
    fc.record({ verb: fc.constantFrom("outcome", "answers"), ...ref, page: fc.integer({ min: 1, max: 20 }) }),
    fc.record({ verb: fc.constant("change"), ...ref, question: fc.constantFrom("gevaar", "soort", "weg") }),
    fc.record({ verb: fc.constantFrom("finish", "stop"), ...ref, sure: fc.boolean() }),
    fc.record({ verb: fc.constant("suggestion"), ...ref, signal: fc.constantFrom("nu", "route", "weg") }),
    fc.record({ verb: fc.constantFrom("summary", "find-out"), ...ref }),
    fc.record({ verb: fc.constant("region"), region: fc.constantFrom("hier", "weg") }),
    fc.record({ verb: fc.constant("stop"), walk: fc.constantFrom("ronde-1", "oud") }),
    fc.record({ verb: fc.constant("show"), show: fc.constantFrom("menu", "phases", "help", "region") }),
    fc.record({ verb: fc.constant("resume"), card: fc.constantFrom("welcome", "phases", "weg") }),
  ) as fc.Arbitrary<Action>;

  test("an action never throws and its first reply alone replaces the card", () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
        const partner = new Chat(content);
        for (const event of actions) {
          const replaced = partner.click(event).replies.map((reply) => "view" in reply && reply.replace);
          expect(replaced.indexOf(true)).toBe(0);
          expect(replaced.lastIndexOf(true)).toBe(0);
        }
      }),
    );
  });

  test("a delivery that comes twice leaves the state as it was", () => {
    fc.assert(
      fc.property(fc.array(action, { minLength: 1, maxLength: 20 }), (actions) => {
        const partner = new Chat(content);
        for (const event of actions) {
          partner.click(event);
          const once = partner.state;
          expect(partner.click(event).state).toEqual(once);
        }
      }),
    );
  });
});

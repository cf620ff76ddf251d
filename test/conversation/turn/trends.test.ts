import { describe, expect, test } from "@jest/globals";
import { trendsView } from "../../../src/conversation/views/trends-view.ts";
import type { MessageView } from "../../../src/conversation/views/view.ts";
import type { Counter } from "../../../src/usage/count.ts";
import { makeContent, makeFlow, makePhase, makeQuestion } from "../../support/make-content.ts";
import { readerOf } from "../../trends/support/reader-of.ts";
import { Chat } from "../support/chat.ts";

const region = (id: string) => ({
  id,
  title: `Regio ${id}`,
  order: 1,
  mda: { state: "geen" as const, text: "Geen." },
  status: "concept" as const,
});
const content = makeContent([makeFlow([makePhase("eerste", [makeQuestion("gevaar")])])], [], {
  regions: new Map(["hier", "daar"].map((id) => [id, region(id)])),
});
const known = makeContent([...content.flows.values()], [], {
  regions: content.regions,
  commands: new Map([...content.commands, ["trends", "trends"] as const]),
});

function chatOf(maySeeTrends: boolean): Chat {
  const chat = new Chat(known).take({ type: "installed" });
  chat.maySeeTrends = maySeeTrends;
  return chat;
}

describe("asking for trends", () => {
  test("by a word or a button gives them, with the choices of the card", () => {
    const chat = chatOf(true);
    expect(chat.type("trends").trends).toEqual([{ trends: { period: 12 }, replace: false }]);
    expect(chat.click({ verb: "trends", card: "menu" }).cards).toEqual(["=menu"]);
    expect(chat.trends).toEqual([{ trends: { period: 12 }, replace: false }]);
    chat.click({ verb: "trends", period: "12", region: "hier" });
    expect(chat.trends).toEqual([{ trends: { period: 12, region: "hier" }, replace: true }]);
  });

  test("with a choice that does not exist gives the usual one", () => {
    const chat = chatOf(true).click({ verb: "trends", period: "13", region: "elders" });
    expect(chat.trends).toEqual([{ trends: { period: 12 }, replace: true }]);
  });

  test("by someone who may not see them says so and asks for nothing, also by a button of another person's card", () => {
    const chat = chatOf(false);
    expect(chat.type("trends").trends).toEqual([]);
    expect((chat.view as MessageView).title).toBe("trends.refused.title");
    expect(chat.click({ verb: "trends", period: "6" }).trends).toEqual([]);
    expect(chat.cards).toEqual(["=message"]);
  });

  test("each month can be turned on and off from the card, by who may see them", () => {
    const chat = chatOf(true).click({ verb: "monthly", on: true, period: "6", region: "hier" });
    expect(chat.monthly).toEqual({ on: true, filters: { period: 6, region: "hier" } });
    expect(chat.trends).toEqual([{ trends: { period: 6, region: "hier" }, replace: true }]);
    expect(chat.click({ verb: "monthly", on: false }).monthly).toMatchObject({ on: false });
    expect(chat.type("trends").monthly).toBeUndefined();
    const other = chatOf(false).click({ verb: "monthly", on: true });
    expect([other.monthly, other.cards]).toEqual([undefined, ["=message"]]);
  });

  test("is offered in the menu to who may see them", () => {
    expect(chatOf(true).type("menu").view).toMatchObject({ card: "menu", trends: true });
    expect(chatOf(false).type("menu").view).toMatchObject({ card: "menu", trends: false });
  });

  test("leaves an open walk as it is", () => {
    const chat = chatOf(true).start();
    const before = chat.state?.walk;
    chat.type("trends");
    expect(chat.state?.walk).toEqual(before);
  });
});

describe("the trends card", () => {
  const started = (week: string, n: number, where = "hier"): Counter => ({
    region: where,
    week,
    metric: "walk-started",
    value: "top3",
    n,
  });

  function show(counters: Counter[], isDemo = false, isInvented = false) {
    const now = new Date("2026-04-13T12:00:00Z");
    return readerOf(counters, { isDemo, isInvented, now })(content);
  }
  const QUARTER = { period: 3 };

  test("has a bar for each month, also one that is hidden, and says so", async () => {
    const counters = [started("2026-W05", 41), started("2026-W10", 4), started("2026-W11", 40)];
    const view = trendsView(content, QUARTER, await show(counters), {
      url: "https://example.test/trends",
      monthly: false,
    });
    expect(view.bars).toEqual([
      { x: "trends.bar.morejan 26", y: 8 },
      { x: "trends.bar.fewfeb 26", y: 0 },
      { x: "trends.bar.moremrt 26", y: 11.3 },
    ]);
    expect(view.months.map(({ title }) => title)).toEqual(["januari 2026", "februari 2026", "maart 2026"]);
    expect(view.months.map(({ started: text }) => text)).toEqual([
      "trends.at-least",
      "trends.too-few",
      "trends.at-least",
    ]);
    expect(view.labels).toEqual([]);
    expect(view.url).toBe("https://example.test/trends");
  });

  test("says when it was published and three things about what changed, and offers each period and region", async () => {
    const view = trendsView(content, QUARTER, await show([started("2026-W11", 40)]), { url: "", monthly: true });
    expect(view.monthly).toBe(true);
    expect(view.changes[0]).toBe("trends.since");
    expect(view.changes).toHaveLength(4);
    expect(view.periods.map(({ value }) => value)).toContain(view.period);
    expect(view.regions.map(({ value }) => value)).toEqual(["alle", "hier", "daar", "geen-regio"]);
  });

  test("says only when there will be something, as long as there is nothing", async () => {
    const view = trendsView(content, QUARTER, await show([]), { url: "", monthly: false });
    expect(view).toMatchObject({ changes: ["trends.no-use-yet"], bars: [] });
  });

  test("shows the running month only where nothing is configured, and says so, as it does of invented numbers", async () => {
    const view = trendsView(content, QUARTER, await show([started("2026-W16", 90)], true, true), {
      url: "",
      monthly: false,
    });
    expect(view.bars.at(-1)).toEqual({ x: "trends.bar.moreapr 26", y: 18 });
    expect(view.labels).toEqual(["trends.invented", "trends.demo", "trends.demo-running"]);
  });
});

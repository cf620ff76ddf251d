import { describe, expect, test } from "@jest/globals";
import { checkCard } from "../../src/check/cards/check-card.ts";
import { rendererOf } from "../../src/render/render-card.ts";
import { content, nodesOf, sample, sentBy, textsOf } from "./support/samples.ts";

const render = rendererOf(content);

/** Eight, so that they would not fit one row of buttons, with titles as long as the longest of the articles. */
const MANY = Array.from({ length: 8 }, (_, index) => ({ id: `artikel-${index}`, title: `${"x".repeat(64)}${index}` }));

describe("an article", () => {
  test("shows each paragraph apart, and lists as they are", () => {
    const card = render(sample("article", { text: "Eerst dit.\n\n- Een\n- Twee\n\nDan dat." }));
    expect(textsOf(card)).toEqual(expect.arrayContaining(["Eerst dit.", "- Een\n- Twee", "Dan dat."]));
  });

  test("leads to its related articles, which are read out by their whole title", () => {
    const card = render(sample("article", { related: MANY }));
    const rows = nodesOf(card, "Container").flatMap(({ selectAction }) => selectAction ?? []);
    expect(sentBy(rows)).toEqual(MANY.map(({ id }) => ({ verb: "article", article: id })));
    expect(rows).toMatchObject(MANY.map(({ title }) => ({ title })));
    expect(checkCard(card)).toEqual([]);
  });

  test("starts the walk that fits, at its phase when it has one, and no walk when none fits", () => {
    const started = (flow: string, phase: string) =>
      sentBy(render(sample("article", { start: { flow, phase, title: "Ronde" } }))).filter(
        ({ verb }) => verb === "start",
      );
    expect(started("top3", "herstel")).toEqual([{ verb: "start", flow: "top3", phase: "herstel" }]);
    expect(started("gevaar-check", "")).toEqual([{ verb: "start", flow: "gevaar-check" }]);
    expect(started("", "")).toEqual([]);
  });

  test("has room on its button for every walk and every phase", () => {
    const titles = [...content.flows.values()].flatMap(({ title, phases }) => [
      title,
      ...phases.map((one) => one.title),
    ]);
    for (const title of titles) {
      const start = { flow: "top3", phase: "", title };
      expect(checkCard(render(sample("article", { start })))).toEqual([]);
    }
  });

  test("names every source, and says that it is a concept only when it is", () => {
    const { texts } = content;
    const line = (concept: boolean) =>
      textsOf(render(sample("article", { sources: ["Eerste", "Tweede"], concept }))).filter((text) =>
        String(text).includes("Eerste; Tweede"),
      );
    const { concept } = texts.common as { concept: string };
    expect(line(true)).toEqual([expect.stringContaining(concept)]);
    expect(line(false)).toEqual([expect.not.stringContaining(concept)]);
  });

  test("shared with a colleague has no buttons, and one line more that says where it comes from", () => {
    const bare = { related: [], start: { flow: "", phase: "", title: "" }, ask: "" };
    const shared = render(sample("article", { shared: true }));
    const own = textsOf(render(sample("article", bare)));
    expect(nodesOf(shared, "Action.")).toEqual([]);
    expect(textsOf(shared)).toHaveLength(own.length + 1);
    expect(checkCard(shared)).toEqual([]);
  });

  test("without links, related articles and a walk leaves nothing empty behind", () => {
    const bare = { links: [], related: [], start: { flow: "", phase: "", title: "" } };
    const card = render(sample("article", bare));
    expect(checkCard(card)).toEqual([]);
    expect(sentBy(card).map(({ verb }) => verb)).toEqual(["helped", "helped", "show"]);
    const thanked = render(sample("article", { ...bare, thanked: true }));
    expect(sentBy(thanked).map(({ verb }) => verb)).toEqual(["show"]);
  });
});

describe("a chat with the programme", () => {
  const ask = "https://teams.microsoft.com/l/chat/0/0?users=een@proef.test,twee@proef.test";

  test.each(["article", "article-choice", "no-answer"] as const)("is opened from %s when there is somebody", (card) => {
    const opened = (url: string) => nodesOf(render(sample(card, { ask: url })), "Action.OpenUrl");
    expect(opened(ask)).toMatchObject([{ url: ask }]);
    expect(opened("")).toEqual([]);
    expect(checkCard(render(sample(card, { ask: "" })))).toEqual([]);
  });
});

describe("a choice of articles", () => {
  test("has each article as a row of its own, however many and long they are", () => {
    const card = render(sample("article-choice", { articles: MANY }));
    const chosen = sentBy(card).filter(({ verb }) => verb === "article");
    expect(chosen.map(({ article }) => article)).toEqual(MANY.map(({ id }) => id));
    expect(checkCard(card)).toEqual([]);
  });

  test("is headed by its topic, or by a question when there is none", () => {
    const heading = (topic: string) => textsOf(render(sample("article-choice", { topic })))[0];
    expect(heading("Meldcode")).toBe("Meldcode");
    expect(heading("")).toMatch(/\?$/);
  });
});

describe("no answer", () => {
  test.each([1, 7, 14])("offers all of %i topics once, in order", (count) => {
    const topics = sample("no-answer").topics.slice(0, count);
    const card = render(sample("no-answer", { topics }));
    const offered = sentBy(card).filter(({ verb }) => verb === "topic");
    expect(offered.map(({ topic }) => topic)).toEqual(topics.map(({ id }) => id));
    expect(checkCard(card)).toEqual([]);
  });

  test("names a person to ask, and 112", () => {
    const all = textsOf(render(sample("no-answer"))).join("\n");
    for (const part of ["aandachtsfunctionaris", "0800-2000", "112"]) expect(all).toContain(part);
  });
});

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { CardFile } from "../../src/content/content.ts";
import type { SignalView } from "../../src/conversation/view.ts";
import { CARD_NAMES } from "../../src/render/card-names.ts";
import { checkCard } from "../../src/render/check-card.ts";
import { createRenderer } from "../../src/render/render-card.ts";
import { content, nodesOf, sample, sentBy, textsOf } from "./support/samples.ts";

const render = createRenderer(content);
const OPTIONS = [
  { id: "ja", text: "Ja", suggested: false },
  { id: "nee", text: "Nee", suggested: false },
];
const SIGNAL = sample("result").signals[0] as SignalView;

describe("every card", () => {
  test.each(CARD_NAMES)("%s expands from its sample and passes the structural rules", (name) => {
    expect(checkCard(render(sample(name)))).toEqual([]);
  });

  test.each(CARD_NAMES)("%s is never green, because nothing here says that it is safe", (name) => {
    expect(JSON.stringify(render(sample(name)))).not.toMatch(/"(style|color)":"good"/i);
  });

  test("rendering twice gives the same card and changes neither template nor view", () => {
    const view = sample("result");
    const before = structuredClone([view, content.cards.get("result")]);
    expect(render(view)).toEqual(render(view));
    expect([view, content.cards.get("result")]).toEqual(before);
  });

  test("text from the content stands on the card exactly as it is, whatever is in it", () => {
    const special = fc.constantFrom("${walk}", '"', "\\", "`", "\n", "*", "_", "[a](b)", "é", "{{DATE(x)}}", "$data");
    const text = fc.array(fc.oneof(special, fc.string()), { minLength: 1 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, (written) => {
        const view = sample("question", {
          text: written,
          checklist: [],
          options: [{ ...OPTIONS[0], text: written }] as never,
        });
        const card = render(view);
        expect(textsOf(card)).toContain(written);
        expect(nodesOf(card, "Action.Execute")[0]?.title).toBe(written);
      }),
      { seed: 2, numRuns: 100 },
    );
  });
});

describe("refresh", () => {
  test.each(["question", "result"] as const)("%s refreshes itself for the one user it is sent to", (name) => {
    const { walk, version } = sample(name);
    const card = render(sample(name), { userId: "29:gebruiker" });
    expect(card.refresh).toEqual({
      action: { type: "Action.Execute", verb: "refresh", data: { walk, version } },
      userIds: ["29:gebruiker"],
    });
    expect(checkCard(card)).toEqual([]);
  });

  test.each(CARD_NAMES.filter((name) => name !== "question" && name !== "result"))("%s stays as it is", (name) => {
    expect(render(sample(name), { userId: "29:gebruiker" })).not.toHaveProperty("refresh");
  });

  test("without a user nothing refreshes", () => {
    expect(render(sample("question"))).not.toHaveProperty("refresh");
  });
});

describe("a question", () => {
  test("with one answer has each option as the only button of its own row", () => {
    const card = render(sample("question", { kind: "single", options: OPTIONS }));
    const rows = nodesOf(card, "ActionSet").filter(({ actions }) => sentBy(actions)[0]?.verb === "answer");
    expect(rows.map(({ actions }) => sentBy(actions).map(({ option }) => option))).toEqual([["ja"], ["nee"]]);
    expect(nodesOf(card, "Input.")).toEqual([]);
  });

  test("with several answers has a choice set with what was chosen before, and one button to send it", () => {
    const view = sample("question", { kind: "multiple", options: OPTIONS, earlierIds: "ja,nee" });
    const card = render(view);
    expect(nodesOf(card, "Input.ChoiceSet")).toMatchObject([
      { id: "chosen", isMultiSelect: true, value: "ja,nee", choices: [{ value: "ja" }, { value: "nee" }] },
    ]);
    const { walk, version, question } = view;
    expect(sentBy(card).filter(({ verb }) => verb === "answer")).toEqual([{ verb: "answer", walk, version, question }]);
    expect(checkCard(card)).toEqual([]);
  });

  test("with several answers leaves the choices out of what the other buttons send", () => {
    const card = render(sample("question", { kind: "multiple", options: OPTIONS, canGoBack: true }));
    const others = nodesOf(card, "Action.Execute").filter(({ verb }) => verb !== "answer");
    expect(others.map(({ verb, associatedInputs }) => [verb, associatedInputs])).toEqual([
      ["explain", "none"],
      ["back", "none"],
      ["outcome", "none"],
      ["stop", "none"],
    ]);
  });

  test("shows the suggested option in words and in colour, and no other", () => {
    const options = [{ ...OPTIONS[0], suggested: true }, OPTIONS[1]] as typeof OPTIONS;
    const card = render(sample("question", { options, suggestion: "Omdat het zo is." }));
    const styles = nodesOf(card, "Action.Execute").map(({ data, style }) => [
      (data as { option?: string }).option,
      style,
    ]);
    expect(styles.slice(0, 2)).toEqual([
      ["ja", "positive"],
      ["nee", "default"],
    ]);
    expect(textsOf(card).filter((text) => String(text).includes("Omdat het zo is."))).toHaveLength(1);
  });

  test("without banners, notice, earlier answer, suggestion and checklist leaves nothing empty behind", () => {
    const bare = {
      banners: [],
      notice: "",
      earlier: "",
      earlierIds: "",
      suggestion: "",
      checklist: [],
      options: OPTIONS,
    };
    const full = render(sample("question"));
    const card = render(sample("question", { ...bare, canGoBack: false, concept: false }));
    expect(checkCard(card)).toEqual([]);
    expect(textsOf(card).length).toBeLessThan(textsOf(full).length);
    expect(sentBy(card).map(({ verb }) => verb)).not.toContain("back");
  });

  test("shows every banner", () => {
    const card = render(sample("question", { banners: ["Eerste banier", "Tweede banier"] }));
    expect(textsOf(card)).toEqual(expect.arrayContaining(["Eerste banier", "Tweede banier"]));
  });

  test("names a range while it is open how many questions follow, and one number when it is known", () => {
    const open = textsOf(render(sample("question", { progress: { number: 3, min: 12, max: 15 } })));
    const known = textsOf(render(sample("question", { progress: { number: 3, min: 12, max: 12 } })));
    expect(open[1]).toMatch(/3\D+12\D*$/);
    expect(open[1]).not.toEqual(known[1]);
    expect(known[1]).toMatch(/3\D+12\D*$/);
  });

  test("offers to explain a term only when an article does", () => {
    const explained = (explain: string) =>
      sentBy(render(sample("question", { explain }))).filter(({ verb }) => verb === "explain");
    const { walk, version } = sample("question");
    expect(explained("structurele-onveiligheid")).toEqual([
      { verb: "explain", walk, version, article: "structurele-onveiligheid" },
    ]);
    expect(explained("")).toEqual([]);
  });

  test("hides why it is asked until someone wants to know", () => {
    const card = render(sample("question"));
    const [toggle] = nodesOf(card, "Action.ToggleVisibility");
    const hidden = nodesOf(card, "Container").filter(({ isVisible }) => isVisible === false);
    expect(hidden.map(({ id }) => id)).toEqual(toggle?.targetElements);
    expect(textsOf(hidden)).toContain(sample("question").why);
  });
});

describe("the result", () => {
  test("without any suggestion says so, asks for no reaction, and still names a person", () => {
    const empty = { signals: [], notes: [], possible: [], unknown: [], info: [], meldcode: false, pages: 1 };
    const card = render(sample("result", { ...empty, nothing: true }));
    expect(checkCard(card)).toEqual([]);
    expect(sentBy(card).map(({ verb }) => verb)).not.toContain("react");
    expect(JSON.stringify(textsOf(card))).toContain("0800-2000");
  });

  test("marks the reaction that was given, and no other", () => {
    const card = render(sample("result", { signals: [{ ...SIGNAL, reaction: "niet-eens" }] }));
    const marked = nodesOf(card, "Action.Execute").filter(({ title }) => String(title).startsWith("✓"));
    expect(sentBy(marked)).toMatchObject([{ verb: "react", signal: SIGNAL.id, reaction: "niet-eens" }]);
  });

  test("names each level in words", () => {
    const levels = ["nu", "vandaag", "bespreek"] as const;
    const titles = levels.map((level) => {
      const card = render(sample("result", { signals: [{ ...SIGNAL, level }] }));
      const place = textsOf(card).indexOf(SIGNAL.title);
      return textsOf(card)[place - 1];
    });
    expect(new Set(titles).size).toBe(levels.length);
  });

  test.each([
    { page: 1, pages: 1, reachable: [] },
    { page: 1, pages: 3, reachable: [2] },
    { page: 2, pages: 3, reachable: [1, 3] },
    { page: 3, pages: 3, reachable: [2] },
  ])("on page $page of $pages leads to pages $reachable", ({ page, pages, reachable }) => {
    const turns = sentBy(render(sample("result", { page, pages }))).filter(({ verb }) => verb === "page");
    expect(turns.map((turn) => turn.page)).toEqual(reachable);
  });

  test("with a signal that has no advice, reasons or links leaves nothing empty behind", () => {
    const signals = [{ ...SIGNAL, advice: [], reasons: [], links: [] }];
    const possible = [{ title: "Kan ook", findOut: [] }];
    expect(checkCard(render(sample("result", { signals, possible })))).toEqual([]);
  });
});

describe("what cannot be rendered", () => {
  test("a missing card is named when the renderer is made", () => {
    const cards = new Map([...content.cards].filter(([name]) => name !== "menu"));
    expect(() => createRenderer({ ...content, cards })).toThrow(expect.objectContaining({ code: "CARD_MISSING" }));
  });

  test("a template that cannot be read is named when the renderer is made", () => {
    const broken: CardFile = { template: { type: "AdaptiveCard", text: "${not(}" }, sample: {} };
    const cards = new Map([...content.cards, ["menu", broken] as const]);
    expect(() => createRenderer({ ...content, cards })).toThrow(expect.objectContaining({ code: "CARD_INVALID" }));
  });
});

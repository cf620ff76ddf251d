import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { checkCard } from "../../src/check/cards/check-card.ts";
import type { CardFile } from "../../src/content/content.ts";
import { CARD_NAMES } from "../../src/render/card-names.ts";
import { rendererOf } from "../../src/render/render-card.ts";
import { content, nodesOf, sample, sentBy, textsOf } from "./support/samples.ts";

const render = rendererOf(content);
const OPTIONS = [
  { id: "ja", text: "Ja", suggested: false },
  { id: "nee", text: "Nee", suggested: false },
];

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

  test("says the fixed texts of its own content, also when another one was shown in between", () => {
    const texts = { ...content.texts, menu: { ...(content.texts.menu as object), title: "Iets anders" } };
    const other = rendererOf({ ...content, texts: texts as typeof content.texts });
    const own = textsOf(render(sample("menu")));
    expect(own).not.toContain("Iets anders");
    expect(textsOf(other(sample("menu")))).toContain("Iets anders");
    expect(textsOf(rendererOf({ ...content })(sample("menu")))).toEqual(own);
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

  test("carries its own walk, also when another walk asks the same", () => {
    const refs = ["een", "twee", "een"].map((walk) => {
      const [{ walk: sent, version } = {}] = sentBy(render(sample("question", { walk, version: `versie ${walk}` })));
      return [sent, version];
    });
    expect(refs).toEqual([
      ["een", "versie een"],
      ["twee", "versie twee"],
      ["een", "versie een"],
    ]);
  });

  test("is filled in anew when it says something else", () => {
    const [one, other] = ["Eerst.", "Daarna."].map((notice) => textsOf(render(sample("question", { notice }))));
    expect(one).toContain("Eerst.");
    expect(other).toContain("Daarna.");
    expect(other).not.toContain("Eerst.");
  });

  test("with several answers leaves the choices out of what the other buttons send", () => {
    const card = render(sample("question", { kind: "multiple", options: OPTIONS, canGoBack: true }));
    const others = nodesOf(card, "Action.Execute").filter(({ verb }) => verb !== "answer");
    expect(others.map(({ verb, associatedInputs }) => [verb, associatedInputs])).toEqual([
      ["back", "none"],
      ["outcome", "none"],
      ["stop", "none"],
      ["answers", "none"],
      ["skip-phase", "none"],
      ["explain", "none"],
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
  const lead = { id: "wapen", title: "Een wapen", next: "Bel vandaag." };

  test("without any suggestion says so, and still names a person", () => {
    const empty = { lead: [], groups: [], notes: [], openCount: 0, info: [], meldcode: false, pages: 1 };
    const card = render(sample("result", { ...empty, nothing: true }));
    expect(checkCard(card)).toEqual([]);
    expect(sentBy(card).map(({ verb }) => verb)).not.toContain("suggestion");
    expect(JSON.stringify(textsOf(card))).toContain("0800-2000");
  });

  test("opens each suggestion, and its lines can be pressed as a whole", () => {
    const groups = [{ title: "Bespreken", rows: [{ id: "regie", title: "Spreek af wie de regie heeft" }] }];
    const card = render(sample("result", { lead: [{ ...lead, level: "vandaag" }], groups }));
    const opened = sentBy(card).filter(({ verb }) => verb === "suggestion");
    expect(opened.map(({ signal }) => signal)).toEqual(["wapen", "regie"]);
    expect(nodesOf(card, "ColumnSet")[0]?.selectAction).toMatchObject({ title: "Spreek af wie de regie heeft" });
  });

  test("names each level of the most urgent in words and in colour", () => {
    const cards = (["nu", "vandaag", "bespreek"] as const).map((level) =>
      render(sample("result", { lead: [{ ...lead, level }] })),
    );
    const titles = cards.map((card) => textsOf(card)[textsOf(card).indexOf(lead.title) - 1]);
    expect(new Set(titles).size).toBe(3);
  });

  test("of a walk that is not done leads back to the questions, and does not finish", () => {
    const verbs = (soFar: boolean) => sentBy(render(sample("result", { soFar }))).map(({ verb }) => verb);
    expect(verbs(true)).toContain("continue");
    expect(verbs(true)).not.toEqual(expect.arrayContaining(["finish"]));
    expect(verbs(false)).toContain("finish");
  });

  test.each([
    { page: 1, pages: 1, reachable: [] },
    { page: 1, pages: 3, reachable: [2] },
    { page: 2, pages: 3, reachable: [1, 3] },
    { page: 3, pages: 3, reachable: [2] },
  ])("on page $page of $pages leads to pages $reachable", ({ page, pages, reachable }) => {
    const turns = sentBy(render(sample("result", { page, pages }))).filter(({ verb }) => verb === "outcome");
    expect(turns.map((turn) => turn.page)).toEqual(reachable);
  });
});

describe("a suggestion", () => {
  test("marks the reaction that was given, and no other", () => {
    const card = render(sample("suggestion", { id: "wapen", reaction: "niet-eens" }));
    const marked = nodesOf(card, "Action.Execute").filter(({ title }) => String(title).startsWith("✓"));
    expect(sentBy(marked)).toMatchObject([{ verb: "react", signal: "wapen", reaction: "niet-eens" }]);
  });

  test("reads our own articles before links to elsewhere, and keeps its place", () => {
    const card = render(sample("suggestion", { id: "wapen", read: [{ id: "wapens", title: "Wapens" }] }));
    expect(sentBy(card).find(({ verb }) => verb === "explain")).toMatchObject({ article: "wapens", signal: "wapen" });
  });

  test("without advice, reasons, articles and links leaves nothing empty behind", () => {
    const bare = { advice: [], reasons: [], read: [], links: [], notice: "" };
    expect(checkCard(render(sample("suggestion", bare)))).toEqual([]);
  });
});

describe("a ranking", () => {
  test("has a list for each place, with what was there before, and one button", () => {
    const places = [
      { id: "first", label: "Nummer 1", chosen: "b" },
      { id: "second", label: "Nummer 2", chosen: "" },
    ];
    const options = ["a", "b"].map((id) => ({ id, text: `Soort ${id}`, suggested: false }));
    const card = render(sample("question", { kind: "ranking", options, places }));
    expect(checkCard(card)).toEqual([]);
    expect(nodesOf(card, "Input.ChoiceSet")).toMatchObject([
      { id: "first", value: "b", choices: [{ value: "a" }, { value: "b" }] },
      { id: "second", value: "" },
    ]);
    expect(sentBy(card).filter(({ verb }) => verb === "answer")).toHaveLength(1);
  });
});

describe("what cannot be rendered", () => {
  test("a missing card is named when it is asked for", () => {
    const cards = new Map([...content.cards].filter(([name]) => name !== "menu"));
    expect(() => rendererOf({ ...content, cards })(sample("menu"))).toThrow(
      expect.objectContaining({ code: "CARD_MISSING" }),
    );
  });

  test("a template that cannot be read is named when its card is asked for", () => {
    const broken: CardFile = { template: { type: "AdaptiveCard", text: "${not(}" }, sample: {} };
    const cards = new Map([...content.cards, ["menu", broken] as const]);
    expect(() => rendererOf({ ...content, cards })(sample("menu"))).toThrow(
      expect.objectContaining({ code: "CARD_INVALID" }),
    );
  });
});

import { describe, expect, test } from "@jest/globals";
import { checkContent } from "../../src/check/check-content.ts";
import { formatMistakes, type Mistake } from "../../src/content/mistake.ts";
import { createParser } from "../../src/content/parse-file.ts";
import { type Changes, contentFolder } from "../content/support/content-folder.ts";
import { type Break, breakText } from "../content/support/load-broken.ts";
import { completeContent } from "./support/complete-content.ts";

const BASE = completeContent();
/** Each case changes one file: the others are parsed once. */
const parse = createParser();
const GEVAAR = "dialogs/questions/gevaar.yaml";
const WEGEN = "dialogs/questions/wegen.yaml";
const PLAN = "dialogs/questions/plan.yaml";
const NU = "dialogs/signals/nu.yaml";
const FLOOR = "dialogs/signals/vloer.yaml";
const REGION = "dialogs/regions/hier.yaml";
const COMMON = "dialogs/texts/common.yaml";
const WALK = "dialogs/texts/walk.yaml";
const DANGER = "dialogs/texts/danger.yaml";
const CARD = "cards/menu.card.json";
const LONG = "Dit is een antwoord met zoveel woorden dat de knop op geen enkele telefoon past";

/** A condition that no answers make true. */
const NEVER =
  "{ all: [{ question: direct-gevaar, is: ja }, { question: direct-gevaar, is: nee }, { none: [{ question: direct-gevaar, is: weet-ik-niet }] }] }";

async function check(changes: Changes) {
  const { folder, remove } = await contentFolder(changes, BASE);
  const { content, mistakes } = await checkContent(folder, { parse });
  await remove();
  const found = mistakes.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`);
  return { content, mistakes, found };
}

async function checkBroken(broken: Pick<Break, "file" | "edits">) {
  const { text, place } = breakText(broken, BASE[broken.file] ?? "");
  return { place, ...(await check({ [broken.file]: text })) };
}

const CASES: Break[] = [
  {
    when: "nothing looks at an option",
    rule: "unused-option",
    file: GEVAAR,
    edits: [
      [
        "      - id: niets-hiervan\n",
        "      - id: @@opgesloten\n        text: Iemand is opgesloten\n      - id: niets-hiervan\n",
      ],
    ],
  },
  {
    when: "no-advice names an option that does not exist",
    rule: "unknown-option",
    file: GEVAAR,
    edits: [["no-advice: [niets-hiervan]", "no-advice: [niets-hiervan, @@iets]"]],
  },
  {
    when: "a fixed sentence is gone",
    rule: "missing-text",
    file: WALK,
    edits: [["stopped:\n  title:", "stopped:\n  @@titel:"]],
  },
  {
    when: "a card names a text that does not exist",
    rule: "card",
    file: CARD,
    edits: [["${texts.menu.title}", "@@${texts.menu.titel}"]],
  },
  {
    when: "a card names a text that does not exist, in a part that its sample does not show",
    rule: "missing-text",
    file: "cards/result.card.json",
    edits: [["texts.result.nothing.title", "@@texts.result.nothing.titel"]],
  },
  {
    when: "a card has another version",
    rule: "card",
    file: CARD,
    edits: [
      ["{", "@@{"],
      ['"version": "1.5"', '"version": "1.6"'],
    ],
  },
  {
    when: "a card has a formula that cannot be read",
    rule: "card",
    file: CARD,
    edits: [
      ["{", "@@{"],
      ["${texts.menu.title}", "${if(}"],
    ],
  },
  {
    when: "a question cannot be asked",
    rule: "unreachable-question",
    file: WEGEN,
    edits: [["when: { question: direct-gevaar, is: nee }", `when: @@${NEVER}`]],
  },
  {
    when: "a gate never opens",
    rule: "closed-phase",
    file: "dialogs/flows/lang.yaml",
    edits: [
      [
        "      question: direct-gevaar\n      is: nee",
        "      @@all:\n        - { question: direct-gevaar, is: ja }\n        - { question: direct-gevaar, is: nee }",
      ],
    ],
  },
  {
    when: "an invariant does not hold",
    rule: "invariant-broken",
    file: NU,
    edits: [
      ["    level: nu", "    level: vandaag"],
      ["id: gevaar-is-nu", "id: @@gevaar-is-nu"],
    ],
  },
  {
    when: "a signal asks for ja and nee on one question",
    rule: "never-true",
    file: NU,
    edits: [
      [
        "      question: direct-gevaar\n      is: ja\n    level",
        "      @@all:\n        - { question: direct-gevaar, is: ja }\n        - { question: direct-gevaar, is: nee }\n    level",
      ],
    ],
  },
  {
    when: "a part of a signal needs an answer that is not asked for then",
    rule: "never-true",
    file: NU,
    edits: [
      [
        "      question: direct-gevaar\n      is: ja\n    level",
        "      any:\n        - { question: direct-gevaar, is: ja }\n        - @@all: [{ question: structureel, is: ja }, { question: direct-gevaar, is: ja }]\n    level",
      ],
    ],
  },
  {
    when: "a rule is about answers that nobody can give",
    rule: "never-true",
    file: NU,
    edits: [
      [
        "      question: direct-gevaar\n      is: ja\n    then",
        "      @@none: [{ question: direct-gevaar, is: [ja, nee, weet-ik-niet] }]\n    then",
      ],
    ],
  },
  {
    when: "a line of a checklist can never show",
    rule: "never-true",
    file: PLAN,
    edits: [
      [
        "          question: wat-gebeurd\n          is: [wapen, letsel]\n        text",
        "          @@all: [{ question: wat-gebeurd, is: niets-hiervan }, { question: wat-gebeurd, is: letsel }]\n        text",
      ],
    ],
  },
  {
    when: "an example goes otherwise",
    rule: "example-fails",
    file: "dialogs/examples/gevaar.yaml",
    edits: [
      ["- expect:", "- @@expect:"],
      ["card: danger-now", "card: menu"],
    ],
  },
  { when: "a button is too long", rule: "card", file: GEVAAR, edits: [["text: Ja", `text: @@${LONG}`]] },
  {
    when: "a result becomes too large for Teams",
    rule: "card",
    file: NU,
    edits: [
      ["title: Gevaar", "title: @@Gevaar"],
      [
        "      - text: Bel 112.",
        `${"      - text: Bel 112. Ga naar een plek waar je veilig kunt bellen.\n".repeat(400)}`,
      ],
    ],
  },
  {
    when: "advice is too long to read",
    rule: "too-big",
    file: NU,
    edits: [["text: Bel 112.", `text: @@${"Bel 112. ".repeat(40)}`]],
  },
  {
    when: "a question is far too long",
    rule: "too-big",
    file: GEVAAR,
    edits: [["text: Wat is er gebeurd?", `text: @@${"Wat is er gebeurd? ".repeat(160)}`]],
  },
  {
    when: "a fixed sentence is far too long",
    rule: "too-big",
    file: DANGER,
    edits: [
      ["  intro: Volgens je antwoorden", `  intro: @@${"Volgens je antwoorden. ".repeat(40)}Volgens je antwoorden`],
    ],
  },
  {
    when: "a text names something to fill in with a slip",
    rule: "placeholder",
    file: WALK,
    edits: [["progress: Vraag {nummer}", "progress: @@Vraag {numer}"]],
  },
  {
    when: "a question has something to fill in",
    rule: "placeholder",
    file: GEVAAR,
    edits: [["text: Wat is er gebeurd?", "text: @@Wat is er met {naam} gebeurd?"]],
  },
  {
    when: "an article holds a name and an address",
    rule: "personal-data",
    file: "dialogs/knowledge/uitleg.md",
    edits: [["Een plan is een", "@@Bel mevrouw Jansen, Kerkstraat 12. Een plan is een"]],
  },
  {
    when: "a question of an article holds a name",
    rule: "personal-data",
    file: "dialogs/knowledge/uitleg.md",
    edits: [["[wat is een plan]", "[@@wat is het plan van mevrouw Jansen]"]],
  },
  {
    when: "a link was checked on a day that is still to come",
    rule: "future-date",
    file: "dialogs/links.yaml",
    edits: [["checked: 2025-03-31", "checked: @@2999-01-01"]],
  },
  {
    when: "a region was checked on a day that is still to come",
    rule: "future-date",
    file: REGION,
    edits: [["on: 2025-03-31", "on: @@2999-01-01"]],
  },
  {
    when: "advice says what may never be said",
    rule: "never-say",
    file: NU,
    edits: [["text: Bel 112.", "text: @@Blijf daar. Het is VEILIG!"]],
  },
  {
    when: "a checklist says what may never be said",
    rule: "never-say",
    file: PLAN,
    edits: [["text: Spreek af wie kijkt.", "text: @@Ja, het is veilig."]],
  },
  {
    when: "a question says what may never be said",
    rule: "never-say",
    file: GEVAAR,
    edits: [["text: Wat is er gebeurd?", "text: @@Het is veilig. Wat is er gebeurd?"]],
  },
  {
    when: "a reason to ask says what may never be said",
    rule: "never-say",
    file: GEVAAR,
    edits: [["why: Gevaar gaat voor.", "why: @@Het is veilig."]],
  },
  {
    when: "an article says what may never be said",
    rule: "never-say",
    file: "dialogs/knowledge/uitleg.md",
    edits: [["Een plan is een", "@@Het is veilig. Een plan is een"]],
  },
  {
    when: "the 112 card says what may never be said",
    rule: "never-say",
    file: DANGER,
    edits: [["  intro: Volgens je antwoorden", "  intro: @@Het is veilig. Volgens je antwoorden"]],
  },
  {
    when: "a card says in words of its own what may never be said",
    rule: "never-say",
    file: "cards/danger-now.card.json",
    edits: [[`"\${texts['danger-now'].intro}"`, `@@"\${texts['danger-now'].intro} Het is veilig."`]],
  },
  {
    when: "a region says what may never be said",
    rule: "never-say",
    file: REGION,
    edits: [["text: Overleg", "text: @@Het is veilig. Overleg"]],
  },
];

test("a text that is still empty hides no other mistake, and what holds it can neither be used nor tried", async () => {
  const region = (BASE[REGION] ?? "").replace("Overleg met de voorzitter.", '""').replace("2025-03-31", "2099-03-31");
  const { folder, remove } = await contentFolder({ [REGION]: region }, BASE);
  const { content, readable, mistakes } = await checkContent(folder, { parse });
  await remove();
  expect(mistakes.map(({ rule }) => rule)).toEqual(["too-small", "future-date"]);
  expect([content, readable]).toEqual([undefined, undefined]);
});

test("a region that keeps the contact or the name of the region it was copied from is a warning", async () => {
  const text = (BASE[REGION] ?? "").replace(
    "text: Overleg met",
    'contact: "Bel 072 548 48 48."\n  text: In Hier overleg je met',
  );
  const copy = text
    .replace("id: hier", "id: ginds")
    .replace("title: Hier", "title: Ginds")
    .replace("order: 1", "order: 2");
  const { folder, remove } = await contentFolder({ [REGION]: text, "dialogs/regions/ginds.yaml": copy }, BASE);
  const { content, warnings } = await checkContent(folder, { parse });
  await remove();
  expect(content?.regions.size).toBe(2);
  const others = warnings.filter(({ rule }) => rule !== "few-examples");
  expect(others.map(({ file, line, rule }) => `${file}:${line} ${rule}`)).toEqual([
    "dialogs/regions/ginds.yaml:7 other-region",
    `${REGION}:6 same-contact`,
  ]);
});

test("an answer that no question has in a rule that never lowers is a warning, and content with it may be used", async () => {
  const text = BASE[FLOOR] ?? "";
  const { folder, remove } = await contentFolder(
    { [FLOOR]: text.replace("from: [nee, ", "from: [nee, wie-weet, ") },
    BASE,
  );
  const { content, warnings } = await checkContent(folder, { parse });
  await remove();
  expect(content).toBeDefined();
  const line = text.slice(0, text.indexOf("from: [nee")).split("\n").length;
  expect(warnings.filter(({ rule }) => rule === "option-of-no-question")).toMatchObject([{ file: FLOOR, line }]);
});

test("all hard words that a worker can read are one warning, and content with them may be used", async () => {
  const text = (BASE[REGION] ?? "").replace("text: Overleg met", "text: Indien het misgaat, overleg tevens met");
  const list = "words:\n  - indien = als\n  - tevens = ook\n";
  const { folder, remove } = await contentFolder({ [REGION]: text, "dialogs/hard-words.yaml": list }, BASE);
  const { content, warnings } = await checkContent(folder, { parse });
  await remove();
  expect(content).toBeDefined();
  const hard = warnings.filter(({ rule }) => rule === "hard-words");
  expect(hard).toHaveLength(1);
  expect(hard[0]?.what).toMatch(/"Indien" \(als\) in dialogs\/regions\/hier\.yaml:\d+:\d+, "tevens" \(ook\) in /);
});

const lines = (mistakes: Mistake[]) =>
  formatMistakes(mistakes).map((line) => line.split(" ").slice(0, 3).join(" ").trim());

/** What the check says to add, with a name and a day. */
function confirmedIn(fix = ""): string {
  return fix.slice(fix.indexOf("confirmed:")).replace("jaar-maand-dag", "2026-01-31");
}

test("what says bevestigd but is not what was confirmed is a warning with the letters to add", async () => {
  const text = (BASE[REGION] ?? "").replace("status: concept", "status: bevestigd");
  const { folder, remove, write } = await contentFolder({ [REGION]: text }, BASE);
  const lapsed = async () =>
    (await checkContent(folder, { parse })).warnings.filter(({ rule }) => rule === "not-confirmed");
  const [warning] = await lapsed();
  expect(warning).toMatchObject({ file: REGION, rule: "not-confirmed" });
  await write({ [REGION]: `${text}${confirmedIn(warning?.fix)}\n` });
  expect(await lapsed()).toEqual([]);
  await remove();
});

test("what follows from a mistake is folded behind it", async () => {
  const { mistakes } = await check({
    [GEVAAR]: (BASE[GEVAAR] ?? "").replace("  - id: direct-gevaar\n    label", "  - label"),
  });
  expect(mistakes.length).toBeGreaterThan(5);
  expect(lines(mistakes)[0]).toBe(`${GEVAAR}:4:5  missing-key`);
  expect(formatMistakes(mistakes)[1]).toMatch(/^ {4}en \d+ regels die hierdoor komen/);
  expect(formatMistakes(mistakes)).toHaveLength(2);
});

test.each([
  ["empty", ""],
  ["saved in another encoding", "\uFFFE"],
  ["cut off", (BASE[GEVAAR] ?? "").slice(0, 300)],
])("a file that is %s comes before all that refers to it", async (_how, text) => {
  const { mistakes } = await check({ [GEVAAR]: text });
  const places = mistakes.map(({ file }) => file);
  expect(places[0]).toBe(GEVAAR);
  expect(formatMistakes(mistakes).length).toBeLessThan(5);
});

test("a question that comes up elsewhere in many examples is named in its own file", async () => {
  const example = BASE["dialogs/examples/gevaar.yaml"] ?? "";
  const more = Object.fromEntries(
    ["een", "twee", "drie"].map((id) => [`dialogs/examples/${id}.yaml`, example.replace("id: gevaar", `id: ${id}`)]),
  );
  const gevaar = BASE[GEVAAR] ?? "";
  const [head = "", first = "", second = ""] = gevaar.split(/(?=^ {2}- )/m);
  const { mistakes } = await check({ ...more, [GEVAAR]: gevaar.replace(head + first + second, head + second + first) });
  const moved = mistakes.filter(({ rule }) => rule.startsWith("example"));
  expect(moved[0]).toMatchObject({ file: GEVAAR, line: 4, rule: "examples-fail" });
  expect(moved[0]?.what).toMatch(/"wat-gebeurd".* 4 voorbeelden/);
  expect(formatMistakes(moved)).toHaveLength(2);
});

test("complete content has no mistakes", async () => {
  const { content, mistakes } = await check({});
  expect(mistakes).toEqual([]);
  expect(content?.questions.size).toBe(15);
});

describe("content is checked as it will be used", () => {
  test.each(CASES)("and a mistake is at its place when $when", async (broken) => {
    const { place, found, content } = await checkBroken(broken);
    expect(found).toContain(`${place} ${broken.rule}`);
    expect(content).toBeUndefined();
  });
});

test("a broken invariant comes with answers that show it", async () => {
  const { mistakes } = await checkBroken({ file: NU, edits: [["    level: nu", "    level: vandaag"]] });
  expect(mistakes.find(({ rule }) => rule === "invariant-broken")?.what).toContain("direct-gevaar = ja");
});

test("a card that the conversation needs must be there", async () => {
  const { found } = await check({ "cards/menu.card.json": null, "cards/menu.sample.json": null });
  expect(found).toEqual(["cards/menu.card.json:1:1 missing-card"]);
});

test("a card that the conversation never shows is reported", async () => {
  const { found } = await check({
    "cards/extra.card.json": BASE[CARD] ?? "",
    "cards/extra.sample.json": '{ "card": "menu" }',
  });
  expect(found).toEqual(["cards/extra.card.json:1:1 card-sample"]);
});

test("a file of fixed texts that is gone is one mistake for each group that it held", async () => {
  const { mistakes } = await check({ [DANGER]: null });
  const gone = mistakes.filter(({ rule }) => rule === "missing-text").map(({ file, what }) => `${file} ${what}`);
  expect(gone.toSorted()).toEqual(
    ["call-now", "danger-now", "danger-today", "danger-typed"].map((group) => expect.stringContaining(`"${group}:"`)),
  );
});

test("a slip in a file of fixed texts is one mistake, and not one for each text in it", async () => {
  const { found } = await check({ [DANGER]: (BASE[DANGER] ?? "").replace("title: Bel nu 112", "title: Bel: nu 112") });
  expect(found).toEqual([expect.stringMatching(/danger\.yaml:\d+:\d+ yaml-syntax$/)]);
});

test("a mistake in one place does not hide those in another", async () => {
  const { found } = await check({
    [COMMON]: (BASE[COMMON] ?? "").replace("weet-ik-niet: ", "weet-niet: "),
    [NU]: (BASE[NU] ?? "").replace("level: nu", "level: vandaag").replace("Bel 112.", "Het is veilig."),
    [WEGEN]: (BASE[WEGEN] ?? "").replace("when: { question: direct-gevaar, is: nee }", `when: ${NEVER}`),
  });
  const rules = new Set(found.map((line) => line.split(" ")[1]));
  expect(rules).toEqual(new Set(["missing-text", "never-say", "invariant-broken", "unreachable-question", "floor"]));
});

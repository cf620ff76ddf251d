import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createFirstCheck } from "../../src/check/first-check.ts";
import { applyRules } from "../../src/check/rules.ts";
import { type ContentFiles, toRawFiles } from "../../src/content/content-files.ts";
import { loadFiles } from "../../src/content/load-content.ts";
import type { Mistake } from "../../src/content/mistake.ts";
import { createParser } from "../../src/content/parse-file.ts";
import { applyMend, askToMend } from "../../src/studio/edit/apply-mend.ts";
import { placeMistakes } from "../../src/studio/forms/place-mistakes.ts";
import { named } from "../../src/studio/library/named.ts";
import { createLibraryReader } from "../../src/studio/library/read-library.ts";
import type { ThingKind } from "../../src/studio/library/thing.ts";
import { markOf } from "../../src/studio/pages/thing-page.ts";
import { completeContent } from "../check/support/complete-content.ts";
import { breakText } from "../content/support/load-broken.ts";
import { FILES, startStudio } from "./support/studio-site.ts";

const BASE = completeContent();
/** Enough for what is not about cards, in a third of the time. */
const WITHOUT_CARDS = Object.fromEntries(Object.entries(BASE).filter(([file]) => !file.startsWith("cards/")));
const readLibrary = createLibraryReader();
const SIGNALS = "dialogs/signals/nu.yaml";
const ARTICLE = "dialogs/knowledge/uitleg.md";
const REGION = "dialogs/regions/hier.yaml";
const LINKS = "dialogs/links.yaml";
const PLAN = "dialogs/questions/plan.yaml";
const DANGER = "dialogs/danger/wapen.yaml";

interface Case {
  when: string;
  rule: string;
  file: string;
  edits: [string, string][];
  thing: [ThingKind, string];
  field: string;
}

const ARTICLE_TEXT = "Een plan is een lijst met afspraken.";

const MISTAKES: Case[] = [
  {
    when: "a region has MDA++ and nobody says who said so",
    rule: "missing-source",
    file: REGION,
    edits: [["  source:\n    document: handleiding\n", ""]],
    thing: ["region", "hier"],
    field: "mda.state",
  },
  {
    when: "somebody looked at a region on a day that is still to come",
    rule: "future-date",
    file: REGION,
    edits: [["2025-03-31", "2099-03-31"]],
    thing: ["region", "hier"],
    field: "checked.on",
  },
  {
    when: "an article about the meldcode names no number",
    rule: "floor",
    file: ARTICLE,
    edits: [["topic: top3", "topic: meldcode"]],
    thing: ["article", "uitleg"],
    field: "text",
  },
  {
    when: "a number in an article has a slip of the pen",
    rule: "wrong-number",
    file: ARTICLE,
    edits: [[ARTICLE_TEXT, "Bel Veilig Thuis: 0800-2002."]],
    thing: ["article", "uitleg"],
    field: "text",
  },
  {
    when: "an article says that it is safe",
    rule: "never-say",
    file: ARTICLE,
    edits: [[ARTICLE_TEXT, "Het is nu veilig."]],
    thing: ["article", "uitleg"],
    field: "text",
  },
  {
    when: "a question of an article holds a name",
    rule: "personal-data",
    file: ARTICLE,
    edits: [["[wat is een plan]", "[wat is een plan, belt mevrouw Jansen]"]],
    thing: ["article", "uitleg"],
    field: "questions",
  },
  {
    when: "an article has braces that nothing is filled in for",
    rule: "placeholder",
    file: ARTICLE,
    edits: [[ARTICLE_TEXT, "Een plan voor {naam}."]],
    thing: ["article", "uitleg"],
    field: "text",
  },
  {
    when: "an article leads to a link that is not in the list",
    rule: "unknown-link",
    file: ARTICLE,
    edits: [["link: leidraad", "link: leidraat"]],
    thing: ["article", "uitleg"],
    field: "link",
  },
  {
    when: "advice is to talk with the family and does not say so",
    rule: "family-talk",
    file: SIGNALS,
    edits: [["Overleg vandaag.", "Praat met de ouders."]],
    thing: ["signal", "alarm"],
    field: "advice",
  },
  {
    when: "advice names somebody of the family and does not say what for",
    rule: "family-talk",
    file: SIGNALS,
    edits: [["Overleg vandaag.", "App oma."]],
    thing: ["signal", "alarm"],
    field: "advice",
  },
  {
    when: "an urgent signal does not remind of the meldcode",
    rule: "floor",
    file: SIGNALS,
    edits: [["    meldcode: true\n    links", "    links"]],
    thing: ["signal", "gevaar-nu"],
    field: "level",
  },
  {
    when: "an urgent signal does not name Veilig Thuis",
    rule: "floor",
    file: SIGNALS,
    edits: [["Bel Veilig Thuis: 0800-2000.", "Bel iemand."]],
    thing: ["signal", "alarm"],
    field: "advice",
  },
  {
    when: "a signal looks at a question that does not exist",
    rule: "unknown-question",
    file: SIGNALS,
    edits: [["- question: wat-gebeurd", "- question: wat-gebeurt"]],
    thing: ["signal", "alarm"],
    field: "when",
  },
  {
    when: "no answers bring a signal",
    rule: "never-true",
    file: SIGNALS,
    edits: [
      [
        "        - none:\n            - question: direct-gevaar\n              is: ja\n",
        "        - none: [{ question: wat-gebeurd, is: [wapen, letsel, niets-hiervan, weet-ik-niet] }]\n",
      ],
    ],
    thing: ["signal", "alarm"],
    field: "when",
  },
  {
    when: "a question depends on one that comes later",
    rule: "later-question",
    file: "dialogs/questions/gevaar.yaml",
    edits: [["    kind: multiple\n", "    kind: multiple\n    when: { question: plan, is: ja }\n"]],
    thing: ["question", "wat-gebeurd"],
    field: "when",
  },
  {
    when: "nothing looks at an answer",
    rule: "unused-option",
    file: PLAN,
    edits: [["    no-advice: [ja]\n", ""]],
    thing: ["question", "plan"],
    field: "options",
  },
  {
    when: "a question is from a source that does not exist",
    rule: "unknown-source",
    file: PLAN,
    edits: [["document: handleiding", "document: weg"]],
    thing: ["question", "plan"],
    field: "source.document",
  },
  {
    when: "a link does not begin with https",
    rule: "wrong-format",
    file: LINKS,
    edits: [["https://", "http://"]],
    thing: ["link", "overzicht"],
    field: "url",
  },
  {
    when: "a link was opened and has no address",
    rule: "link-incomplete",
    file: LINKS,
    edits: [["    url: https://example.org/overzicht\n", ""]],
    thing: ["link", "overzicht"],
    field: "status",
  },
  {
    when: "a link was opened and nobody says when",
    rule: "link-incomplete",
    file: LINKS,
    edits: [["    checked: 2025-03-31\n", ""]],
    thing: ["link", "overzicht"],
    field: "status",
  },
  {
    when: "the source of a region lacks its document",
    rule: "missing-key",
    file: REGION,
    edits: [["    document: handleiding", "    place: bladzijde 3"]],
    thing: ["region", "hier"],
    field: "mda.source.document",
  },
  {
    when: "a title is too long",
    rule: "too-big",
    file: REGION,
    edits: [["title: Hier", `title: ${"Hier ".repeat(20)}`]],
    thing: ["region", "hier"],
    field: "title",
  },
  {
    when: "two files have one id",
    rule: "duplicate-id",
    file: LINKS,
    edits: [["id: overzicht", "id: leidraad"]],
    thing: ["link", "leidraad"],
    field: "",
  },
  {
    when: "an example expects a signal that does not exist, below its region",
    rule: "unknown-signal",
    file: "dialogs/examples/gevaar.yaml",
    edits: [["      level: nu", "      level: nu\n      signals: [weg]"]],
    thing: ["example", "gevaar"],
    field: "",
  },
  {
    when: "a sentence with danger stands twice",
    rule: "duplicate-line",
    file: DANGER,
    edits: [["hij heeft een bijl", "hij heeft een mes!"]],
    thing: ["danger", "wapen"],
    field: "zo klinkt het.vandaag.team",
  },
];

const REMARKS: Case[] = [
  {
    when: "an article had to be read again by now",
    rule: "overdue",
    file: ARTICLE,
    edits: [["2030-01-01", "2026-01-01"]],
    thing: ["article", "uitleg"],
    field: "review-by",
  },
  {
    when: "two links have one name",
    rule: "same-name",
    file: LINKS,
    edits: [["title: Overzicht", "title: leidraad"]],
    thing: ["link", "overzicht"],
    field: "title",
  },
];

let site: Awaited<ReturnType<typeof startStudio>>;
beforeAll(async () => {
  site = await startStudio({ firstCheck: createFirstCheck() });
});
afterAll(() => site.close());

test("on the page it stands at the field, on other pages as what is wrong elsewhere, and it is gone when it is mended", async () => {
  const page = "/inhoud/regios/alkmaar";
  const save = (name: string, value: string, was: string) =>
    site.post(page, { [name]: value, was: JSON.stringify({ [name]: was }) });
  await save("mda.source.document", "", "toekomstscenario-nhn-2022");
  const told = await untilReadThrough(page);
  expect(told).toMatch(/id="mda\.state-mistakes"[^>]*><p class="mistake"><strong>Er staat dat er wel MDA\+\+ is/);
  expect(told).toMatch(/<div id="elsewhere" data-live="true"><\/div>/);
  expect(await untilReadThrough("/inhoud/regios/kennemerland")).toMatch(
    /id="elsewhere"[^>]*><p class="hint">Ook nog niet af in je concept: *<a href="\/inhoud\/regios\/alkmaar"/,
  );
  await save("mda.state", "onbekend", "actief");
  expect(await untilReadThrough(page)).not.toContain("maar niet wie dat zegt");
});

test("what refers to something that is gone is told on every page, with the title of what it is about and the way there", async () => {
  const file = "dialogs/links.yaml";
  const text = (FILES[file] ?? "").replace("- id: leidraad\n", "- id: leidraad-nieuw\n");
  await site.post("/inhoud/bestand", { file, text, was: markOf(FILES[file] ?? "") });
  const page = await untilReadThrough("/inhoud/regios/alkmaar");
  expect(page).toMatch(
    /Op een andere plek in je concept klopt iets niet:[\s\S]*Er is geen link &quot;leidraad&quot;\.[\s\S]*href="\/inhoud\/artikelen\//,
  );
});

/** The page once the cheap rules are through. */
async function untilReadThrough(path: string): Promise<string> {
  const { text } = await site.get(path);
  return text.includes(">De controle loopt.<") ? untilReadThrough(path) : text;
}

const parse = createParser();

function found(files: ContentFiles) {
  return applyRules(loadFiles(toRawFiles(files), { parse, keepsUnfinished: true }), ["cheap"]);
}

/** The mistakes at a field of a thing, after a change. */
async function at({ file, thing: [kind, id], field }: Case, files: ContentFiles, mistakes: readonly Mistake[]) {
  const library = await readLibrary(files);
  const thing = library.thing(kind, id);
  if (!thing) throw new Error(`${file} has no ${kind} ${id}`);
  return { library, here: placeMistakes(thing, library, mistakes).get(field) ?? [] };
}

test.each(MISTAKES)("while somebody types it is told at its field that $when, and its button mends it", async (one) => {
  const files = { ...WITHOUT_CARDS, [one.file]: breakText(one, BASE[one.file] ?? "").text };
  const { library, here } = await at(one, files, found(files).mistakes);
  expect(here.map(({ rule }) => rule)).toContain(one.rule);
  const [mistake] = here.filter(({ rule }) => rule === one.rule);
  if (!mistake?.mend) return;
  const { file, text } = applyMend(askToMend(mistake, library), (name) => files[name], library);
  const rules = found({ ...files, [file]: text }).mistakes.map(({ rule }) => rule);
  expect(rules).not.toContain(one.rule);
});

test("what is still empty keeps no other mistake from being told, and is told itself", async () => {
  const region = (BASE[REGION] ?? "")
    .replace("Overleg met de voorzitter.", '""')
    .replace("  source:\n    document: handleiding\n", "");
  const article = (BASE[ARTICLE] ?? "").replace("[wat is een plan]", "[]").replace(ARTICLE_TEXT, "Het is nu veilig.");
  const signals = (BASE[SIGNALS] ?? "")
    .replace("Overleg vandaag.", "Praat met de ouders.")
    .replace("title: Alarm", 'title: ""')
    .replace("      question: direct-gevaar\n      is: ja\n    level", '      question: ""\n      is: []\n    level');
  const rules = found({ ...BASE, [REGION]: region, [ARTICLE]: article, [SIGNALS]: signals }).mistakes.map(
    ({ file, rule }) => `${file} ${rule}`,
  );
  expect(rules.sort()).toEqual([
    `${ARTICLE} never-say`,
    `${ARTICLE} too-small`,
    `${REGION} missing-source`,
    `${REGION} too-small`,
    `${SIGNALS} family-talk`,
    `${SIGNALS} too-small`,
    `${SIGNALS} too-small`,
    `${SIGNALS} wrong-format`,
  ]);
});

test.each(REMARKS)("while somebody types it is remarked at its field that $when", async (one) => {
  const files = { ...BASE, [one.file]: breakText(one, BASE[one.file] ?? "").text };
  const { mistakes, warnings } = found(files);
  expect(mistakes).toEqual([]);
  expect((await at(one, files, warnings)).here.map(({ rule }) => rule)).toContain(one.rule);
});

test("nothing is told of content that is right", () => {
  expect(found(BASE).mistakes).toEqual([]);
});

test("a message names things by their title", async () => {
  const library = await readLibrary(BASE);
  expect(named('De vraag "plan" komt later, en de vraag "weg" niet.', library)).toBe(
    'De vraag “Is er een plan?” komt later, en de vraag "weg" niet.',
  );
});

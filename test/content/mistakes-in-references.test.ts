import { describe, expect, test } from "@jest/globals";
import { loadContent } from "../../src/content/load-content.ts";
import { contentFolder } from "./support/content-folder.ts";
import { type Break, loadBroken } from "./support/load-broken.ts";
import { SMALL_CONTENT } from "./support/small-content.ts";

const GEVAAR = "dialogs/questions/gevaar.yaml";
const PLAN = "dialogs/questions/plan.yaml";
const FLOW = "dialogs/flows/lang.yaml";
const NU = "dialogs/signals/nu.yaml";
const LINKS = "dialogs/links.yaml";
const REGION = "dialogs/regions/hier.yaml";
const EXAMPLE = "dialogs/examples/gevaar.yaml";
const WORDS = "dialogs/commands.yaml";

const CASES: Break[] = [
  { when: "a flow has a phase twice", rule: "duplicate-id", file: FLOW, edits: [["id: plan", "id: @@gevaar"]] },
  {
    when: "a question id is used twice",
    rule: "duplicate-id",
    file: GEVAAR,
    edits: [["id: wat-gebeurd", "id: @@direct-gevaar"]],
  },
  { when: "an option id is used twice", rule: "duplicate-id", file: GEVAAR, edits: [["id: letsel", "id: @@wapen"]] },
  { when: "a signal id is used twice", rule: "duplicate-id", file: NU, edits: [["id: alarm", "id: @@gevaar-nu"]] },
  { when: "a link id is used twice", rule: "duplicate-id", file: LINKS, edits: [["id: overzicht", "id: @@leidraad"]] },
  {
    when: "a signal presupposes something that nobody says what it is",
    rule: "unknown-premise",
    file: NU,
    edits: [["    meldcode: true\n    links", "    presupposes: [@@kinderen]\n    meldcode: true\n    links"]],
  },
  {
    when: "a signal offers an article that is not there",
    rule: "unknown-article",
    file: NU,
    edits: [["    meldcode: true\n    links", "    read: [@@weg]\n    meldcode: true\n    links"]],
  },
  {
    when: "a question writes 'weet ik niet' itself",
    rule: "reserved-option",
    file: GEVAAR,
    edits: [["id: letsel", "id: @@weet-ik-niet"]],
  },
  { when: "a flow file is not named after its id", rule: "file-name", file: FLOW, edits: [["id: lang", "id: @@kort"]] },
  {
    when: "a question file is not named after its phase",
    rule: "file-name",
    file: PLAN,
    edits: [["phase: plan", "phase: @@los"]],
  },
  {
    when: "a signal file is not named after its group",
    rule: "file-name",
    file: NU,
    edits: [["group: nu", "group: @@straks"]],
  },
  {
    when: "a region file is not named after its id",
    rule: "file-name",
    file: REGION,
    edits: [["id: hier", "id: @@daar"]],
  },
  {
    when: "an example file is not named after its id",
    rule: "file-name",
    file: EXAMPLE,
    edits: [["id: gevaar", "id: @@iets"]],
  },
  {
    when: "a question has a source that does not exist",
    rule: "unknown-source",
    file: PLAN,
    edits: [["document: handleiding", "document: @@boek"]],
  },
  {
    when: "a signal has a source that does not exist",
    rule: "unknown-source",
    file: NU,
    edits: [["document: handleiding", "document: @@boek"]],
  },
  {
    when: "a region has a source that does not exist",
    rule: "unknown-source",
    file: REGION,
    edits: [["document: handleiding", "document: @@boek"]],
  },
  {
    when: "a region says that there is a route, but not who says so",
    rule: "missing-source",
    file: REGION,
    edits: [
      ["state: actief", "state: @@actief"],
      ["  source:\n    document: handleiding\n", ""],
    ],
  },
  {
    when: "a signal has a link that does not exist",
    rule: "unknown-link",
    file: NU,
    edits: [["[leidraad]", "[@@leidrad]"]],
  },
  {
    when: "a link falls back on one that does not exist",
    rule: "unknown-link",
    file: LINKS,
    edits: [["fallback: overzicht", "fallback: @@niets"]],
  },
  {
    when: "a link falls back on itself",
    rule: "fallback-loop",
    file: LINKS,
    edits: [["fallback: overzicht", "fallback: @@leidraad"]],
  },
  {
    when: "links fall back on each other",
    rule: "fallback-loop",
    file: LINKS,
    edits: [
      ["fallback: overzicht", "fallback: @@overzicht"],
      ["    checked: 2025-03-31", "    checked: 2025-03-31\n    fallback: leidraad"],
    ],
  },
  {
    when: "a verified link has no address",
    rule: "link-incomplete",
    file: LINKS,
    edits: [
      ["    url: https://example.org/overzicht\n", ""],
      ["status: geverifieerd", "status: @@geverifieerd"],
    ],
  },
  {
    when: "an invariant promises a signal that does not exist",
    rule: "unknown-signal",
    file: NU,
    edits: [["level-at-least: nu", "any-signal: [alarm, @@gevaar]"]],
  },
  {
    when: "a word means two commands",
    rule: "duplicate-word",
    file: WORDS,
    edits: [["[verder]", '[verder, @@"Terug!"]']],
  },
  { when: "a command word has no letters", rule: "empty-word", file: WORDS, edits: [["[verder]", '[verder, @@"?"]']] },
  {
    when: "the text of 'weet ik niet' is gone",
    rule: "missing-text",
    file: "dialogs/texts/common.yaml",
    edits: [["weet-ik-niet: Weet ik niet\n", "@@"]],
  },
  {
    when: "a group of texts stands in two files",
    rule: "duplicate-text",
    file: "dialogs/texts/start.yaml",
    edits: [["menu:", "@@welcome:"]],
  },
];

describe("a mistake in what content refers to", () => {
  test.each(CASES)("is reported at its place when $when", async (broken) => {
    const { place, found, content } = await loadBroken(broken);
    expect(found).toContain(`${place} ${broken.rule}`);
    expect(content).toBeUndefined();
  });
});

test("advice does not lead to a page about one region, where a worker of another one would follow its route", async () => {
  const links = (SMALL_CONTENT[LINKS] ?? "").replace(
    "    title: Leidraad\n",
    "    title: Leidraad\n    region: Elders\n",
  );
  const made = await contentFolder({ [LINKS]: links });
  const { mistakes } = await loadContent(made.folder);
  await made.remove();
  expect(mistakes).toMatchObject([{ file: NU, rule: "other-region" }]);
});

test("nobody is an owner of topics twice, however the address is written, and every topic is one that there is", async () => {
  const owners = (second: string) =>
    `owners:\n  - { id: een, address: een@proef.test, topics: [mda] }\n  - { id: twee, ${second} }\n`;
  const check = async (second: string) => {
    const { folder, remove } = await contentFolder({ "dialogs/topic-owners.yaml": owners(second) });
    const { mistakes } = await loadContent(folder);
    await remove();
    return mistakes;
  };
  expect(await check("address: twee@proef.test")).toEqual([]);
  expect(await check("address: Een@Proef.test")).toMatchObject([{ line: 3, rule: "duplicate-owner" }]);
  expect(await check("address: twee@proef.test, topics: [mdaa]")).toMatchObject([{ line: 3, rule: "unknown-value" }]);
  expect(await check("address: twee@proef.test, topics: []")).toMatchObject([{ line: 3, rule: "too-small" }]);
});

test.each([
  "twee",
  "twee@proef",
  "twee@@proef.test",
  "twee@proef.test,drie@proef.test",
  "twee@proef.test&message=x",
  "a b@c.de",
])("%s is no address of somebody in Teams", async (address) => {
  const owners = `owners:\n  - { id: een, address: "${address}" }\n`;
  const { folder, remove } = await contentFolder({ "dialogs/topic-owners.yaml": owners });
  const { mistakes } = await loadContent(folder);
  await remove();
  expect(mistakes).toMatchObject([{ file: "dialogs/topic-owners.yaml", line: 2, rule: "wrong-format" }]);
});

test("a note at the trends names a region that is not there", async () => {
  const notes = "notes:\n  - { on: 2026-09-14, text: Training, region: heir }\n";
  const { folder, remove } = await contentFolder({ "dialogs/trend-notes.yaml": notes });
  const { mistakes } = await loadContent(folder);
  await remove();
  expect(mistakes).toMatchObject([{ file: "dialogs/trend-notes.yaml", line: 2, rule: "unknown-region" }]);
});

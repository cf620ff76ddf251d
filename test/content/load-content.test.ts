import { afterEach, describe, expect, test } from "@jest/globals";
import { loadContent } from "../../src/content/load-content.ts";
import { createParser } from "../../src/content/parse-file.ts";
import { type Changes, contentFolder } from "./support/content-folder.ts";
import { SMALL_CONTENT } from "./support/small-content.ts";

const made: { remove(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(made.splice(0).map((folder) => folder.remove()));
});

async function load(changes: Changes = {}) {
  const folder = await contentFolder(changes);
  made.push(folder);
  return loadContent(folder.folder);
}

async function loadGood(changes: Changes = {}) {
  const { content, mistakes } = await load(changes);
  expect(mistakes).toEqual([]);
  if (!content) throw new Error("no content");
  return content;
}

const changed = (file: string, from: string, to: string): Changes => ({
  [file]: (SMALL_CONTENT[file] ?? "").replace(from, to),
});

describe("good content", () => {
  test("has the questions of each phase in its flows, in the order of asking", async () => {
    const content = await loadGood();
    const phases = content.flows.get("lang")?.phases ?? [];
    expect(phases.map(({ id, questions }) => [id, questions.map((question) => question.id)])).toEqual([
      ["gevaar", ["direct-gevaar", "wat-gebeurd"]],
      ["plan", ["plan"]],
    ]);
  });

  test("gives every question 'weet ik niet' as last option, which stands alone", async () => {
    const content = await loadGood();
    for (const { options } of content.questions.values()) {
      expect(options.at(-1)).toEqual({ id: "weet-ik-niet", text: "Weet ik niet", alone: false });
    }
  });

  test("reads any-but as all other options, also those that are added later, but never weet-ik-niet", async () => {
    const file = "dialogs/questions/gevaar.yaml";
    const extra = "      - id: brand\n        text: Brand\n      - id: niets-hiervan\n";
    const content = await loadGood({
      [file]: (SMALL_CONTENT[file] ?? "")
        .replace("      - id: niets-hiervan\n", extra)
        .replace("[niets-hiervan]", "[niets-hiervan, brand]"),
      ...changed("dialogs/questions/plan.yaml", "is: [wapen, letsel]", "any-but: niets-hiervan"),
    });
    expect(content.questions.get("plan")?.checklist[0]?.when).toMatchObject({ is: ["wapen", "letsel", "brand"] });
  });

  test("reads one option and a list of options alike", async () => {
    const content = await loadGood();
    expect(content.questions.get("wat-gebeurd")?.when).toEqual({
      question: "direct-gevaar",
      is: ["nee"],
      "at-least": 1,
    });
  });

  test("has command words as people's typing is compared", async () => {
    const content = await loadGood(changed("dialogs/commands.yaml", "[top 3]", '["TOP-3!", top 3]'));
    expect(content.commands.get("top3")).toBe("top3");
    expect(content.commands.get("top 3")).toBe("top3");
  });

  test("orders groups and regions by their order, not by their file", async () => {
    const region = (SMALL_CONTENT["dialogs/regions/hier.yaml"] ?? "")
      .replace("id: hier", "id: aan-zee")
      .replace("order: 1", "order: 2");
    const content = await loadGood({ "dialogs/regions/aan-zee.yaml": region });
    expect([...content.regions.keys()]).toEqual(["hier", "aan-zee"]);
  });

  test("is frozen all the way down", async () => {
    const content = await loadGood();
    expect(Object.isFrozen(content)).toBe(true);
    expect(Object.isFrozen(content.questions.get("plan")?.options[0])).toBe(true);
    expect(Object.isFrozen(content.flows.get("lang")?.phases)).toBe(true);
    expect(Object.isFrozen(content.texts.welcome)).toBe(true);
  });

  test("can have its dialogs and its cards in different places", async () => {
    const dialogs = await contentFolder();
    const cards = await contentFolder();
    made.push(dialogs, cards);
    const folders = { dialogs: `${dialogs.folder}/dialogs`, cards: `${cards.folder}/cards` };
    expect((await loadContent(folders)).content?.cards.has("danger-now")).toBe(true);
  });

  test("may be saved with Windows line ends and a byte order mark", async () => {
    const text = `\uFEFF${SMALL_CONTENT["dialogs/flows/lang.yaml"]}`.replaceAll("\n", "\r\n");
    expect((await loadGood({ "dialogs/flows/lang.yaml": text })).flows.get("lang")?.title).toBe("Lange weg");
  });

  test("is read past hidden files and what editors leave behind", async () => {
    const content = await loadGood({
      "dialogs/flows/.lang.yaml": "x: [",
      "dialogs/.git/config": "",
      "dialogs/knowledge/Thumbs.db": "",
      "dialogs/flows/lang.yaml~": "oud",
    });
    expect(content.flows.size).toBe(1);
  });
});

describe("versions", () => {
  test("the content version changes with any letter", async () => {
    const before = (await loadGood()).version;
    expect((await loadGood()).version).toBe(before);
    expect((await loadGood(changed("dialogs/texts/common.yaml", "Hallo", "Hoi"))).version).not.toBe(before);
  });

  test.each([
    ["the wording of a question", "dialogs/questions/plan.yaml", "Is er een plan?", "Is er al een plan?", false],
    ["the wording of an option", "dialogs/questions/plan.yaml", "text: Ja", "text: Jazeker", false],
    ["the checklist", "dialogs/questions/plan.yaml", "Spreek af wie kijkt.", "Spreek iets af.", false],
    ["an option", "dialogs/questions/plan.yaml", "- id: ja", "- id: klaar", true],
    ["when a question is asked", "dialogs/questions/gevaar.yaml", "is: nee", "is: [ja, nee]", true],
    ["the kind of a question", "dialogs/questions/gevaar.yaml", "kind: multiple", "kind: single", true],
    ["a gate", "dialogs/flows/lang.yaml", "is: nee", "is: ja", true],
  ])("after a change in %s the flow has a new version: %#", async (_what, file, from, to, isNew) => {
    const version = async (changes: Changes) => (await load(changes)).partial.flows.get("lang")?.version;
    const before = await version({});
    expect(before).toMatch(/^[0-9a-f]{8}$/);
    expect((await version(changed(file, from, to))) !== before).toBe(isNew);
  });
});

test("a parser that remembers gives what stands in each file now", async () => {
  const parse = createParser();
  const at = (bytes: string) => parse({ file: "dialogs/links.yaml", bytes: new TextEncoder().encode(bytes) });
  const first = at("a: 1");
  expect(at("a: 1")).toBe(first);
  expect(at("a: 2").data).toEqual({ a: 2 });
  expect(parse({ file: "dialogs/sources.yaml", bytes: new TextEncoder().encode("a: 2") }).file).toBe(
    "dialogs/sources.yaml",
  );
});

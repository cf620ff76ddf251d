import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { type ContentFiles, toContentFiles } from "../../src/content/content-files.ts";
import { foldersIn, readFiles } from "../../src/content/read-files.ts";
import { decisionsFor, decisionsIn } from "../../src/publishing/decisions.ts";

const PROJECT = resolve(import.meta.dirname, "../..");
const FILES: ContentFiles = toContentFiles((await readFiles(foldersIn(PROJECT))).files);
const DECISIONS = decisionsIn(FILES) ?? [];

const GEVAAR = "dialogs/questions/gevaar.yaml";
const DIRECT = "dialogs/signals/directe-veiligheid.yaml";
const WERKWIJZE = "dialogs/signals/werkwijze.yaml";

/** Who decides when `from` becomes `to` in a file. */
async function about(file: string, from: string | RegExp, to: string): Promise<string[]> {
  const text = FILES[file] ?? "";
  const changed = text.replace(from, to);
  expect(changed === text).toBe(false);
  return (await decisionsFor(FILES, { ...FILES, [file]: changed }, DECISIONS)).map(({ id }) => id);
}

describe("who decides what, as it is shipped", () => {
  test.each([
    ["a danger question", GEVAAR, "Is er op dit moment iemand", "Is er nu iemand", ["gevaar"]],
    ["a level that goes up", WERKWIJZE, "level: bespreek", "level: vandaag", ["gevaar"]],
    ["a rule that always holds", DIRECT, "- id: eer-is-vandaag", "- id: eer-is-iets", ["vaste-regels"]],
    ["a word that is never said", "dialogs/safety/never-say.yaml", /\n {2}- [^\n]*/, "", ["vaste-regels"]],
    ["this table itself", "dialogs/who-decides.yaml", "second-person: true\n    covers", "covers", ["vaste-regels"]],
    ["a signal of how to work", WERKWIJZE, "Maak concreet wat", "Zoek uit wat", ["werkwijze"]],
    ["the contact of a region", "dialogs/regions/alkmaar.yaml", /title: .*/, "title: Iets anders", ["mda"]],
    ["an address", "dialogs/links.yaml", /url: https:\S+/, "url: https://anders.nl/", ["links"]],
    ["a button", "dialogs/texts/start.yaml", /title: .*/, "title: Iets anders", ["taal"]],
    ["a line to learn from", "dialogs/danger/slaan.yaml", "      - ", "      - nieuw zinnetje\n      - ", ["taal"]],
    [
      "a sentence of danger that goes away",
      "dialogs/danger/slaan.yaml",
      "      - hij slaat haar nu\n",
      "",
      ["gevaar-zinnen"],
    ],
    ["one that is written otherwise", "dialogs/danger/slaan.yaml", "hij slaat haar nu", "hij sloeg", ["gevaar-zinnen"]],
    [
      "one that becomes less urgent",
      "dialogs/danger/slaan.yaml",
      /( {6}- hij slaat haar nu\n)([\s\S]*? {2}vandaag:\n {4}team:\n)/,
      "$2$1",
      ["gevaar-zinnen"],
    ],
    ["one with another comma and capital", "dialogs/danger/slaan.yaml", "hij slaat haar nu", "Hij slaat haar, nu", []],
    [
      "a sentence that is said to be no danger",
      "dialogs/ordinary/beeldspraak.yaml",
      "    - Ik ben kapot",
      "    - hij slaat haar plat\n    - Ik ben kapot",
      ["gevaar-zinnen"],
    ],
    [
      "one that is said not to be this sign",
      "dialogs/danger/slaan.yaml",
      "    - hij slaat de foto's niet op\n",
      "    - hij slaat de foto's niet op\n    - hij slaat haar plat\n",
      ["gevaar-zinnen"],
    ],
    [
      "a sentence that is said to be no danger and goes",
      "dialogs/ordinary/beeldspraak.yaml",
      / {4}- Ik ben kapot.*\n/,
      "",
      ["taal"],
    ],
    [
      "one that is said to be no case",
      "dialogs/cases/geen-casus.yaml",
      "    - ik ben overstuur\n",
      "    - ik ben overstuur\n    - hij is overstuur\n",
      ["gevaar-zinnen"],
    ],
    [
      "a sentence without danger that goes away",
      "dialogs/danger/slaan.yaml",
      "    - hij slaat de foto's niet op\n",
      "",
      ["taal"],
    ],
    [
      "the text of an article about the meldcode",
      "dialogs/knowledge/meldcode.md",
      /\n---\n\n*/,
      "\n---\nEn dit. ",
      ["gevaar"],
    ],
    [
      "a word to find that article by",
      "dialogs/knowledge/meldcode.md",
      "questions:\n",
      "questions:\n  - een nieuwe vraag\n",
      [],
    ],
    ["a comma and a capital", GEVAAR, "Is er op dit moment iemand", "is er, op dit moment, iemand", []],
    ["a comment", GEVAAR, "", "# Een opmerking\n", []],
    [
      "the order of questions",
      GEVAAR,
      /( {2}- id: direct-gevaar[\s\S]*?)( {2}- id: komende-dagen[\s\S]*?)(?= {2}- id:)/,
      "$2$1",
      ["gevaar"],
    ],
    ["that people from the field confirmed it", GEVAAR, "status: concept", "status: bevestigd", ["gevaar"]],
  ])("%s", async (_, file, from, to, decided) => {
    expect(await about(file, from, to)).toEqual(decided);
  });

  test("a level that goes down is decided by who decides about the level that it had", async () => {
    const urgent = { ...FILES, [WERKWIJZE]: (FILES[WERKWIJZE] ?? "").replace("level: bespreek", "level: vandaag") };
    expect((await decisionsFor(urgent, FILES, DECISIONS)).map(({ id }) => id)).toEqual(["gevaar"]);
  });

  test("a file that is new or gone counts, and every file is decided about by somebody", async () => {
    const undecided: string[] = [];
    for (const file of Object.keys(FILES)) {
      const one = { [file]: "title: iets" };
      const [made, gone] = [await decisionsFor({}, one, DECISIONS), await decisionsFor(one, {}, DECISIONS)];
      if (made.length === 0 || gone.length === 0) undecided.push(file);
    }
    expect(undecided).toEqual([]);
  });

  test("is the table of the handbook", () => {
    const handbook = readFileSync(resolve(PROJECT, "docs/handboek-inhoud.md"), "utf8");
    const [, table = ""] = /## Wie beslist wat\n[\s\S]*?\n\|---\|[-|]*\n((?:\|.*\n)+)/.exec(handbook) ?? [];
    const plain = (cell = "") => cell.replaceAll(/[*`]/g, "").trim();
    const rows = table
      .trim()
      .split("\n")
      .map((row) => row.split("|").slice(1, -1).map(plain));
    const yesNo = (value: boolean) => (value ? "ja" : "nee");
    expect(rows).toEqual(
      DECISIONS.map((decision) => [
        decision.what,
        decision.who,
        yesNo(decision.agreement),
        yesNo(decision["second-person"]),
      ]),
    );
  });
});

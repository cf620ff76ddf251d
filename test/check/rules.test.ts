import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { applyRules, RULES } from "../../src/check/rules.ts";
import { toRawFiles } from "../../src/content/content-files.ts";
import { loadFiles } from "../../src/content/load-content.ts";
import { completeContent } from "./support/complete-content.ts";

const ROOM = join(import.meta.dirname, "../../src/check");

/** Parts of a rule, and what runs the rules. */
const NO_RULES = [
  "checkCard",
  "checkContent",
  "checkExpectation",
  "checkFloorCards",
  "checkFlow",
  "checkSamples",
  "checkSentences",
];

test("every check of the room is a rule, and each says whether it runs while somebody types", async () => {
  const modules = readdirSync(ROOM, { recursive: true, encoding: "utf8" }).filter((name) =>
    /check-[a-z-]+\.ts$/.test(name),
  );
  const found: string[] = [];
  for (const name of modules.filter((one) => !/-child\.ts$/.test(one))) {
    const exported = Object.keys(await import(join(ROOM, name)));
    found.push(...exported.filter((one) => /^check[A-Z]/.test(one)));
  }
  const ruled = RULES.map(({ check }) => check.name);
  expect(found.filter((name) => !ruled.includes(name)).sort()).toEqual(NO_RULES);
  expect(RULES.filter(({ cost }) => cost === "costly").map(({ check }) => check.name)).toEqual([
    "checkFloorRules",
    "checkInvariants",
    "checkPremises",
    "checkGates",
    "playExamples",
  ]);
});

test("what the cheap rules find is what the whole check finds first", () => {
  const base = completeContent();
  const file = "dialogs/knowledge/uitleg.md";
  const broken = { ...base, [file]: (base[file] ?? "").replace("Een plan is", "Het is veilig. Een plan is") };
  const loaded = loadFiles(toRawFiles(broken));
  const cheap = applyRules(loaded, ["cheap"]).mistakes;
  expect(cheap.map(({ rule }) => rule)).toEqual(["never-say"]);
  expect(applyRules(loaded, ["cheap", "costly"]).mistakes.slice(0, cheap.length)).toEqual(cheap);
  expect(applyRules(loaded, ["costly"]).mistakes).toEqual([]);
});

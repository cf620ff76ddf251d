import { expect, test } from "@jest/globals";
import { type Examination, note, ok } from "../../../src/tools/doctor/examination.ts";
import { formatResult, type Result, runDoctor } from "../../../src/tools/doctor/run-doctor.ts";
import { PRODUCTION } from "./support.ts";

const FIRST: Examination = { name: "Eerste", run: async () => ok("goed") };
const SECOND: Examination = { name: "Tweede", run: async ({ url }) => note(`adres ${url}`, "denk na") };

test("each check is done in turn, and shown as soon as it is known", async () => {
  const shown: Result[] = [];
  const results = await runDoctor([FIRST, SECOND], { env: PRODUCTION, url: "https://v.nl" }, (r) => shown.push(r));
  expect(shown).toEqual(results);
  expect(results.map(({ name, status }) => [name, status])).toEqual([
    ["Instellingen", "ok"],
    ["Eerste", "ok"],
    ["Tweede", "note"],
  ]);
  expect(results[2]?.text).toContain("https://v.nl");
});

test("with wrong settings only those are told, by name", async () => {
  const results = await runDoctor([FIRST], { env: { ...PRODUCTION, STATE_SECRET: "" } }, () => undefined);
  expect(results).toEqual([
    expect.objectContaining({ status: "wrong", text: expect.stringContaining("- STATE_SECRET ontbreekt") }),
  ]);
});

test("a result is a line, with what to do below it", () => {
  expect(formatResult({ name: "Klok", status: "ok", text: "goed" })).toBe("✓ Klok: goed");
  expect(formatResult({ name: "Klok", status: "wrong", text: "een\ntwee", fix: "zo" })).toBe(
    "✗ Klok: een\n  twee\n  → zo",
  );
});

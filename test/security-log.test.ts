import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { createSecurityLog } from "../src/security-log.ts";
import { createTestLog } from "./support/log-lines.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const MARKED = "Fatima zegt";
const ID = "11111111-aaaa-4aaa-8aaa-111111111111";

let data: ReturnType<typeof temporaryFolder>;
let now: Date;
let testLog: ReturnType<typeof createTestLog>;
beforeEach(() => {
  data = temporaryFolder();
  now = new Date("2026-11-22T10:00:00Z");
  testLog = createTestLog();
});
afterEach(() => data.remove());

const folder = () => data.folder;
const makeLog = (days = 30) => createSecurityLog({ dataDir: data.folder, days, log: testLog.log, now: () => now });
const linesOf = (name: string) =>
  readFileSync(join(folder(), name), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

test("a line says when, what, who, from where and why, in a file of the day that only the owner can read", () => {
  const fields = { who: ID, tenant: ID, address: "2001:db8::1", what: "/trends", code: "NO_ROLE", status: 403 };
  makeLog().record("access-refused", fields);
  expect(linesOf("security-2026-11-22.jsonl")).toEqual([
    { time: "2026-11-22T10:00:00.000Z", event: "access-refused", ...fields },
  ]);
  expect(statSync(join(folder(), "security-2026-11-22.jsonl")).mode & 0o777).toBe(0o600);
});

test("lines are added to those of an earlier start", () => {
  makeLog().record("started", {}, { production: "true" });
  makeLog().record("sign-in", { who: ID, what: "/trends" });
  expect(linesOf("security-2026-11-22.jsonl").map(({ event }) => event)).toEqual(["started", "sign-in"]);
});

describe("text does not get in", () => {
  test.each<[string, object, Record<string, string> | undefined]>([
    ["as somebody", { who: MARKED }, undefined],
    ["as a tenant or an address", { tenant: MARKED, address: MARKED }, undefined],
    ["as a thing or a reason", { what: MARKED, code: MARKED, status: MARKED }, undefined],
    ["in a field that is not listed", { text: "Fatima", activity: { from: "Fatima" } }, undefined],
    ["nested in a listed field", { who: { id: "Fatima" }, code: ["Fatima"] }, undefined],
    ["as a setting", {}, { host: MARKED }],
  ])("%s", (_how, fields, settings) => {
    makeLog().record("access-refused", fields, settings);
    expect(JSON.stringify(linesOf("security-2026-11-22.jsonl"))).not.toContain("Fatima");
  });
});

test("files older than the retention are deleted, and other files are left alone", () => {
  const present = ["security-2026-10-01.jsonl", "security-2026-11-20.jsonl", "2026-10-01.jsonl", "secret"];
  for (const name of present) writeFileSync(join(folder(), name), "{}\n");
  const log = makeLog(3);
  log.record("started");
  expect(readdirSync(folder()).sort()).toEqual([...present.slice(1), "security-2026-11-22.jsonl"].sort());
  now = new Date("2026-11-25T00:00:01Z");
  log.record("started");
  expect(readdirSync(folder()).sort()).toEqual([
    "2026-10-01.jsonl",
    "secret",
    "security-2026-11-22.jsonl",
    "security-2026-11-25.jsonl",
  ]);
});

test("somebody who knocks without end cannot fill the disk, and that lines are missing is said", () => {
  const log = makeLog();
  for (let count = 0; count < 2_000; count++) log.record("access-refused");
  const lines = linesOf("security-2026-11-22.jsonl");
  expect(lines).toHaveLength(600);
  expect(lines.at(-1)).toMatchObject({ event: "lines-dropped" });
  now = new Date("2026-11-22T10:01:00Z");
  log.record("sign-in", { who: ID });
  expect(linesOf("security-2026-11-22.jsonl").at(-1)).toMatchObject({ event: "sign-in" });
});

test("a file that cannot be written is told in the ordinary log, and nothing fails", () => {
  mkdirSync(join(folder(), "security-2026-11-22.jsonl"));
  expect(() => makeLog().record("started")).not.toThrow();
  expect(testLog.of("security-log-failed")).toHaveLength(1);
});

import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";

const PROJECT = resolve(import.meta.dirname, "..");
const threats = readFileSync(resolve(PROJECT, "docs/threat-model.md"), "utf8")
  .split("\n")
  .filter((line) => /^\| [STRIDE]\d+\. /.test(line))
  .map((line): [string, string] => [line.split(".")[0]?.slice(2) ?? "", line]);

describe("the threat model", () => {
  test("has threats of all six kinds, each with its own name", () => {
    const names = threats.map(([name]) => name);
    expect([...new Set(names.map((name) => name[0]))].join("")).toBe("STRIDE");
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(threats)(
    "%s has a test that exists, or says that the organisation or nobody stands against it",
    (_name, line) => {
      const tests = [...line.matchAll(/`(test\/[\w/.-]+)`/g)].map(([, path]) => String(path));
      expect(tests.filter((path) => !existsSync(resolve(PROJECT, path)))).toEqual([]);
      if (tests.length === 0) expect(line).toMatch(/\*\*organisation\*\*|accepted: /);
    },
  );
});

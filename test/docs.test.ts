import { existsSync, readFileSync } from "node:fs";
import { posix, resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { readModule } from "./architecture/read-module.ts";

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

describe("one turn, file by file", () => {
  const sections = readFileSync(resolve(PROJECT, "docs/one-turn.md"), "utf8").split(/^## /m).slice(1);

  test("follows a click, a sentence, a content file and a count", () => {
    expect(sections.map((section) => section.split("\n")[0])).toEqual([
      "A click",
      "A typed sentence",
      "A content file",
      "A count",
    ]);
  });

  test.each(sections.map((section): [string, string] => [String(section.split("\n")[0]), section]))(
    "%s: every file is there, and imported by the one that it stands under",
    (_title, section) => {
      const links = linksOf(section);
      expect(links.length).toBeGreaterThan(5);
      expect(links.filter(({ parent, file }) => !importsOf(parent).includes(file))).toEqual([]);
    },
  );
});

/** Of a nested list of files: each with the one that it stands under. */
function linksOf(section: string): { parent: string; file: string }[] {
  const above: string[] = [];
  return [...section.matchAll(/^( *)- `(src\/[^`]+)`/gm)].flatMap(([, indent = "", file = ""]) => {
    const depth = indent.length / 2;
    above[depth] = file;
    const parent = above[depth - 1];
    return depth > 0 && parent ? [{ parent, file }] : [];
  });
}

/** @throws when the file is not there */
function importsOf(path: string): string[] {
  const { imports } = readModule(path, readFileSync(resolve(PROJECT, path), "utf8"));
  return imports.map(({ from }) => posix.join(posix.dirname(path), from));
}

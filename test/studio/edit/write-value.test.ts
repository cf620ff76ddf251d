import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseDocument } from "yaml";
import { frontMatter } from "../../../src/content/front-matter.ts";
import type { Path } from "../../../src/content/node-offset.ts";
import { listFiles } from "../../../src/content/read-files.ts";
import type { Data } from "../../../src/studio/edit/emit-yaml.ts";
import { writeArticle } from "../../../src/studio/edit/write-article.ts";
import { moveItem, writeValue } from "../../../src/studio/edit/write-value.ts";

const DIALOGS = resolve(import.meta.dirname, "../../../dialogs");
/** Lists of thousands of words, which no form writes. */
const names = (await listFiles(DIALOGS)).filter((name) => !/personal-data|^messages\//.test(name));
const files = names.map((name) => ({ name, text: readFileSync(join(DIALOGS, name), "utf8") }));

function read(name: string, text: string): Data {
  const parts = name.endsWith(".md") ? frontMatter(text) : undefined;
  const data = parseDocument(parts?.yaml ?? text).toJS();
  return parts ? { ...data, text: parts.body } : data;
}

function write(name: string, text: string, path: Path, value: Data | undefined): string {
  return name.endsWith(".md") ? writeArticle(text, path, value) : writeValue(text, path, value);
}

/** All places in `data` with their value. */
function placesIn(data: Data, path: Path = []): { path: Path; value: Data }[] {
  const below = typeof data !== "object" || data === null ? [] : Object.entries(data);
  const step = (key: string) => (Array.isArray(data) ? Number(key) : key);
  return [{ path, value: data }, ...below.flatMap(([key, value]) => placesIn(value, [...path, step(key)]))];
}

/** Lines of `a` that are not in `b` at the same place, counted from both ends. */
function changedLines(a: string, b: string): { gone: number; come: number } {
  const [before, after] = [a.split("\n"), b.split("\n")];
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return { gone: before.length - start - end, come: after.length - start - end };
}

test.each(files)("$name comes back byte for byte when what is written is what was there", ({ name, text }) => {
  const places = placesIn(read(name, text)).filter(({ path }) => path.length > 0 && path.length <= 2);
  for (const { path, value } of places.filter((_, index) => index % Math.ceil(places.length / 8) === 0)) {
    expect(write(name, text, path, value)).toBe(text);
  }
});

const WORDS = fc.oneof(
  fc.constantFrom(
    "Let op: bel eerst",
    "Nee, nog niet",
    "# geen opmerking",
    "{ regio }",
    "*vet*",
    "ja",
    "12",
    "null",
    "een 'aanhaling'",
  ),
  fc.string({ minLength: 1, maxLength: 40 }).map((text) => text.trim() || "x"),
);

test("any text in any place of any file changes one block, and the comments stay", () => {
  const anyFile = fc.constantFrom(...files);
  const property = fc.property(anyFile, fc.nat(), WORDS, ({ name, text }, at, words) => {
    const places = placesIn(read(name, text)).filter(({ path, value }) => path.length > 0 && typeof value === "string");
    const place = places[at % places.length];
    if (!place) return;
    const written = write(name, text, place.path, words);
    const { gone } = changedLines(text, written);
    const wasLines = String(place.value).split("\n").length + String(place.value).length / 60 + 1;
    expect(gone).toBeLessThanOrEqual(Math.ceil(wasLines));
    expect(written.match(/^\s*#.*/gm) ?? []).toEqual(expect.arrayContaining(text.match(/^\s*#.*/gm) ?? []));
  });
  fc.assert(property, { numRuns: 150 });
});

test("an item of any list can be taken away, added again and moved", () => {
  const lists = files.flatMap(({ name, text }) => {
    if (name.endsWith(".md")) return [];
    const found = placesIn(read(name, text)).filter(
      ({ path, value }) => path.length > 0 && Array.isArray(value) && value.length > 1,
    );
    return found.slice(0, 40).map(({ path, value }) => ({ name, text, path, list: value as Data[] }));
  });
  const property = fc.property(fc.constantFrom(...lists), fc.nat(), fc.nat(), ({ text, path, list }, a, b) => {
    const [from, to] = [a % list.length, b % list.length];
    const without = writeValue(text, [...path, from], undefined);
    expect(changedLines(text, without).come).toBeLessThanOrEqual(1);
    const again = writeValue(without, path, list);
    expect(changedLines(without, again).gone).toBeLessThanOrEqual(1);
    expect(parseDocument(again).toJS({}) as object).toEqual(parseDocument(text).toJS());
    moveItem(text, path, from, to);
  });
  fc.assert(property, { numRuns: 100 });
});

describe("what is written is written as people would", () => {
  const QUESTIONS = `# Vooraf.
questions:
  # Over de eerste.
  - id: een
    text: Wat is er?   # gevonden in de training
    options:
      - { id: ja, text: Ja }
      - { id: nee, text: "Nee, nog niet" }

  - id: twee
    text: >-
      Een lange tekst die over
      twee regels gaat.
    when: { question: een, is: [ja, nee] }
`;
  test.each<[string, Path, Data | undefined, [string, string]]>([
    ["a text", ["questions", 0, "text"], "Let op: wat is er?", ["Wat is er?   #", '"Let op: wat is er?"   #']],
    [
      "a text over two lines",
      ["questions", 1, "text"],
      "Kort.",
      ["Een lange tekst die over\n      twee regels gaat.", "Kort."],
    ],
    ["an option", ["questions", 0, "options", 1, "text"], "Nee", ['"Nee, nog niet"', "Nee"]],
    ["a short list", ["questions", 1, "when", "is"], ["ja"], ["[ja, nee]", "[ja]"]],
    [
      "an option added",
      ["questions", 0, "options"],
      [
        { id: "ja", text: "Ja" },
        { id: "nee", text: "Nee, nog niet" },
        { id: "soms", text: "Soms" },
      ],
      ['niet" }\n', 'niet" }\n      - { id: soms, text: Soms }\n'],
    ],
    ["an option taken away", ["questions", 0, "options", 0], undefined, ["      - { id: ja, text: Ja }\n", ""]],
    [
      "another condition",
      ["questions", 1, "when"],
      {
        all: [
          { question: "een", is: "ja" },
          { question: "drie", is: "nee" },
        ],
      },
      [
        "when: { question: een, is: [ja, nee] }",
        "when:\n      all:\n        - { question: een, is: ja }\n        - { question: drie, is: nee }",
      ],
    ],
    [
      "a condition taken away",
      ["questions", 1, "when"],
      undefined,
      ["    when: { question: een, is: [ja, nee] }\n", ""],
    ],
  ])("%s", (_what, path, value, [before, after]) => {
    expect(writeValue(QUESTIONS, path, value)).toBe(QUESTIONS.replace(before, () => after));
  });

  test("a key goes where it belongs", () => {
    const written = writeValue(QUESTIONS, ["questions", 0, "why"], "Daarom.", [
      "id",
      "label",
      "text",
      "why",
      "options",
    ]);
    expect(written).toBe(QUESTIONS.replace("training\n", "training\n    why: Daarom.\n"));
  });

  test("a question goes down with the comment above it", () => {
    expect(moveItem(QUESTIONS, ["questions"], 0, 1)).toMatch(
      /^# Vooraf.\nquestions:\n {2}- id: twee[\s\S]+\n\n {2}# Over de eerste.\n {2}- id: een/,
    );
  });

  test("a file with Windows ends of lines keeps them", () => {
    const windows = QUESTIONS.replaceAll("\n", "\r\n");
    const written = writeValue(windows, ["questions", 0, "options", 2], { id: "soms", text: "Soms" });
    expect(written).toBe(windows.replace('niet" }\r\n', 'niet" }\r\n      - { id: soms, text: Soms }\r\n'));
  });

  test("the body of an article changes, and the head does not", () => {
    const article = "---\nid: een\ntitle: Een\n---\nOud.\n";
    expect(writeArticle(article, ["text"], "Nieuw.\n\nMeer.")).toBe("---\nid: een\ntitle: Een\n---\nNieuw.\n\nMeer.\n");
    expect(writeArticle(article, ["title"], "Twee: drie")).toBe(article.replace("title: Een", 'title: "Twee: drie"'));
  });
});

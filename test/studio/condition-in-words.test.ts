import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Answers, evaluate } from "../../src/conditions/evaluate.ts";
import type { Condition } from "../../src/content/schema/condition.ts";
import type { Data } from "../../src/studio/edit/emit-yaml.ts";
import { conditionInWords, optionsOf } from "../../src/studio/library/condition-in-words.ts";
import { type Term, termOf } from "../../src/studio/library/condition-term.ts";
import { createLibraryReader } from "../../src/studio/library/read-library.ts";

const library = await createLibraryReader()({
  "dialogs/questions/nu.yaml": `phase: nu
title: Nu
questions:
  - { id: gevaar, label: Gevaar, text: Gevaar?, options: [{ id: ja, text: Ja }, { id: nee, text: Nee }] }
  - id: wat
    label: Wat
    text: Wat?
    kind: multiple
    options:
      - { id: slaan, text: Slaan }
      - { id: dreigen, text: Dreigen }
      - { id: wapen, text: Wapen }
      - { id: niets, text: Niets, alone: true }
  - { id: oud, label: Oud, text: Oud?, kind: multiple, each-of: wat, options: [{ id: geen, text: Geen, alone: true }] }
  - { id: top, label: Top, text: Top?, kind: ranking, ranks: wat }
`,
});

const ja = { question: "gevaar", is: "ja" };
const slaan = { question: "wat", is: "slaan" };
const open = { question: "gevaar", is: "weet-ik-niet" };

/** The condition; how it reads when it must be certain; and how when "weet ik niet" counts, where that differs. */
const SENTENCES: readonly (readonly [Data, string, string?])[] = [
  [ja, "als bij “Gevaar” is gekozen: “Ja”", "als bij “Gevaar” is gekozen: “Ja” of “Weet ik niet”"],
  [{ question: "gevaar", is: ["nee", "weet-ik-niet"] }, "als bij “Gevaar” is gekozen: “Nee” of “Weet ik niet”"],
  [
    { question: "wat", is: ["slaan", "dreigen"], "at-least": 2 },
    "als bij “Wat” zijn allebei gekozen: “Slaan” en “Dreigen”",
    "als bij “Wat” zijn allebei gekozen: “Slaan” en “Dreigen”, of bij “Wat” is gekozen: “Weet ik niet”",
  ],
  [
    { question: "wat", is: ["slaan", "dreigen", "wapen"], "at-least": 3 },
    "als bij “Wat” zijn alle 3 gekozen: “Slaan”, “Dreigen” en “Wapen”",
    "als bij “Wat” zijn alle 3 gekozen: “Slaan”, “Dreigen” en “Wapen”, of bij “Wat” is gekozen: “Weet ik niet”",
  ],
  [
    { question: "wat", is: ["slaan", "dreigen", "wapen"], "at-least": 2 },
    "als bij “Wat” zijn minstens 2 van deze gekozen: “Slaan”, “Dreigen” en “Wapen”",
    "als bij “Wat” zijn minstens 2 van deze gekozen: “Slaan”, “Dreigen” en “Wapen”, of bij “Wat” is gekozen: “Weet ik niet”",
  ],
  [
    { question: "wat", "any-but": "niets" },
    "als bij “Wat” is iets anders gekozen dan “Niets” of “Weet ik niet”",
    "als bij “Wat” is iets anders gekozen dan “Niets”",
  ],
  [
    { question: "wat", "any-but": "niets", "at-least": 2 },
    "als bij “Wat” zijn minstens 2 andere antwoorden gekozen dan “Niets” of “Weet ik niet”",
    "als bij “Wat” zijn minstens 2 andere antwoorden gekozen dan “Niets” of “Weet ik niet”, of bij “Wat” is gekozen: “Weet ik niet”",
  ],
  [
    { none: [ja] },
    "als bij “Gevaar” is niet gekozen: “Ja” of “Weet ik niet”",
    "als bij “Gevaar” is niet gekozen: “Ja”",
  ],
  [{ none: [{ question: "gevaar", is: ["ja", "nee", "weet-ik-niet"] }] }, "als bij “Gevaar” is niets gekozen"],
  [
    { none: [{ question: "wat", "any-but": "niets" }] },
    "als bij “Wat” is niets anders gekozen dan “Niets”",
    "als bij “Wat” is niets anders gekozen dan “Niets” of “Weet ik niet”",
  ],
  [
    { none: [{ question: "wat", is: ["slaan", "dreigen"], "at-least": 2 }] },
    "als bij “Wat” is hoogstens 1 van deze gekozen: “Slaan” en “Dreigen”, en bij “Wat” is niet gekozen: “Weet ik niet”",
    "als bij “Wat” is hoogstens 1 van deze gekozen: “Slaan” en “Dreigen”",
  ],
  [
    {
      all: [
        { question: "wat", "any-but": "niets" },
        {
          none: [
            { question: "wat", "any-but": "niets", "at-least": 2 },
            { question: "wat", is: "weet-ik-niet" },
          ],
        },
      ],
    },
    "als bij “Wat” is precies 1 ander antwoord gekozen dan “Niets” of “Weet ik niet”",
  ],
  [
    {
      all: [
        { question: "wat", "any-but": "niets", "at-least": 2 },
        { none: [{ question: "wat", is: "weet-ik-niet" }] },
      ],
    },
    "als bij “Wat” zijn minstens 2 andere antwoorden gekozen dan “Niets” of “Weet ik niet”",
  ],
  [{ all: [ja, { none: [open] }] }, "als bij “Gevaar” is gekozen: “Ja”"],
  [
    {
      any: [
        { question: "wat", "any-but": "niets" },
        { question: "wat", is: "weet-ik-niet" },
      ],
    },
    "als bij “Wat” is iets anders gekozen dan “Niets”",
  ],
  [
    { all: [ja, slaan] },
    "als bij “Gevaar” is gekozen: “Ja”, en bij “Wat” is gekozen: “Slaan”",
    "als bij “Gevaar” is gekozen: “Ja” of “Weet ik niet”, en bij “Wat” is gekozen: “Slaan” of “Weet ik niet”",
  ],
  [
    { none: [{ all: [ja, slaan] }] },
    "als bij “Gevaar” is niet gekozen: “Ja” of “Weet ik niet”, of bij “Wat” is niet gekozen: “Slaan” of “Weet ik niet”",
    "als bij “Gevaar” is niet gekozen: “Ja”, of bij “Wat” is niet gekozen: “Slaan”",
  ],
  [{ none: [{ none: [open] }] }, "als bij “Gevaar” is gekozen: “Weet ik niet”"],
  [
    {
      any: [
        open,
        {
          all: [
            { question: "oud", is: ["slaan", "weet-ik-niet"] },
            { question: "top", "any-but": "wapen" },
            { none: [{ question: "wat", is: "weet-ik-niet" }] },
          ],
        },
      ],
    },
    `als minstens één hiervan klopt:
– bij “Gevaar” is gekozen: “Weet ik niet”
– dit allemaal klopt:
\u2003– bij “Oud” is gekozen: “Slaan” of “Weet ik niet”
\u2003– bij “Top” is iets anders gekozen dan “Wapen” of “Weet ik niet”
\u2003– bij “Wat” is niet gekozen: “Weet ik niet”`,
    `als minstens één hiervan klopt:
– bij “Gevaar” is gekozen: “Weet ik niet”
– dit allemaal klopt:
\u2003– bij “Oud” is gekozen: “Slaan” of “Weet ik niet”
\u2003– bij “Top” is iets anders gekozen dan “Wapen”
\u2003– bij “Wat” is niet gekozen: “Weet ik niet”`,
  ],
  [{ all: [{ question: "", is: [] }] }, "als bij (nog geen vraag gekozen) is gekozen: (nog geen antwoord gekozen)"],
];

describe("a condition", () => {
  test.each(SENTENCES)("%j is said in words", (condition, certain, counts = certain) => {
    expect(conditionInWords(condition, library)).toBe(certain);
    expect(conditionInWords(condition, library, "counts")).toBe(counts);
  });
});

test("what asks of each chosen answer has those answers, and its own", () => {
  const names = optionsOf(library.thing("question", "oud")?.data, library).map(({ text }) => text);
  expect(names).toEqual(["Slaan", "Dreigen", "Wapen", "Geen", "Weet ik niet"]);
});

const OPTIONS = { gevaar: ["ja", "nee", "weet-ik-niet"], wat: ["slaan", "dreigen", "wapen", "niets", "weet-ik-niet"] };
const TOGETHER = ["slaan", "dreigen", "wapen"];
const isAlone = (_question: string, option: string) => !TOGETHER.includes(option);

const answers: fc.Arbitrary<Answers> = fc.record({
  gevaar: fc.constantFrom(...OPTIONS.gevaar).map((one) => [one]),
  wat: fc.oneof(fc.subarray(TOGETHER, { minLength: 1 }), fc.constantFrom(["niets"], ["weet-ik-niet"])),
});

const atom = fc
  .constantFrom<keyof typeof OPTIONS>("gevaar", "wat")
  .chain((question) =>
    fc.record({
      question: fc.constant(question),
      named: fc.subarray(OPTIONS[question], { minLength: 1, maxLength: 3 }),
      but: fc.boolean(),
      least: question === "wat" ? fc.integer({ min: 1, max: 3 }) : fc.constant(1),
    }),
  )
  .map(({ question, named, but, least }): { written: Data; meant: Condition } => {
    const others = OPTIONS[question].filter((id) => !named.includes(id) && id !== "weet-ik-niet");
    const written = { question, [but ? "any-but" : "is"]: named, "at-least": least };
    return { written, meant: { question, is: but ? others : named, "at-least": least } };
  });

const conditions = fc.letrec<{ any: { written: Data; meant: Condition } }>((tie) => ({
  any: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    atom,
    fc
      .tuple(fc.constantFrom("all", "any", "none"), fc.array(tie("any"), { minLength: 1, maxLength: 3 }))
      .map(([key, parts]) => ({
        written: { [key]: parts.map(({ written }) => written) },
        meant: { [key]: parts.map(({ meant }) => meant) } as Condition,
      })),
  ),
})).any;

function holds(term: Term, given: Answers): boolean {
  if ("word" in term) return term.parts[term.word === "en" ? "every" : "some"]((part) => holds(part, given));
  const hits = (given[term.question] ?? []).filter((id) => term.options.includes(id) !== term.but).length;
  return hits >= term.min && hits <= term.max;
}

test.each([
  ["a gate, which must be certain", false],
  ["a question, which is asked when it is open", true],
] as const)("the words of %s say just what the bot does", (_, unknownCounts) => {
  fc.assert(
    fc.property(conditions, answers, ({ written, meant }, given) => {
      const truth = evaluate(meant, given);
      const does = truth === "true" || (unknownCounts && truth === "unknown");
      expect(holds(termOf(written, { unknownCounts, isAlone }), given)).toBe(does);
    }),
    { numRuns: 1000 },
  );
});

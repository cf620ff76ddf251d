import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Answers } from "../../src/conditions/evaluate.ts";
import { certainSignals, type GroupedSignal, suggest } from "../../src/signals/suggest.ts";
import { makeSignals } from "../support/make-content.ts";
import { realContent } from "../support/real-content.ts";

const when = (question: string, ...is: string[]) => ({ question, is });
const groups = [
  makeSignals([
    { id: "zorg", level: "vandaag", when: when("bang", "ja"), yields: true },
    { id: "nu", level: "nu", when: when("gevaar", "ja") },
    {
      id: "eer",
      level: "vandaag",
      when: when("eer", "ja", "weet-ik-niet"),
      "silences-family-talk": true,
    },
    {
      id: "ernstig",
      level: "vandaag",
      when: when("gebeurd", "wapen"),
      advice: [{ text: "Praat met het gezin.", "talks-with-family": true }, { text: "Bel." }],
    },
  ]),
  makeSignals(
    [
      { id: "plan", level: "bespreek", when: when("plan", "nee") },
      { id: "weetje", level: "info", when: when("plan", "ja") },
    ],
    { group: "tweede", order: 2 },
  ),
];
const certain = (answers: Record<string, string[]>) => suggest(groups, answers).certain.map(({ signal }) => signal.id);
const idOf = ({ signal, group }: GroupedSignal) => `${group}/${signal.id}`;

describe("suggest", () => {
  test("orders by urgency, whatever the order of the rows", () => {
    expect(certain({ bang: ["nee"], gevaar: ["ja"], gebeurd: ["wapen"], plan: ["nee"] })).toEqual([
      "nu",
      "ernstig",
      "plan",
    ]);
  });

  test("puts what is more urgent first, also when its row comes later", () => {
    const rows = [
      { id: "later", level: "bespreek", when: when("plan", "nee") },
      { id: "eerst", level: "nu", when: when("gevaar", "ja") },
    ];
    const { certain: found } = suggest([makeSignals(rows)], { plan: ["nee"], gevaar: ["ja"] });
    expect(found.map(({ signal }) => signal.id)).toEqual(["eerst", "later"]);
  });

  test("what is certain in one group hides nothing that is possible in another", () => {
    const { possible } = suggest(groups, { gevaar: ["ja"], plan: ["weet-ik-niet"] });
    expect(possible.map(({ signal }) => signal.id)).toEqual(["plan"]);
  });

  test("what hangs on the same questions is to be found out once, what hangs on others as well", () => {
    const rows = ["een", "twee"].map((id) => ({ id, level: "vandaag", when: when("bang", "ja") }));
    const other = { id: "drie", level: "vandaag", when: when("gevaar", "ja") };
    const { possible } = suggest([makeSignals([...rows, other])], { bang: ["weet-ik-niet"], gevaar: ["weet-ik-niet"] });
    expect(possible.map(({ signal }) => signal.id)).toEqual(["een", "drie"]);
  });

  test("keeps the order of the rows for the same level, and leaves out talking with the family when a row warns against it", () => {
    const { certain: found } = suggest(groups, { gevaar: ["ja"], gebeurd: ["wapen"], eer: ["weet-ik-niet"] });
    expect(found.map(({ signal }) => signal.id)).toEqual(["nu", "eer", "ernstig"]);
    expect(found.flatMap(({ advice }) => advice)).not.toContain("Praat met het gezin.");
  });

  test("keeps talking with the family when eer is ruled out", () => {
    const { certain: found } = suggest(groups, { gebeurd: ["wapen"], eer: ["nee"] });
    expect(found[0]?.advice).toEqual(["Praat met het gezin.", "Bel."]);
  });

  test("a yielding row gives way to a certain row that is as urgent, and only then", () => {
    expect(certain({ bang: ["ja"] })).toEqual(["zorg"]);
    expect(certain({ bang: ["ja"], gebeurd: ["wapen"] })).toEqual(["ernstig"]);
    expect(certain({ bang: ["ja"], plan: ["nee"] })).toEqual(["zorg", "plan"]);
  });

  test("names the answers it rests on", () => {
    const { certain: found } = suggest(groups, { gebeurd: ["stalking", "wapen"] });
    expect(found[0]?.because).toEqual([{ question: "gebeurd", options: ["wapen"] }]);
  });

  test("weet ik niet makes a row possible, with what to find out; an unasked question does not", () => {
    const { possible } = suggest(groups, { gevaar: ["weet-ik-niet"] });
    expect(possible.map(({ signal, findOut }) => [signal.id, findOut])).toEqual([["nu", ["gevaar"]]]);
  });

  test("a line comes with the answers it is about, and not when what it presupposes does not hold", () => {
    const lines = makeSignals(
      [
        {
          id: "advies",
          level: "bespreek",
          when: when("gebeurd", "wapen"),
          advice: [
            { text: "Altijd." },
            { text: "Bij kinderen.", presupposes: ["kinderen"] },
            { text: "Deze week.", when: when("wanneer", "week") },
          ],
        },
      ],
      { premises: [{ id: "kinderen", about: "Er zijn kinderen.", unless: when("huis", "volwassenen") }] },
    );
    const said = (more: Record<string, string[]>) =>
      suggest([lines], { gebeurd: ["wapen"], ...more }).certain.flatMap(({ advice }) => advice);
    expect(said({})).toEqual(["Altijd.", "Bij kinderen."]);
    expect(said({ huis: ["weet-ik-niet"] })).toEqual(["Altijd.", "Bij kinderen."]);
    expect(said({ huis: ["volwassenen"], wanneer: ["week"] })).toEqual(["Altijd.", "Deze week."]);
  });

  test("what is only possible is left out beside what says as much, or the contrary", () => {
    const rows = makeSignals(
      [
        { id: "past", level: "bespreek", when: when("hulp", "ja"), presupposes: ["mda"] },
        { id: "nog-niet", level: "info", when: when("vroeg", "ja"), denies: ["mda"] },
        { id: "zeker", level: "bespreek", when: when("vast", "ja") },
      ],
      { premises: [{ id: "mda", about: "MDA++ kan passen.", unless: when("structureel", "nee") }] },
    );
    const possible = (more: Record<string, string[]>) =>
      suggest([rows], { hulp: ["weet-ik-niet"], ...more }).possible.map(({ signal }) => signal.id);
    expect(possible({})).toEqual(["past"]);
    expect(possible({ vroeg: ["ja"] })).toEqual([]);
    expect(possible({ vast: ["ja"] })).toEqual([]);
  });

  test("a row about long ago comes after those of its level, with a title and a next step of its own", () => {
    const past = { when: when("wanneer", "lang-geleden"), title: "Dit was lang geleden.", next: "Bespreek dit." };
    const rows = makeSignals([
      { id: "letsel", level: "vandaag", when: when("letsel", "ja"), past },
      { id: "wapen", level: "vandaag", when: when("wapen", "ja") },
    ]);
    const shown = (wanneer: string) =>
      suggest([rows], { letsel: ["ja"], wapen: ["ja"], wanneer: [wanneer] }).certain.map(
        ({ signal: { title, next } }) => ({ title, next }),
      );
    const wapen = { title: "Signaal wapen", next: "Doe dan dit." };
    expect(shown("nu")).toEqual([{ title: "Signaal letsel", next: "Doe dan dit." }, wapen]);
    expect(shown("lang-geleden")).toEqual([wapen, { title: past.title, next: past.next }]);
  });

  test("info is no suggestion", () => {
    const found = suggest(groups, { plan: ["ja"] });
    expect(found.certain).toEqual([]);
    expect(found.info.map(({ signal }) => signal.id)).toEqual(["weetje"]);
  });
});

describe("certainSignals", () => {
  test("are those of what is suggested, in that order, whatever is answered in our own content", async () => {
    const { signalGroups, questions } = await realContent();
    const answers = fc.record(
      Object.fromEntries([...questions.values()].map(({ id, options }) => [id, anyOf(options)])),
      { requiredKeys: [] },
    ) as fc.Arbitrary<Answers>;
    fc.assert(
      fc.property(answers, (given) => {
        expect(certainSignals(signalGroups, given).map(idOf)).toEqual(suggest(signalGroups, given).certain.map(idOf));
      }),
      { numRuns: 300 },
    );
  });
});

function anyOf(options: readonly { id: string }[]) {
  return fc.subarray(
    options.map(({ id }) => id),
    { minLength: 1, maxLength: 2 },
  );
}

import { describe, expect, test } from "@jest/globals";
import { compareExamples } from "../../../src/check/effects/compare-examples.ts";
import { compareLines } from "../../../src/check/effects/compare-lines.ts";
import { readLines } from "../../../src/check/read-lines.ts";
import type { Content, Models } from "../../../src/content/content.ts";
import { DANGER } from "../../../src/danger/train-danger.ts";
import { realContent } from "../../support/real-content.ts";

const real = await realContent();
const models = real.models as Models;

describe("lines that are taken for something else", () => {
  /** A few lines, so that they are read at once. */
  const few: Content = {
    ...real,
    danger: real.danger
      .filter(({ sign }) => sign === "slaan")
      .map((sign) => ({ ...sign, "zo klinkt het": { nu: { team: ["hij slaat haar nu"] } }, "zo klinkt het niet": {} })),
    ordinary: [
      { kind: "werkvraag", title: "Werk", about: "Werk.", lines: { team: ["de vergadering begint om tien uur"] } },
    ],
    offTopic: [],
    languages: [],
    articles: new Map(),
  };
  /** As if much was learned that speaks against danger, or for it. */
  const leaning = (towards: number): Content => {
    const { danger } = models;
    const bias = danger.bias.map((value, at) => (danger.labels[at] === DANGER ? value + towards : value));
    return { ...few, models: { ...models, danger: { ...danger, bias } } };
  };
  const measured = readLines(
    "# danger slaan nu\nhij schopt haar tegen haar hoofd\n# ordinary werk\nwe lunchen om twaalf uur",
    "anna",
  );

  test("danger that is not seen any more comes with what it was, what it is now, and the words", () => {
    expect(compareLines(few, leaning(-100), measured)).toEqual([
      expect.objectContaining({
        text: "hij slaat haar nu",
        where: "Slaan, schoppen, duwen en ander geweld, nu",
        before: expect.stringMatching(/^gevaar, nu/),
        after: "geen gevaar",
        became: "wrong",
        isLessDanger: true,
        why: { for: expect.arrayContaining(["slaat"]), against: expect.any(Array) },
      }),
      expect.objectContaining({
        text: "hij schopt haar tegen haar hoofd",
        where: "een proefzin, waar de bot niet van leert",
        became: "wrong",
      }),
    ]);
  });

  test("danger that is called ordinary in the draft, and is not seen any more, counts as less danger", () => {
    const [sign] = few.danger;
    const [work] = few.ordinary;
    if (!sign || !work) throw new Error("No sign");
    const lines = { team: ["de vergadering begint om tien uur", "hij slaat haar nu"] };
    const danger = [{ ...sign, "zo klinkt het": { nu: { team: ["hij slaat haar nu, help"] } } }];
    const found = compareLines(few, { ...leaning(-100), danger, ordinary: [{ ...work, lines }] }, measured);
    expect(found.find(({ text }) => text === "hij slaat haar nu")).toMatchObject({
      became: "right",
      isLessDanger: true,
    });
  });

  test("and so does what is taken for danger now", () => {
    const found = compareLines(few, leaning(100), measured);
    expect(found.some(({ isLessDanger }) => isLessDanger)).toBe(false);
    expect(found.map(({ text, became }) => [text, became])).toEqual([
      ["de vergadering begint om tien uur", "wrong"],
      ["we lunchen om twaalf uur", "wrong"],
    ]);
  });

  test("a line that was wrong and is right now is named too, and none where all is the same", () => {
    const found = compareLines(leaning(100), few, measured);
    expect(found.map(({ became }) => became)).toEqual(["right", "right"]);
    expect(compareLines(few, { ...few }, measured)).toEqual([]);
  });
});

describe("example conversations that go otherwise", () => {
  const withLevel = (level: "bespreek" | "vandaag"): Content => ({
    ...real,
    signalGroups: real.signalGroups.map((group) => ({
      ...group,
      signals: group.signals.map((signal) => (signal.id === "gevlucht" ? { ...signal, level } : signal)),
    })),
  });

  test("end otherwise when a suggestion has another level", () => {
    const found = compareExamples(real, withLevel("bespreek"));
    expect(found.map(({ id }) => id)).toContain("alarm-gevlucht");
    const { endsOtherwise, isBroken, same, before, after } = found.find(({ id }) => id === "alarm-gevlucht") ?? {};
    expect({ endsOtherwise, isBroken }).toEqual({ endsOtherwise: true, isBroken: true });
    expect(before?.slice(0, same)).toEqual(after?.slice(0, same));
  });

  test("stop where an answer fits no more", () => {
    const questions = real.flows.get("gevaar-check")?.phases[0]?.questions ?? [];
    const flow = real.flows.get("gevaar-check");
    if (!flow) throw new Error("the flow is gone");
    const phases = flow.phases.map((phase, at) => (at === 0 ? { ...phase, questions: questions.slice(1) } : phase));
    const without = { ...real, flows: new Map([...real.flows, [flow.id, { ...flow, phases, version: "other" }]]) };
    const found = compareExamples(real, without).find(({ id }) => id === "alarm-gevlucht");
    expect(found).toMatchObject({ endsOtherwise: true, isBroken: true });
    expect(found?.after.at(-1)?.failures).not.toEqual([]);
    expect(found?.after.length).toBeLessThan(found?.before.length ?? 0);
  });

  test("are none when only the wording is another", () => {
    expect(compareExamples(real, { ...real, texts: { ...real.texts, "weet-ik-niet": "Geen idee" } })).toEqual([]);
  });
});

import { expect, test } from "@jest/globals";
import { chanceOf, chancesOf, likeliest, weightOf } from "../../src/language/classifier.ts";
import { featuresOf } from "../../src/language/features.ts";
import { learnMany } from "../../src/language/learn-many.ts";
import { learnTwo } from "../../src/language/learn-two.ts";
import type { LabelledFeatures } from "../../src/language/train.ts";

const LINES: [string, string][] = [
  ["hij slaat haar", "gevaar"],
  ["ze wordt geslagen door haar man", "gevaar"],
  ["vader heeft het kind geslagen", "gevaar"],
  ["hij schopt en slaat", "gevaar"],
  ["hij slaat de les over", "gewoon"],
  ["vader haalt het kind op", "gewoon"],
  ["ze gaat met haar man naar de markt", "gewoon"],
  ["haar rapport was goed", "gewoon"],
];
const toExamples = (lines: readonly [string, string][]): LabelledFeatures[] =>
  lines.map(([text, label]) => ({ features: featuresOf(text), label }));
const examples = toExamples(LINES);
const THREE: [string, string][] = [...LINES, ["hoe laat is het", "vraag"], ["waar staat de printer", "vraag"]];
const two = learnTwo(examples, { atLeast: 1 });
const three = learnMany(toExamples(THREE), { atLeast: 1 });

test("it knows what it learned, and what is like it", () => {
  const labelOf = (text: string) => likeliest(two, featuresOf(text), 1)[0]?.label;
  for (const [text, label] of LINES) expect(labelOf(text)).toBe(label);
  expect(labelOf("moeder slaat haar kind")).toBe("gevaar");
  expect(labelOf("het kind gaat naar de markt")).toBe("gewoon");
  for (const [text, label] of THREE) expect(likeliest(three, featuresOf(text), 1)[0]?.label).toBe(label);
});

test("the likeliest come first, no more than asked for or than there are", () => {
  const all = likeliest(three, featuresOf("waar slaat de printer"), 9);
  expect(all.map(({ label }) => label)).toHaveLength(3);
  expect(all.map(({ chance }) => chance)).toEqual(all.map(({ chance }) => chance).sort((a, b) => b - a));
  expect(likeliest(three, featuresOf("waar slaat de printer"), 2)).toEqual(all.slice(0, 2));
});

test.each([two, three])("the chances of all labels together are one, also for a text without any feature", (model) => {
  for (const text of ["hij slaat haar", "", "!"]) {
    const chances = chancesOf(model, featuresOf(text));
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1);
  }
});

test("the same examples give the same model to the byte, in whatever order they stand when counted by mistakes", () => {
  expect(learnTwo(examples, { atLeast: 1 })).toEqual(two);
  expect(learnMany(toExamples(THREE), { atLeast: 1 })).toEqual(three);
  expect(learnTwo(examples.toReversed(), { atLeast: 1 })).toEqual(two);
});

test.each([two, three])("it says what each word adds", (model) => {
  const adds = (word: string, label: string) => {
    const { keys } = featuresOf(word);
    return keys.reduce((sum, key) => sum + weightOf(model, key, label), 0);
  };
  expect(adds("slaat", "gevaar")).toBeGreaterThan(adds("markt", "gevaar"));
  expect(adds("slaat", "gewoon")).toBeLessThan(adds("markt", "gewoon"));
  expect(adds("xyz", "gevaar")).toBe(0);
  expect(adds("slaat", "onbekend")).toBe(0);
});

test.each([learnTwo, learnMany])(
  "an example that counts for three is heard more than one that counts once",
  (learn) => {
    const torn = [
      { features: featuresOf("aap"), label: "een" },
      { features: featuresOf("aap"), label: "twee", weight: 3 },
    ];
    const model = learn(torn, { atLeast: 1 });
    expect(chanceOf(model, featuresOf("aap"), "twee")).toBeGreaterThan(0.5);
  },
);

test("what stands in one example only is left out, unless asked for", () => {
  expect(learnTwo(examples).weights.length).toBeLessThan(two.weights.length / 2);
});

test("with one label there is nothing to tell apart, and with none nothing at all", () => {
  const one = learnTwo(examples.filter(({ label }) => label === "gevaar"));
  expect(chanceOf(one, featuresOf("hij slaat haar"), "gevaar")).toBe(1);
  expect(chanceOf(learnTwo([]), featuresOf("hij slaat haar"), "gevaar")).toBe(0);
  expect(likeliest(learnMany([]), featuresOf("hij slaat haar"), 1)).toEqual([]);
});

test("more than two labels are not learned as two", () => {
  expect(() => learnTwo(toExamples(THREE))).toThrow("gevaar, gewoon, vraag");
});

import { expect, test } from "@jest/globals";
import { chancesOf, explain } from "../../src/language/classifier.ts";
import { featureNames, featuresNamed, featuresOf } from "../../src/language/features.ts";
import { type LabelledFeatures, train } from "../../src/language/train.ts";

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
const examples: LabelledFeatures[] = LINES.map(([text, label]) => ({ features: featuresOf(text), label }));
const model = train(examples, { atLeast: 1 });
const labelOf = (text: string): string | undefined => {
  const chances = chancesOf(model, featuresOf(text));
  return model.labels[chances.indexOf(Math.max(...chances))];
};

test("it knows what it learned, and what is like it", () => {
  for (const [text, label] of LINES) expect(labelOf(text)).toBe(label);
  expect(labelOf("moeder slaat haar kind")).toBe("gevaar");
  expect(labelOf("het kind gaat naar de markt")).toBe("gewoon");
});

test("the chances of all labels together are one, also for a text without any feature", () => {
  for (const text of ["hij slaat haar", "", "!"]) {
    const chances = chancesOf(model, featuresOf(text));
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1);
  }
});

test("the same examples give the same model to the byte", () => {
  expect(train(examples, { atLeast: 1 })).toEqual(model);
});

test("it says which words weighed most", () => {
  const adds = explain(model, featuresOf("opa slaat"), "gevaar");
  const words = featureNames("opa slaat").map((name, at) => ({ name, adds: adds[at] ?? 0 }));
  expect(words.sort((a, b) => b.adds - a.adds).find(({ name }) => name.startsWith("w "))?.name).toBe("w slaat");
});

test("a weight of two is as an example that counts twice", () => {
  const torn: LabelledFeatures[] = [
    { features: featuresNamed(["a"]), label: "een" },
    { features: featuresNamed(["a"]), label: "twee", weight: 3 },
  ];
  const [een = 0, twee = 0] = chancesOf(train(torn, { atLeast: 1 }), featuresNamed(["a"]));
  expect(twee).toBeGreaterThan(een);
});

test("what stands in one example only is left out, unless asked for", () => {
  expect(train(examples).keys.length).toBeLessThan(model.keys.length / 2);
});

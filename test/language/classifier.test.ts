import { expect, test } from "@jest/globals";
import { chancesOf, type Example, explain, train } from "../../src/language/classifier.ts";
import { textFeatures } from "../../src/language/text-features.ts";

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
const examples: Example[] = LINES.map(([text, label]) => ({ features: textFeatures(text), label }));
const model = train(examples, { atLeast: 1 });
const labelOf = (text: string): string | undefined => {
  const chances = chancesOf(model, textFeatures(text));
  return model.labels[chances.indexOf(Math.max(...chances))];
};

test("it knows what it learned, and what is like it", () => {
  for (const [text, label] of LINES) expect(labelOf(text)).toBe(label);
  expect(labelOf("moeder slaat haar kind")).toBe("gevaar");
  expect(labelOf("het kind gaat naar de markt")).toBe("gewoon");
});

test("the chances of all labels together are one, also for a text without any feature", () => {
  for (const text of ["hij slaat haar", "", "!"]) {
    const chances = chancesOf(model, textFeatures(text));
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1);
  }
});

test("the same examples give the same model to the byte", () => {
  expect(train(examples, { atLeast: 1 })).toEqual(model);
});

test("it says which words weighed most", () => {
  const [most] = explain(model, textFeatures("opa slaat"), "gevaar").filter(({ feature }) => feature.startsWith("w "));
  expect(most?.feature).toBe("w slaat");
});

test("a weight of two is as an example that counts twice", () => {
  const torn: Example[] = [
    { features: ["a"], label: "een" },
    { features: ["a"], label: "twee", weight: 3 },
  ];
  const [een = 0, twee = 0] = chancesOf(train(torn, { atLeast: 1 }), ["a"]);
  expect(twee).toBeGreaterThan(een);
});

test("what stands in one example only is left out, unless asked for", () => {
  expect(train(examples).keys.length).toBeLessThan(model.keys.length / 2);
});

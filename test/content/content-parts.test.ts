import { expect, test } from "@jest/globals";
import { joinParts, partsOf } from "../../src/content/content-parts.ts";
import { makeContent } from "../support/make-content.ts";

const many = Array.from({ length: 120 }, (_, at) => ({ id: `artikel-${at}`, title: "Titel" }));
const content = {
  ...makeContent([]),
  examples: many,
  danger: [],
  articles: new Map(many.map((one) => [one.id, one])),
  regions: new Map(),
  models: { danger: { weights: new Int8Array([1, -2]) }, levels: { weights: new Int8Array([3]) } },
  keptCounts: undefined,
} as unknown as ReturnType<typeof makeContent>;

test("content comes back from its parts as it was and frozen, however much there is of something", () => {
  const parts = structuredClone([...partsOf(content)]);
  expect(parts.filter(({ key }) => key === "articles")).toHaveLength(3);
  const joined = joinParts(parts);
  expect(joined).toEqual(content);
  expect(Object.keys(joined)).toEqual(Object.keys(content));
  const { articles, examples, models } = joined;
  for (const one of [joined, articles, articles.get("artikel-119"), examples, examples[0], models, models?.levels])
    expect(Object.isFrozen(one)).toBe(true);
});

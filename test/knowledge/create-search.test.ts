import { expect, test } from "@jest/globals";
import { createSearch } from "../../src/knowledge/create-search.ts";
import type { Findings } from "../../src/knowledge/findings.ts";
import { ARTICLES, SYNONYMS } from "./support/small-knowledge.ts";

const search = createSearch(ARTICLES, SYNONYMS);
const none = { kind: "none" };
const idsOf = (found: Findings): string[] => {
  if (found.kind === "none") return [];
  return found.kind === "one" ? [found.article.id] : found.articles.map(({ id }) => id);
};

test.each([
  ["hoe maak ik een veiligheidsplan", "veiligheidsplan"],
  ["veiligheidpaln", "veiligheidsplan"],
  ["veiligheidsplannen", "veiligheidsplan"],
  ["veiligheids plan", "veiligheidsplan"],
  ["MDA PLUS PLUS???", "mda"],
  ["wijkteamleden", "mda"],
])("%j finds one article: %s", (question, id) => {
  expect(search(question)).toMatchObject({ kind: "one", article: { id } });
});

test("a question that fits more articles gives a choice of at most three, each once", () => {
  const found = search("veilig thuis bellen");
  expect(found.kind).toBe("several");
  expect(idsOf(found).toSorted()).toEqual(["veilig-thuis-nummer", "veilig-thuis-vraagt"]);
});

test("a question about something else finds nothing, even with a word of an article", () => {
  expect(search("vakantie")).toEqual(none);
  expect(search("partners op vakantie")).toEqual(none);
  expect(search("fietsbel kopen bij de winkel")).toEqual(none);
});

test.each(["", "   ", "?", "🙂", "ik", "wat is het", "<script>", "%00", "__proto__", "constructor toString"])(
  "%j finds nothing",
  (question) => {
    expect(search(question)).toEqual(none);
  },
);

test("a very long message is answered from its beginning, and quickly", () => {
  const start = performance.now();
  for (const text of ["plan", "blabla ", "veiligheidpaln "]) search(text.repeat(50_000));
  expect(idsOf(search(`veiligheidsplan${" ik".repeat(50_000)}`))).toEqual(["veiligheidsplan"]);
  expect(performance.now() - start).toBeLessThan(3000);
});

test("the same question always finds the same", () => {
  expect(search("veilig thuis bellen")).toEqual(search("veilig thuis bellen"));
});

test("without articles nothing is found", () => {
  expect(createSearch([], SYNONYMS)("mda")).toEqual(none);
});

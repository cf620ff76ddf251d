import { expect, test } from "@jest/globals";
import { createSearch } from "../../src/knowledge/create-search.ts";
import { trainQuestions } from "../../src/knowledge/train-questions.ts";
import { featuresOf } from "../../src/language/features.ts";
import { ARTICLES, article } from "./support/small-knowledge.ts";

const articles = new Map(ARTICLES.map((each) => [each.id, each]));
const elsewhere = [
  "hoe vraag ik vakantie aan",
  "mijn laptop doet het niet",
  "wat eten we vandaag",
  "hoe laat is de borrel",
];
const offTopic = [{ kind: "kantoor", title: "Kantoor", about: "", lines: { team: elsewhere } }];
const search = createSearch(articles, trainQuestions({ articles, offTopic }, featuresOf), () => false);

test.each(["Wat is MDA++?", "hoe bel ik veilig thuis", "HOE BEL IK VEILIG THUIS?!"])(
  "%j stands in an article, and is answered at once",
  (question) => {
    expect(search(question).kind).toBe("one");
  },
);

test("a question in other words finds its article", () => {
  const found = search("wat moet er in het veiligheidsplan staan");
  const ids =
    found.kind === "several" ? found.articles.map(({ id }) => id) : [found.kind === "one" && found.article.id];
  expect(ids[0]).toBe("veiligheidsplan");
});

test.each(["mijn laptop doet het niet meer", "", "?!"])("%j finds nothing", (question) => {
  expect(search(question)).toEqual({ kind: "none" });
});

test("an article that is no longer there is not found", () => {
  const model = trainQuestions({ articles, offTopic }, featuresOf);
  const without = new Map([["mda", article("mda", { title: "Iets anders" })]]);
  const found = createSearch(without, model, () => false)("wat moet er in het veiligheidsplan staan");
  expect(JSON.stringify(found)).not.toContain("veiligheidsplan");
});

test("a message that asks nothing gets no choice of articles", () => {
  const models = trainQuestions({ articles, offTopic }, featuresOf);
  const unsure = "is veilig thuis in het plan";
  expect(createSearch(articles, models, () => false)(unsure).kind).toBe("several");
  expect(createSearch(articles, models, () => true)(unsure).kind).toBe("none");
});

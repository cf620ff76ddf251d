import { expect, test } from "@jest/globals";
import { inventArticles } from "../../../src/tools/bench/invent-articles.ts";
import { ARTICLES } from "../../knowledge/support/small-knowledge.ts";

const countWords = (text: string) => text.split(" ").length;

test("invented articles have as many lines and words as the real ones, and ids of their own", () => {
  const invented = inventArticles(ARTICLES, 10);
  expect(new Set(invented.map(({ id }) => id)).size).toBe(10);
  for (const [index, { questions, text }] of invented.entries()) {
    const like = ARTICLES[index % ARTICLES.length];
    expect(questions.map(countWords)).toEqual(like?.questions.map(countWords));
    expect(countWords(text)).toBe(countWords(like?.text ?? ""));
  }
});

test("they are the same every time, and none are made when none are asked for", () => {
  expect(inventArticles(ARTICLES, 5)).toEqual(inventArticles(ARTICLES, 5));
  expect(inventArticles(ARTICLES, -3)).toEqual([]);
});

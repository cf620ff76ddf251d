import { expect, test } from "@jest/globals";
import { isoDay, noticesOf, overdueArticles } from "../../src/check/overdue-articles.ts";
import type { Content } from "../../src/content/content.ts";
import { article } from "../knowledge/support/small-knowledge.ts";

const articles = [
  article("later", { "review-by": "2027-06-01" }),
  article("vandaag", { "review-by": "2027-05-01" }),
  article("gisteren", { "review-by": "2027-04-30" }),
  article("lang-geleden", { "review-by": "2026-12-31" }),
];
const content = { articles: new Map(articles.map((each) => [each.id, each])) } as unknown as Content;

test("only articles past their review-by date are overdue, the longest overdue first", () => {
  expect(overdueArticles(content, "2027-05-01").map(({ id }) => id)).toEqual(["lang-geleden", "gisteren"]);
});

test("nothing is overdue before the first date", () => {
  expect(overdueArticles(content, "2026-12-31")).toEqual([]);
});

test("each notice names the file, the date and the owner", () => {
  const [notice] = noticesOf(overdueArticles(content, "2027-01-01"));
  for (const part of ["dialogs/knowledge/lang-geleden.md", "2026-12-31", "programmateam"]) {
    expect(notice).toContain(part);
  }
});

test("a day is written with its year first", () => {
  expect(isoDay(new Date("2027-05-01T23:59:59Z"))).toBe("2027-05-01");
});

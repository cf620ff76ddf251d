import type { Content } from "../../content/content.ts";
import type { Article } from "../../content/schema/article.ts";
import { createSearch } from "../../knowledge/create-search.ts";
import { inventArticles } from "./invent-articles.ts";
import type { Target } from "./summary.ts";

/** What answering costs with so many articles. */
export interface SearchCost {
  articles: number;
  /** CPU of one question that was not asked before, in milliseconds: the mean over all of them. */
  cpuMsPerQuestion: number;
  /** CPU of reading all articles once, in milliseconds. */
  readMs: number;
}

const MOST_MS = 5;

/**
 * Measures the search with the first of the articles, or with invented ones besides, for each number of articles.
 * Every article gives one question, misspelled, so that spelling mistakes are paid for too. Before that other
 * questions run, until the code is compiled.
 */
export function measureSearch({ articles, synonyms }: Content, sizes: readonly number[]): SearchCost[] {
  const real = [...articles.values()];
  return sizes.map((size) => {
    const all = [...real, ...inventArticles(real, size - real.length)].slice(0, size);
    const start = cpuMs();
    const search = createSearch(all, synonyms);
    const readMs = cpuMs() - start;
    for (const { questions } of real) questions.slice(1, 4).forEach(search);
    const asked = real.map(firstMisspelled);
    const before = cpuMs();
    asked.forEach(search);
    return { articles: size, readMs, cpuMsPerQuestion: (cpuMs() - before) / asked.length };
  });
}

/** The targets of the issue: a few milliseconds with the fewest articles, and from there no faster than linear growth. */
export function searchTargets(costs: readonly SearchCost[]): Target[] {
  const [first, ...others] = costs;
  if (!first) return [];
  const value = first.cpuMsPerQuestion;
  const fast = { name: `CPU ms of a question, ${first.articles} articles`, value, limit: MOST_MS };
  const growth = others.map(({ articles, cpuMsPerQuestion }) => ({
    name: `CPU of a question, ${articles} articles against ${first.articles}`,
    value: cpuMsPerQuestion / value,
    limit: articles / first.articles,
  }));
  return [fast, ...growth].map(({ limit, ...each }) => ({ ...each, target: `<= ${limit}`, met: each.value <= limit }));
}

/** Its first example question, with two letters in the middle of the longest word changed about. */
function firstMisspelled({ questions }: Article): string {
  const words = (questions[0] ?? "").split(" ");
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best), "");
  const at = Math.floor(longest.length / 2);
  const changed = longest.slice(0, at - 1) + (longest[at] ?? "") + (longest[at - 1] ?? "") + longest.slice(at + 1);
  return words.map((word) => (word === longest ? changed : word)).join(" ");
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

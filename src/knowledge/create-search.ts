import type { Article } from "../content/schema/article.ts";
import { chancesOf, type Model } from "../language/classifier.ts";
import { comparable } from "../language/normalise.ts";
import { textFeatures } from "../language/text-features.ts";
import { allQuestions } from "./all-questions.ts";
import type { Findings } from "./findings.ts";
import { NOT_OURS } from "./train-questions.ts";

/** Finds the article for a question as people type it. Pure, and it keeps nothing of the question. */
export type Search = (question: string) => Findings;

/** Makes chances what they say, measured on lines of writers that were left out; see the ADR. */
const TEMPERATURE = 1;
/** From this chance that no article answers, the bot says that it does not know. */
const NOT_OURS_FROM = 0.5;
/** From this chance the best is shown alone. */
const ALONE_FROM = 0.6;
/** With less than this chance an article is not offered as a choice. */
const CHOICE_FROM = 0.03;
const MOST_CHOICES = 3;

/** A text that is a title or an example question is answered at once; others by the chance that was learned. */
export function createSearch(articles: ReadonlyMap<string, Article>, model: Model): Search {
  const exact = exactQuestions(articles);
  return (question) => {
    const asked = comparable(question);
    const known = exact.get(asked);
    if (known) return { kind: "one", article: known };
    return asked === "" ? { kind: "none" } : decide(rank(model, question), articles);
  };
}

/** Labels with their chance, the likeliest first. */
export function rank(model: Model, question: string): { label: string; chance: number }[] {
  const chances = chancesOf(model, textFeatures(question), TEMPERATURE);
  return model.labels.map((label, at) => ({ label, chance: chances[at] ?? 0 })).sort((a, b) => b.chance - a.chance);
}

function decide(ranked: ReturnType<typeof rank>, articles: ReadonlyMap<string, Article>): Findings {
  const elsewhere = ranked.find(({ label }) => label === NOT_OURS)?.chance ?? 0;
  const found = ranked.flatMap(({ label, chance }) => {
    const article = articles.get(label);
    return article ? { article, chance } : [];
  });
  const [best] = found;
  if (!best || elsewhere >= NOT_OURS_FROM) return { kind: "none" };
  const choices = found.slice(0, MOST_CHOICES).filter(({ chance }) => chance >= CHOICE_FROM);
  if (best.chance >= ALONE_FROM || choices.length < 2) return { kind: "one", article: best.article };
  return { kind: "several", articles: choices.map(({ article }) => article) };
}

function exactQuestions(articles: ReadonlyMap<string, Article>): Map<string, Article> {
  const all = [...articles.values()];
  return new Map(
    all.flatMap((article) =>
      [...allQuestions(article), article.title].map((text) => [comparable(text), article] as const),
    ),
  );
}

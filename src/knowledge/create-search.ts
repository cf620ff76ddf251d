import type { Article } from "../content/schema/article.ts";
import { chanceOf, type Likely, likeliest } from "../language/classifier.ts";
import { type Features, featuresOf } from "../language/features.ts";
import { comparable } from "../language/normalise.ts";
import { allQuestions } from "./all-questions.ts";
import type { Findings } from "./findings.ts";
import { OURS, type QuestionModels } from "./train-questions.ts";

/** Finds the article for a question as people type it. Pure, and it keeps nothing of the question. */
export type Search = (question: string) => Findings;

/** With less chance that any article answers, the bot says that it does not know. Measured, as all here; see the ADR. */
const OURS_FROM = 0.8;
/** From this chance the best is shown alone; most of the chances are near 1. */
const ALONE_FROM = 0.95;
/** With less than this chance an article is not offered as a choice. */
const CHOICE_FROM = 0.01;
const MOST_CHOICES = 3;

/**
 * A text that is a title or an example question is answered at once; others by the chance that was learned.
 * @param asksNothing whether a message only tells something; then only an article that is sure to fit belongs to it
 */
export function createSearch(
  articles: ReadonlyMap<string, Article>,
  models: QuestionModels,
  asksNothing: (features: Features) => boolean,
): Search {
  const exact = exactQuestions(articles);
  return (question) => {
    const asked = comparable(question);
    const known = exact.get(asked);
    if (known) return { kind: "one", article: known };
    const features = featuresOf(question);
    if (asked === "" || chanceOf(models.ours, features, OURS) < OURS_FROM) return { kind: "none" };
    const found = decide(likeliest(models.articles, features, MOST_CHOICES), articles);
    return found.kind === "several" && asksNothing(features) ? { kind: "none" } : found;
  };
}

function decide(ranked: readonly Likely[], articles: ReadonlyMap<string, Article>): Findings {
  const found = ranked.flatMap(({ label, chance }) => {
    const article = articles.get(label);
    return article && chance >= CHOICE_FROM ? [{ article, chance }] : [];
  });
  const [best] = found;
  if (!best) return { kind: "none" };
  if (best.chance >= ALONE_FROM || found.length < 2) return { kind: "one", article: best.article };
  return { kind: "several", articles: found.map(({ article }) => article) };
}

function exactQuestions(articles: ReadonlyMap<string, Article>): Map<string, Article> {
  const all = [...articles.values()];
  return new Map(
    all.flatMap((article) =>
      [...allQuestions(article), article.title].map((text) => [comparable(text), article] as const),
    ),
  );
}

import type { Article } from "../content/schema/article.ts";
import type { OrdinaryKind } from "../content/schema/typed-lines.ts";
import { type Example, type Model, train } from "../language/classifier.ts";
import { textFeatures } from "../language/text-features.ts";
import { allQuestions } from "./all-questions.ts";

/** The label of what no article answers. */
export const NOT_OURS = "-";

/** What a title, a keyword, and a line that asks nothing count for, next to an example question. */
const WEIGHTS = { title: 2, word: 0.5, ordinary: 0.5 };

/** What to learn from: articles, and lines that none of them answers. */
export interface QuestionLines {
  articles: ReadonlyMap<string, Article>;
  offTopic: readonly OrdinaryKind[];
  ordinary: readonly OrdinaryKind[];
}

/** Kinds of ordinary lines that may well be answered by an article. */
const MAYBE_OURS = new Set(["beleid", "kennisvraag", "werkvraag", "gemengd"]);

/** Learns which article answers a message, if any. */
export function trainQuestions(lines: QuestionLines): Model {
  return train(questionExamples(lines));
}

function questionExamples({ articles, offTopic, ordinary }: QuestionLines): Example[] {
  const example = (text: string, label: string, weight = 1): Example => ({
    features: textFeatures(text),
    label,
    weight,
  });
  const elsewhere = ordinary.filter(({ kind }) => !MAYBE_OURS.has(kind));
  return [
    ...[...articles.values()].flatMap((article) => [
      example(article.title, article.id, WEIGHTS.title),
      ...allQuestions(article).map((text) => example(text, article.id)),
      ...article.words.map((text) => example(text, article.id, WEIGHTS.word)),
    ]),
    ...offTopic.flatMap(({ lines }) => Object.values(lines).flat()).map((text) => example(text, NOT_OURS)),
    ...elsewhere
      .flatMap(({ lines }) => Object.values(lines).flat())
      .map((text) => example(text, NOT_OURS, WEIGHTS.ordinary)),
  ];
}

import type { Article } from "../content/schema/article.ts";
import { linesOf, type OrdinaryKind } from "../content/schema/typed-lines.ts";
import type { Model } from "../language/classifier.ts";
import type { Features } from "../language/features.ts";
import { learnMany } from "../language/learn-many.ts";
import { learnTwo } from "../language/learn-two.ts";
import { toSentences } from "../language/sentences.ts";
import type { LabelledFeatures } from "../language/train.ts";
import { toWords } from "../language/words.ts";
import { allQuestions } from "./all-questions.ts";

/** Two questions about a message: whether any article answers it, and which. */
export interface QuestionModels {
  /** `van-ons` or not. */
  ours: Model;
  /** Ids of the articles. */
  articles: Model;
}

export const OURS = "van-ons";
const NOT_OURS = "niet-van-ons";

/** What a title, another word and a sentence of the answer count for, next to an example question. */
const WEIGHTS = { title: 2, word: 0.5, sentence: 0.5 };
/** In words; a shorter sentence of an answer tells nothing. */
const SHORTEST_SENTENCE = 3;
/** Measured: for many labels with few lines each, counting does better than learning from mistakes. The chances are right. */
const COUNTED = { share: 1.5 };

/** What to learn from: articles, and lines that none of them answers. */
export interface QuestionLines {
  articles: ReadonlyMap<string, Article>;
  offTopic: readonly OrdinaryKind[];
}

/** Learns whether an article answers a message, and which. */
export function trainQuestions(
  { articles, offTopic }: QuestionLines,
  read: (text: string) => Features,
): QuestionModels {
  const asked = [...articles.values()].flatMap((article) => questionsOf(article, read));
  const answers = [...articles.values()].flatMap((article) => sentencesOf(article, read));
  const others = linesOf(offTopic);
  return {
    ours: learnTwo([
      ...asked.map((example) => ({ ...example, label: OURS })),
      ...others.map((text) => ({ features: read(text), label: NOT_OURS })),
    ]),
    articles: learnMany([...asked, ...answers], COUNTED),
  };
}

function questionsOf(article: Article, read: (text: string) => Features): LabelledFeatures[] {
  const example = (text: string, weight: number): LabelledFeatures => ({
    features: read(text),
    label: article.id,
    weight,
  });
  return [
    example(article.title, WEIGHTS.title),
    ...allQuestions(article).map((text) => example(text, 1)),
    ...article.words.map((text) => example(text, WEIGHTS.word)),
  ];
}

function sentencesOf({ id, text }: Article, read: (text: string) => Features): LabelledFeatures[] {
  return toSentences(text)
    .filter((sentence) => toWords(sentence).length >= SHORTEST_SENTENCE)
    .map((sentence) => ({ features: read(sentence), label: id, weight: WEIGHTS.sentence }));
}

import type { Content, Models } from "../../content/content.ts";
import { linesOf } from "../../content/schema/typed-lines.ts";
import { dangerLines } from "../../danger/danger-lines.ts";
import { trainCases } from "../../danger/train-cases.ts";
import { trainDanger } from "../../danger/train-danger.ts";
import { allQuestions } from "../../knowledge/all-questions.ts";
import { trainQuestions } from "../../knowledge/train-questions.ts";
import { createFeatureReader } from "../../language/features.ts";
import { trainLanguage } from "../../language/train-language.ts";

/** Learns everything that typed text is understood by. Takes seconds: see `Content.models`. */
export function trainModels(content: Content): Models {
  const read = createFeatureReader();
  const lines = dangerLines(content);
  const articles = [...content.articles.values()];
  const questions = articles.flatMap(allQuestions);
  const titles = articles.map(({ title }) => title);
  const dutch = [...lines.map(({ text }) => text), ...questions, ...titles, ...linesOf(content.cases)];
  return {
    ...trainDanger(lines, read),
    cases: trainCases(lines, content.cases, questions, read),
    ...trainQuestions(content, read),
    language: trainLanguage(dutch, linesOf(content.languages), read),
  };
}

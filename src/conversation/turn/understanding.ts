import { atOnce } from "../../at-once.ts";
import type { Content } from "../../content/content.ts";
import { linesOf } from "../../content/schema/typed-lines.ts";
import { createCaseCheck, createTellingCheck } from "../../danger/case-check.ts";
import { createDangerCheck, type DangerVerdict } from "../../danger/danger-check.ts";
import { CASE } from "../../danger/train-cases.ts";
import { allQuestions } from "../../knowledge/all-questions.ts";
import { createSearch } from "../../knowledge/create-search.ts";
import type { Findings } from "../../knowledge/findings.ts";
import { createLanguageCheck } from "../../language/language-check.ts";
import { comparable } from "../../language/normalise.ts";
import { createPersonalDataCheck, type PersonalDataKind } from "../../personal-data/personal-data-check.ts";
import { trainModels } from "./train-models.ts";

/** What can be said of a typed message. Nothing of the message itself is kept. */
export interface Understanding {
  /** Whether it is in another language than Dutch; then nothing else of it is understood. */
  isForeign(text: string): boolean;
  danger(text: string): DangerVerdict;
  /** Whether it tells about people in a case, rather than asks something. */
  isCase(text: string): boolean;
  personalData(text: string): PersonalDataKind[];
  search(question: string): Findings;
}

const made = new WeakMap<Content, Understanding>();

/** Made once for `content`, of what the content check learned; content that was not checked is learned from here. */
export function understandingOf(content: Content): Understanding {
  return atOnce(understandingInSteps(content));
}

/** The same, a reader at a time, for who must do other things in between. */
export function* understandingInSteps(content: Content): Generator<void, Understanding> {
  const known = made.get(content);
  if (known) return known;
  const models = content.models ?? trainModels(content);
  const danger = createDangerCheck(models);
  const isCase = createCaseCheck(models.cases);
  const isForeign = createLanguageCheck(models.language);
  const isButton = createButtonCheck(content);
  const examples = new Set([...content.articles.values()].flatMap(allQuestions).map(comparable));
  yield;
  // What is written down as no case is none, however much it sounds like one.
  const noCases = new Set(linesOf(content.cases.filter(({ kind }) => kind !== CASE)).map(comparable));
  const isOther = (text: string) => isForeign(text) && !isButton(text) && !examples.has(comparable(text));
  yield;
  const personalData = createPersonalDataCheck(content.personalData);
  yield;
  const understanding: Understanding = {
    isForeign: isOther,
    danger: (text) => (isButton(text) || isOther(text) ? { level: "geen", signs: [] } : danger(text)),
    isCase: (text) => !isButton(text) && !noCases.has(comparable(text)) && isCase(text),
    personalData,
    search: createSearch(content.articles, models, createTellingCheck(models.cases)),
  };
  made.set(content, understanding);
  return understanding;
}

/** Whether a text is exactly a command, or a title as on a button, such as "Is er nu gevaar?": that tells nothing. */
function createButtonCheck({ commands, articles }: Content): (text: string) => boolean {
  const titles = new Set([...articles.values()].map(({ title }) => comparable(title)));
  return (text) => {
    const typed = comparable(text);
    return commands.has(typed) || titles.has(typed);
  };
}

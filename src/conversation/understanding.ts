import type { Content } from "../content/content.ts";
import { createSearch } from "../knowledge/create-search.ts";
import type { Findings } from "../knowledge/findings.ts";
import { createPersonalDataCheck, type PersonalDataKind } from "../personal-data/personal-data-check.ts";
import { createDangerCheck, type DangerVerdict } from "../safety/danger-check.ts";

/** What can be said of a typed message. Nothing of the message itself is kept. */
export interface Understanding {
  danger(text: string): DangerVerdict;
  personalData(text: string): PersonalDataKind[];
  search(question: string): Findings;
}

const made = new WeakMap<Content, Understanding>();

/** Reads the wording and the articles of `content` once; the same content gives the same understanding. */
export function understandingOf(content: Content): Understanding {
  const known = made.get(content);
  if (known) return known;
  const understanding: Understanding = {
    danger: createDangerCheck(content.danger),
    personalData: createPersonalDataCheck(content.personalData),
    search: createSearch([...content.articles.values()], content.synonyms),
  };
  made.set(content, understanding);
  return understanding;
}

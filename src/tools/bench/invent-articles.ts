import { neverSayFinder } from "../../check/check-never-say.ts";
import type { Content } from "../../content/content.ts";
import type { ContentFiles } from "../../content/content-files.ts";
import { comparable } from "../../language/normalise.ts";
import { toWords } from "../../language/words.ts";
import { createPersonalDataCheck } from "../../personal-data/personal-data-check.ts";

const QUESTIONS = 5;
const WORDS_IN_QUESTION = 6;
const WORDS_IN_TITLE = 4;

/**
 * So many articles that nobody wrote, as files: with five questions each of words of the articles
 * there are, and their answers.
 * @param random from 0 to 1
 */
export function inventArticles(content: Content, count: number, random: () => number): ContentFiles {
  const { articles, personalData } = content;
  const known = [...articles.values()];
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const words = known.flatMap(({ questions }) => questions.flatMap(toWords));
  const namesIn = createPersonalDataCheck(personalData);
  const promisesIn = neverSayFinder({ partial: content });
  const taken = new Set<string>();
  const line = (length: number): string => {
    const made = Array.from({ length }, () => pick(words)).join(" ");
    // By chance words make a name, or say what is never said.
    if (taken.has(comparable(made)) || promisesIn(made).length > 0 || namesIn(made).length > 0) return line(length);
    taken.add(comparable(made));
    return made;
  };
  const made = Array.from({ length: count }, (_, at) => {
    const { topic, sources, owner, "review-by": reviewBy, text } = pick(known);
    const id = `verzonnen-${at}`;
    const questions = Array.from({ length: QUESTIONS }, () => line(WORDS_IN_QUESTION));
    const head = {
      id,
      title: line(WORDS_IN_TITLE),
      topic,
      questions,
      sources,
      status: "concept",
      owner,
      "review-by": reviewBy,
    };
    // What is JSON is YAML.
    const fields = Object.entries(head).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
    return [`dialogs/knowledge/${id}.md`, `---\n${fields.join("\n")}\n---\n${text}\n`] as const;
  });
  return Object.fromEntries(made);
}

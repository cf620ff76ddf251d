import type { Content } from "../../content/content.ts";
import type { ContentFiles } from "../../content/content-files.ts";
import { comparable } from "../../language/normalise.ts";
import { toSentences } from "../../language/sentences.ts";
import { toWords } from "../../language/words.ts";

const QUESTIONS = 5;
const WORDS_IN_QUESTION = 6;
const WORDS_IN_TITLE = 4;
const SENTENCES = 3;

/**
 * So many articles that nobody wrote, as files: with words of the articles there are, five questions each, and sentences of
 * their answers.
 * @param random from 0 to 1
 */
export function inventArticles({ articles }: Content, count: number, random: () => number): ContentFiles {
  const known = [...articles.values()];
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const words = known.flatMap(({ questions }) => questions.flatMap(toWords));
  const sentences = known.flatMap(({ text }) => toSentences(text)).filter((one) => toWords(one).length > SENTENCES);
  const taken = new Set<string>();
  const line = (length: number): string => {
    const made = Array.from({ length }, () => pick(words)).join(" ");
    if (taken.has(comparable(made))) return line(length);
    taken.add(comparable(made));
    return made;
  };
  const made = Array.from({ length: count }, (_, at) => {
    const { topic, sources, owner, "review-by": reviewBy } = pick(known);
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
    const text = Array.from({ length: SENTENCES }, () => pick(sentences)).join(" ");
    return [`dialogs/knowledge/${id}.md`, `---\n${fields.join("\n")}\n---\n${text}\n`] as const;
  });
  return Object.fromEntries(made);
}

import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import type { Content } from "../../content/content.ts";
import { createSearch } from "../../knowledge/create-search.ts";

/** Targets of the project: right at once, among those shown, and wrongly answered off-topic. */
const TOP_1 = 0.9;
const TOP_3 = 0.97;
const OFF_TOPIC_WRONG = 0.05;

const linesSchema = z.strictObject({
  /** Question to the ids of the articles that answer it. */
  questions: z.record(z.string(), z.array(z.string()).min(1)),
  "off-topic": z.array(z.string()).min(1),
});

export interface KnowledgeEvaluation {
  name: string;
  lines: string[];
  met: boolean;
}

/**
 * Measures the search on the questions of `test/knowledge/eval/questions.yaml`.
 * @param file path of that file
 * @throws ZodError when it has another shape
 */
export function evaluateKnowledge(content: Content, file: string): KnowledgeEvaluation {
  const { questions, "off-topic": offTopic } = linesSchema.parse(parse(readFileSync(file, "utf8")));
  const search = createSearch([...content.articles.values()], content.synonyms);
  const shown = (question: string): string[] => {
    const found = search(question);
    if (found.kind === "one") return [found.article.id];
    return found.kind === "several" ? found.articles.map(({ id }) => id) : [];
  };
  const asked = Object.entries(questions).map(([question, right]) => ({ question, right, found: shown(question) }));
  const first = asked.filter(({ right, found }) => right.includes(found[0] ?? ""));
  const among = asked.filter(({ right, found }) => found.some((id) => right.includes(id)));
  const wrong = offTopic
    .map((question) => ({ question, found: shown(question) }))
    .filter(({ found }) => found.length > 0);
  const shares = [first.length / asked.length, among.length / asked.length, wrong.length / offTopic.length] as const;
  return {
    name: "kennisbank",
    lines: [
      `vragen: ${asked.length}, meteen goed ${percent(shares[0])}, bij de getoonde ${percent(shares[1])}`,
      `buiten het onderwerp: ${offTopic.length}, ten onrechte beantwoord ${percent(shares[2])}`,
      ...asked
        .filter((line) => !first.includes(line))
        .map(
          ({ question, right, found }) => `  ${question} -> ${found.join(", ") || "niets"} (goed: ${right.join(", ")})`,
        ),
      ...wrong.map(({ question, found }) => `  ${question} -> ${found.join(", ")} (hoort niets te zijn)`),
    ],
    met: shares[0] >= TOP_1 && shares[1] >= TOP_3 && shares[2] <= OFF_TOPIC_WRONG,
  };
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

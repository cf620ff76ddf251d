import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import type { Content } from "../../content/content.ts";
import { createSearch, type Search } from "../../knowledge/create-search.ts";
import { countAnswers, type Line, TARGETS } from "./answer-count.ts";

const partSchema = z.strictObject({
  /** Question to the ids of the articles that answer it. */
  questions: z.record(z.string(), z.array(z.string()).min(1)),
  "off-topic": z.array(z.string()).min(1),
});
const fileSchema = z.strictObject({ tune: partSchema, measure: partSchema });

export interface KnowledgeEvaluation {
  name: string;
  lines: string[];
  /** Over all lines the targets of the project are reached. */
  met: boolean;
}

/**
 * Measures the search on the lines of `test/knowledge/eval/questions.yaml`. The misses of the part `measure` are
 * counted but not printed: who sees them, would mend them, and they would no longer stand for unknown questions.
 * @param file path of that file
 * @throws ZodError when it has another shape
 */
export function evaluateKnowledge(content: Content, file: string): KnowledgeEvaluation {
  const parts = fileSchema.parse(parse(readFileSync(file, "utf8")));
  const search = createSearch([...content.articles.values()], content.synonyms);
  const tune = readPart(parts.tune, search);
  const measure = readPart(parts.measure, search);
  const lines = [...tune, ...measure];
  const count = countAnswers(lines);
  return {
    name: "kennisbank",
    lines: [
      `doelen: top-1 ${percent(TARGETS.top1)}, top-3 ${percent(TARGETS.top3)}, off-topic fout hooguit ${percent(TARGETS.offTopic)}`,
      summary("tune (om mee te verbeteren)", tune),
      summary("measure (alleen om te meten)", measure),
      summary("alles", lines),
      "per onderwerp:",
      ...byTopic(content, lines).map(([topic, some]) => `  ${summary(topic, some)}`),
      `gemist in tune (gemist in measure: ${measure.filter(isMissed).length}, niet getoond):`,
      ...tune.filter(isMissed).map(describe),
    ],
    met: count.top1 >= TARGETS.top1 && count.top3 >= TARGETS.top3 && count.offTopic <= TARGETS.offTopic,
  };
}

function readPart(part: z.infer<typeof partSchema>, search: Search): Line[] {
  const lines: [string, string[]][] = [
    ...Object.entries(part.questions),
    ...part["off-topic"].map((question): [string, string[]] => [question, []]),
  ];
  return lines.map(([question, right]) => ({ question, right, shown: shownFor(question, search) }));
}

function shownFor(question: string, search: Search): string[] {
  const found = search(question);
  if (found.kind === "one") return [found.article.id];
  return found.kind === "several" ? found.articles.map(({ id }) => id) : [];
}

/** The topic of a question is that of the first article that answers it. */
function byTopic({ articles }: Content, lines: readonly Line[]): [string, Line[]][] {
  const groups = Object.groupBy(
    lines.filter(({ right }) => right.length > 0),
    ({ right }) => articles.get(right[0] ?? "")?.topic ?? "onbekend",
  );
  return Object.entries(groups).map(([topic, some = []]) => [topic, some]);
}

function summary(name: string, lines: readonly Line[]): string {
  const { questions, offTopics, top1, top3, none, wrong, choice, offTopic } = countAnswers(lines);
  const shares = `top-1 ${percent(top1)}, top-3 ${percent(top3)}, fout antwoord ${percent(wrong)}, geen antwoord ${percent(none)}, keuze ${percent(choice)}`;
  const off = offTopics > 0 ? `; ${offTopics} off-topic, fout ${percent(offTopic)}` : "";
  return `${name}: ${questions} vragen, ${shares}${off}`;
}

function isMissed({ right, shown }: Line): boolean {
  return right.length === 0 ? shown.length > 0 : !right.includes(shown[0] ?? "");
}

function describe({ question, right, shown }: Line): string {
  return `  ${question} -> ${shown.join(", ") || "niets"} (goed: ${right.join(", ") || "niets"})`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

import type { Content } from "../../content/content.ts";
import { type DangerLine, dangerLines, LOOKS_LIKE } from "../../danger/danger-lines.ts";
import { allQuestions } from "../../knowledge/all-questions.ts";
import type { MeasuredLine } from "../read-lines.ts";

/** A line of which it is known what the bot should take it for. */
export interface KnownLine {
  text: string;
  /** Where it stands, in words. */
  where: string;
  /** Ids of the articles that answer it; absent for a line about danger. */
  articles?: readonly string[];
  /** Whether this is the right side for it. */
  isRight(level: DangerLine["level"]): boolean;
}

const MEASURED = "een proefzin, waar de bot niet van leert";

/** Lines that the bot learns from, and those by which it is measured. */
export function knownLines(content: Content, measured: readonly MeasuredLine[]): KnownLine[] {
  const signs = new Map(content.danger.map(({ sign, title }) => [sign, title]));
  const kinds = new Map([...content.ordinary, ...content.offTopic].map(({ kind, title }) => [kind, title]));
  const learned = dangerLines({ ...content, messages: [] }).map(({ text, kind, level }): KnownLine => {
    const where = level === "geen" ? (kinds.get(kind) ?? "Zo klinkt het niet") : `${signs.get(kind) ?? kind}, ${level}`;
    const isRight = (found: DangerLine["level"]) =>
      kind === LOOKS_LIKE || level === "geen" ? found === "geen" : found === level;
    return { text, where, isRight };
  });
  // A question that is written down finds its article by its letters. It may still be taken for danger.
  const questions = [...content.articles.values()].flatMap((article) =>
    allQuestions(article).map((text) => ({
      text,
      where: `vraag bij ${article.title}`,
      isRight: (found: DangerLine["level"]) => found === "geen",
    })),
  );
  return [...learned, ...questions, ...measured.flatMap(toKnown)];
}

function toKnown({ text, is }: MeasuredLine): KnownLine[] {
  const where = MEASURED;
  if (is.kind === "question") return [{ text, where, articles: is.articles, isRight: () => true }];
  const isDanger = is.kind === "message" ? is.danger : is.kind === "danger";
  if (!isDanger && is.kind !== "message" && is.kind !== "ordinary" && is.kind !== "off-topic") return [];
  return [{ text, where, isRight: (found) => (found !== "geen") === isDanger }];
}

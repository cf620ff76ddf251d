import type { Content } from "../../content/content.ts";
import { DANGER_LEVELS } from "../../content/schema/danger.ts";
import { type Understanding, understandingOf } from "../../conversation/turn/understanding.ts";
import { DANGER } from "../../danger/train-danger.ts";
import { OURS } from "../../knowledge/train-questions.ts";
import { wordWeights } from "../../language/word-weights.ts";
import type { MeasuredLine } from "../read-lines.ts";
import { type Heaviest, heaviest } from "./heaviest.ts";
import { type KnownLine, knownLines } from "./known-lines.ts";

/** A line that is taken for something else with a draft than without. */
export interface ChangedLine {
  text: string;
  where: string;
  /** What it is taken for, in words. */
  before: string;
  after: string;
  became: "right" | "wrong" | "other";
  /** It is written down as danger, before or after, and is taken for less danger than it was. */
  isLessDanger: boolean;
  /** What it is taken for now, and the words that count for that and against it. */
  why: Heaviest;
}

interface Reading {
  /** By this a reading is the same or another. */
  side: string;
  words: string;
  isRight: boolean;
}

const LEVELS = { nu: "gevaar, nu", vandaag: "gevaar, vandaag", twijfel: "misschien gevaar", geen: "geen gevaar" };

/**
 * The known lines that are taken for something else. Takes seconds.
 * @param measured lines that nothing is learned from
 */
export function compareLines(before: Content, after: Content, measured: readonly MeasuredLine[]): ChangedLine[] {
  const [old, now] = [understandingOf(before), understandingOf(after)];
  // A line that the draft takes away still sounds like something.
  const known = [...knownLines(before, measured), ...knownLines(after, measured)];
  const lines = new Map(known.map((line) => [line.text, line]));
  const dangers = new Set(
    known.filter(({ articles, isRight }) => !articles && !isRight("geen")).map(({ text }) => text),
  );
  const changed = [...lines.values()].flatMap((line) => {
    const [was, is] = [read(line, old, before), read(line, now, after)];
    if (was.side === is.side) return [];
    const isLessDanger = dangers.has(line.text) && urgency(is) < urgency(was);
    return [{ ...toChanged(line, was, is, after), isLessDanger }];
  });
  return changed.sort((a, b) => ORDER.indexOf(a.became) - ORDER.indexOf(b.became) || gravity(b) - gravity(a));
}

/** Danger that is not seen any more comes first, and then what is taken for danger now. */
function gravity({ before, after }: ChangedLine): number {
  if (after === LEVELS.geen) return 2;
  return before === LEVELS.geen ? 1 : 0;
}

const URGENCY: readonly string[] = DANGER_LEVELS;

function urgency({ side }: Reading): number {
  return URGENCY.indexOf(side);
}

const ORDER = ["wrong", "other", "right"] as const;

function read(line: KnownLine, understanding: Understanding, content: Content): Reading {
  if (line.articles) return readQuestion(line.text, line.articles, understanding);
  const { level, signs } = understanding.danger(line.text);
  const titles = signs.map((sign) => content.danger.find((one) => one.sign === sign)?.title ?? sign);
  const words = `${LEVELS[level]}${titles.length > 0 ? ` (${titles.join("; ")})` : ""}`;
  return { side: level, words, isRight: line.isRight(level) };
}

function readQuestion(text: string, articles: readonly string[], { search }: Understanding): Reading {
  const found = search(text);
  if (found.kind === "none") return { side: "", words: "geen antwoord", isRight: false };
  const all = found.kind === "one" ? [found.article] : found.articles;
  const titles = all.map(({ title }) => title).join("; ");
  const words = found.kind === "one" ? `het artikel ${titles}` : `keuze uit ${titles}`;
  const ids = all.map(({ id }) => id);
  return { side: ids.join(), words, isRight: ids.some((id) => articles.includes(id)) };
}

function toChanged(
  { text, where, articles }: KnownLine,
  was: Reading,
  is: Reading,
  { models }: Content,
): Omit<ChangedLine, "isLessDanger"> {
  const became = was.isRight === is.isRight ? "other" : is.isRight ? "right" : "wrong";
  const [first] = is.side.split(",");
  const [model, label] = !articles
    ? [models?.danger, DANGER]
    : first
      ? [models?.articles, first]
      : [models?.ours, OURS];
  return {
    text,
    where,
    before: was.words,
    after: is.words,
    became,
    why: heaviest(model ? wordWeights(model, text, label) : []),
  };
}

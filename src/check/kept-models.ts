import { createHash } from "node:crypto";
import { codeHash } from "../code-hash.ts";
import type { Content, Models } from "../content/content.ts";
import { trainModels } from "../conversation/turn/train-models.ts";
import { createDangerCheck } from "../danger/danger-check.ts";
import { type DangerLine, dangerLines } from "../danger/danger-lines.ts";
import { readKept, writeKept } from "../kept-file.ts";

/** Name of the file in the data folder. */
export const MODELS_FILE = "models.bin";

/** What learns, and looks what came of it. */
const CODE = ["language", "danger", "knowledge", "conversation/turn/train-models.ts", "check/kept-models.ts"];

export interface LearnedModels {
  models: Models;
  /** By which the same models are known; absent when they are not kept. */
  modelsId?: string;
  /** Lines with danger and without that are taken for the other in spite of having been learned. */
  unlearned: ReadonlySet<string>;
}

/** Learns from `content`, and looks what came of it. Takes seconds. */
export function learn(content: Content): LearnedModels {
  const models = trainModels(content);
  const check = createDangerCheck(models);
  const isUnlearned = ({ text, level }: DangerLine) => (check(text).level === "geen") !== (level === "geen");
  const lines = dangerLines({ ...content, messages: [] }).filter(isUnlearned);
  return { models, unlearned: new Set(lines.map(({ text }) => text)) };
}

/**
 * What `learn` makes of `content`. Learning takes seconds, and most changes of content are in what nothing is learned from:
 * so it is kept in `file`, for the next check with the same lines and the same code. A file that is damaged, or cannot be
 * written, only costs time.
 */
export function keptModels(content: Content, file: string): LearnedModels {
  const key = keyOf(content);
  const kept = (readKept(file) ?? {}) as { key?: string; learned?: LearnedModels };
  if (kept.key === key && kept.learned) return kept.learned;
  const learned = { ...learn(content), modelsId: key };
  try {
    writeKept(file, { key, learned });
  } catch {
    // Then the next check learns again.
  }
  return learned;
}

function keyOf({ danger, ordinary, offTopic, languages, messages, cases, articles }: Content): string {
  const asked = [...articles.values()].map(({ id, title, questions, typed, words, text }) => {
    return { id, title, questions, typed, words, text };
  });
  const lines = JSON.stringify({ danger, ordinary, offTopic, languages, messages, cases, asked });
  return createHash("sha256").update(codeHash(CODE)).update(lines).digest("hex");
}

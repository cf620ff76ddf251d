import { createHash } from "node:crypto";
import { codeHash } from "../code-hash.ts";
import type { Content, Models } from "../content/content.ts";
import { trainModels } from "../conversation/turn/train-models.ts";
import { readKept, writeKept } from "../kept-file.ts";

/** Name of the file in the data folder. */
export const MODELS_FILE = "models.bin";

/** What learns. */
const CODE = ["language", "danger", "knowledge", "conversation/turn/train-models.ts"];

/**
 * What is learned from `content`. Learning takes seconds, and most changes of content are in what nothing is learned from:
 * so it is kept in `file`, for the next check with the same lines and the same code. A file that is damaged, or cannot be
 * written, only costs time.
 */
export function keptModels(content: Content, file: string): Models {
  const key = keyOf(content);
  const kept = (readKept(file) ?? {}) as { key?: string; models?: Models };
  if (kept.key === key && kept.models) return kept.models;
  const models = trainModels(content);
  try {
    writeKept(file, { key, models });
  } catch {
    // Then the next check learns again.
  }
  return models;
}

function keyOf({ danger, ordinary, offTopic, messages, cases, articles }: Content): string {
  const asked = [...articles.values()].map(({ id, title, questions, typed, words, text }) => {
    return { id, title, questions, typed, words, text };
  });
  const lines = JSON.stringify({ danger, ordinary, offTopic, messages, cases, asked });
  return createHash("sha256").update(codeHash(CODE)).update(lines).digest("hex");
}

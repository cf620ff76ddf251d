import { resolve } from "node:path";
import { keptModels, MODELS_FILE } from "../../src/check/kept-models.ts";
import type { Content, Models } from "../../src/content/content.ts";

/** What the check of the content keeps on this machine: learning takes seconds, and every test file needs it. */
export const KEPT_MODELS = resolve(import.meta.dirname, "../../.data", MODELS_FILE);

/** What is learned from `content`; kept for the other test files as long as its lines and the code stay the same. */
export function trainedModels(content: Content): Models {
  return keptModels(content, KEPT_MODELS).models;
}

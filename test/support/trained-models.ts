import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { keptModels, MODELS_FILE } from "../../src/check/kept-models.ts";
import type { Content, Models } from "../../src/content/content.ts";

/** What the check of the content keeps on this machine: learning takes seconds, and every test file needs it. */
export const KEPT_MODELS = resolve(import.meta.dirname, "../../.data", MODELS_FILE);

/** What is learned from `content`; kept for the other test files as long as its lines and the code stay the same. */
export function trainedModels(content: Content): Models {
  return keptModels(content, KEPT_MODELS);
}

/** Lets a bot with this data folder begin with what was learned before. It learns anew when its lines are others. */
export function giveModels(dataDir: string): void {
  if (!existsSync(KEPT_MODELS)) return;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  copyFileSync(KEPT_MODELS, join(dataDir, MODELS_FILE));
}

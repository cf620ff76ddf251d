import { join } from "node:path";
import { keptModels, MODELS_FILE } from "../check/kept-models.ts";
import { readConfig } from "../config.ts";
import type { Content } from "../content/content.ts";
import { loadContent } from "../content/load-content.ts";

/** The content in this folder, with what is learned from it and kept on this machine; undefined when it has mistakes. */
export async function learnedContent(
  folder: string,
): Promise<(Required<Pick<Content, "models">> & Content) | undefined> {
  const { content } = await loadContent(folder);
  return content && { ...content, models: keptModels(content, join(readConfig().dataDir, MODELS_FILE)).models };
}

import { resolve } from "node:path";
import type { Content } from "../../src/content/content.ts";
import { loadContent } from "../../src/content/load-content.ts";
import { trainedModels } from "./trained-models.ts";

/** The content of the project as it is, with what is learned from it, without the checks that take time. */
export async function realContent(): Promise<Content> {
  const { content } = await loadContent(resolve(import.meta.dirname, "../.."));
  if (!content) throw new Error("the content of the project has mistakes");
  return { ...content, models: trainedModels(content) };
}

import { resolve } from "node:path";
import type { Content } from "../../src/content/content.ts";
import { hashRawFiles } from "../../src/content/content-files.ts";
import { loadContent } from "../../src/content/load-content.ts";
import { foldersIn, readFiles } from "../../src/content/read-files.ts";
import { createContentKeeper } from "../../src/stores/content-keeper.ts";
import { createTestLog } from "./log-lines.ts";
import { trainedModels } from "./trained-models.ts";

const PROJECT = resolve(import.meta.dirname, "../..");

/** For the other test files: reading all content takes a second or two. */
const keeper = createContentKeeper(resolve(PROJECT, ".data/tests"), createTestLog().log);

/** The content of the project as it is, with what is learned from it, without the checks that take time. */
export async function realContent(): Promise<Content> {
  const { files } = await readFiles(foldersIn(PROJECT));
  const kept = keeper.read();
  if (kept && !kept.isOld && hashRawFiles(kept.files) === hashRawFiles(files)) return kept.content;
  const { partial } = await loadContent(PROJECT);
  const content = { ...partial, models: trainedModels(partial) };
  keeper.write({ content, files });
  return content;
}

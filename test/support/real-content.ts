import { join, resolve } from "node:path";
import { keptModels, MODELS_FILE } from "../../src/check/kept-models.ts";
import { hashFiles } from "../../src/content/assemble.ts";
import type { Content } from "../../src/content/content.ts";
import { loadContent } from "../../src/content/load-content.ts";
import { foldersIn, readFiles } from "../../src/content/read-files.ts";
import { createContentKeeper } from "../../src/stores/content-keeper.ts";
import { createTestLog } from "./log-lines.ts";

const PROJECT = resolve(import.meta.dirname, "../..");
/** Where the check of the content keeps what it learned on this machine. */
const KEPT = join(PROJECT, ".data");

/** For the other test files: reading all content takes a second or two. */
const keeper = createContentKeeper(join(KEPT, "tests"), createTestLog().log);

/** The content of the project as it is, with what is learned from it, without the checks that take time. */
export async function realContent(): Promise<Content> {
  const { files } = await readFiles(foldersIn(PROJECT));
  const kept = await keeper.read();
  if (kept && !kept.isOld && kept.content.version === hashFiles(files)) return kept.content;
  const { partial } = await loadContent(PROJECT);
  const content = { ...partial, models: keptModels(partial, join(KEPT, MODELS_FILE)).models };
  await keeper.write({ content, files });
  return content;
}

import { join } from "node:path";
import { checkContent } from "../../check/check-content.ts";
import { MODELS_FILE } from "../../check/kept-models.ts";
import { formatMistake } from "../../content/mistake.ts";
import { foldersIn } from "../../content/read-files.ts";
import { type Check, ok, wrong } from "./check.ts";

/** Whether the bot would start with this content. */
export const CONTENT: Check = {
  name: "Inhoud",
  async run({ config: { contentDir, dataDir } }) {
    const { content, mistakes } = await checkContent(foldersIn(contentDir), join(dataDir, MODELS_FILE));
    if (content) return ok(`versie ${content.version}`);
    const [first] = mistakes;
    const example = first ? `, zoals:\n${formatMistake(first)}` : "";
    return wrong(`in ${contentDir} zitten ${mistakes.length} fouten${example}`, "Kijk met: npm run check:content");
  },
};

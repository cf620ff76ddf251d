import { join } from "node:path";
import { codeHash } from "../code-hash.ts";
import { deepFreeze } from "../content/deep-freeze.ts";
import type { ContentKeeper, KeptContent } from "../content/open-content.ts";
import { readKept, writeKept } from "../kept-file.ts";
import type { Log } from "../log.ts";

/** Name of the file in the data folder. */
export const CONTENT_FILE = "content.bin";

/**
 * Keeps the last good content in the data folder. Content is no secret and holds nothing of a conversation. A file that
 * is damaged, or of another version of Node or of the bot, counts as none.
 * @param code what the code that checks content is, as a hash: any change of code may change what is right
 */
export function createContentKeeper(dataDir: string, log: Log, code: string = codeHash(["."])): ContentKeeper {
  const file = join(dataDir, CONTENT_FILE);
  return {
    read() {
      const { code: checkedBy, content, files } = (readKept(file) ?? {}) as Partial<KeptContent> & { code?: string };
      if (!content || !files) return undefined;
      return deepFreeze<KeptContent>({ content, files, isOld: checkedBy !== code });
    },
    write({ content, files }) {
      try {
        writeKept(file, { code, content, files });
      } catch (error) {
        log.warn("content-not-kept", { error });
      }
    },
  };
}

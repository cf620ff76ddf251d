import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { codeHash } from "../code-hash.ts";
import type { Content } from "../content/content.ts";
import { hashRawFiles } from "../content/content-files.ts";
import { deepFreeze } from "../content/deep-freeze.ts";
import type { ContentKeeper, KeptContent } from "../content/open-content.ts";
import { readKept, writeKept } from "../kept-file.ts";
import type { Log } from "../log.ts";
import type { CheckedKeeper } from "../publishing/judge.ts";

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

/** Checked content that is kept: what is used, what comes, and what staff go back to. Each is some megabytes. */
const KEPT = 5;
const KEPT_NAME = /^content-[\da-f]{64}\.bin$/;

/** Keeps checked content in the data folder by the address of its files, so that going to another version checks nothing. */
export function createCheckedKeeper(dataDir: string, log: Log, code: string = codeHash(["."])): CheckedKeeper {
  return {
    read(hash) {
      const { code: checkedBy, content } = (readKept(checkedFile(dataDir, hash)) ?? {}) as {
        code?: string;
        content?: Content;
      };
      if (content && checkedBy === code) return deepFreeze(content);
      // Found right before in a folder, by the same code.
      const last = createContentKeeper(dataDir, log, code).read();
      return last && !last.isOld && hashRawFiles(last.files) === hash ? last.content : undefined;
    },
    write(hash, content) {
      try {
        writeKept(checkedFile(dataDir, hash), { code, content });
        removeOldest(dataDir);
      } catch (error) {
        log.warn("content-not-kept", { error });
      }
    },
  };
}

/** Where content that was checked is kept, by the address of its files. */
export function checkedFile(dataDir: string, hash: string): string {
  return join(dataDir, `content-${hash}.bin`);
}

function removeOldest(dataDir: string): void {
  const kept = readdirSync(dataDir).filter((name) => KEPT_NAME.test(name));
  const byAge = kept.map((name) => ({ name, at: statSync(join(dataDir, name)).mtimeMs })).sort((a, b) => b.at - a.at);
  for (const { name } of byAge.slice(KEPT)) rmSync(join(dataDir, name), { force: true });
}

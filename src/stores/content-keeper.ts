import { readdirSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { codeHash } from "../code-hash.ts";
import type { Content } from "../content/content.ts";
import { hashRawFiles } from "../content/content-files.ts";
import { type ContentPart, joinInSteps, partsOf } from "../content/content-parts.ts";
import type { ContentKeeper, KeptContent } from "../content/open-content.ts";
import type { RawFile } from "../content/read-files.ts";
import { inSlices } from "../in-slices.ts";
import { readKeptParts, writeKeptParts } from "../kept-file.ts";
import type { Log } from "../log.ts";
import type { CheckedKeeper } from "../publishing/judge.ts";

/** Name of the file in the data folder, and of the one that came with the code. */
export const CONTENT_FILE = "content.bin";

/** Where `npm run check:content -- --package` keeps what it found, to go along with the code to other machines. */
export const PACKAGED = resolve(import.meta.dirname, "../../checked");

/**
 * Keeps the last good content in the data folder. Content is no secret and holds nothing of a conversation. A file that
 * is damaged, or of another version of Node or of the bot, counts as none. As long as there is none of this code, what came
 * along with the code is read: a first start on a new machine, or of a new version, then checks nothing either.
 * @param code what the code that checks content is, as a hash: any change of code may change what is right
 * @param packaged the folder of what came along
 */
export function createContentKeeper(
  dataDir: string,
  log: Log,
  code: string = codeHash(["."]),
  packaged: string = PACKAGED,
): ContentKeeper {
  const file = join(dataDir, CONTENT_FILE);
  async function readFrom(path: string): Promise<KeptContent | undefined> {
    const { head, content } = (await readContent(path)) ?? {};
    if (!content || !head?.files) return undefined;
    return { content, files: head.files, isOld: head.code !== code };
  }
  return {
    async read() {
      const own = await readFrom(file);
      if (own && !own.isOld) return own;
      const along = await readFrom(join(packaged, CONTENT_FILE));
      return along && !along.isOld ? along : own;
    },
    async write({ content, files }) {
      await writeContent(file, { code, files }, content).catch((error) => log.warn("content-not-kept", { error }));
    },
  };
}

/** Checked content that is kept: what is used, what comes, and what staff go back to. Each is some megabytes. */
const KEPT = 5;
const KEPT_NAME = /^content-[\da-f]{64}\.bin$/;

/** Keeps checked content in the data folder by the address of its files, so that going to another version checks nothing. */
export function createCheckedKeeper(dataDir: string, log: Log, code: string = codeHash(["."])): CheckedKeeper {
  return {
    async read(hash) {
      const { head, content } = (await readContent(checkedFile(dataDir, hash))) ?? {};
      if (content && head?.code === code) return content;
      // Found right before in a folder, by the same code.
      const last = await createContentKeeper(dataDir, log, code).read();
      return last && !last.isOld && hashRawFiles(last.files) === hash ? last.content : undefined;
    },
    async write(hash, content) {
      try {
        await writeContent(checkedFile(dataDir, hash), { code }, content);
        removeOldest(dataDir);
      } catch (error) {
        log.warn("content-not-kept", { error });
      }
    },
  };
}

/** What stands before the content in a kept file. */
interface Head {
  /** The code that checked it, as a hash. */
  code: string;
  /** Those that it was made of. */
  files?: readonly RawFile[];
}

function writeContent(file: string, head: Head, content: Content): Promise<void> {
  return writeKeptParts(
    file,
    (function* () {
      yield head;
      yield* partsOf(content);
    })(),
  );
}

/** Undefined also for what an older bot kept in another form. */
async function readContent(file: string): Promise<{ head: Head; content: Content } | undefined> {
  try {
    const parts = await readKeptParts(file);
    const head = parts?.next().value as Head | undefined;
    if (!parts || !head) return undefined;
    return { head, content: await inSlices(joinInSteps(parts as Generator<ContentPart>)) };
  } catch {
    return undefined;
  }
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

import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { deserialize, serialize } from "node:v8";
import { deepFreeze } from "../content/deep-freeze.ts";
import type { ContentKeeper, KeptContent } from "../content/open-content.ts";
import type { Log } from "../log.ts";
import { makePrivateFolder } from "../make-private-folder.ts";

const FILE = "content.bin";
/** Of SHA-256. */
const DIGEST_BYTES = 32;
const SOURCES = resolve(import.meta.dirname, "..");

/**
 * Keeps the last good content in the data folder, in one file that is there whole or not at all. Content is no secret
 * and holds nothing of a conversation. A file that is damaged, or of another version of Node or of the bot, counts as none.
 * @param code what the code that checks content is, as a hash
 */
export function createContentKeeper(dataDir: string, log: Log, code: string = hashCode()): ContentKeeper {
  const file = join(dataDir, FILE);
  return {
    read() {
      try {
        const { code: checkedBy, content, files } = deserialize(unsealed(readFileSync(file)));
        if (!content || !files) return undefined;
        return deepFreeze<KeptContent>({ content, files, isOld: checkedBy !== code });
      } catch {
        return undefined;
      }
    },
    write({ content, files }) {
      try {
        makePrivateFolder(dataDir);
        replace(file, sealed(serialize({ code, content, files })));
      } catch (error) {
        log.warn("content-not-kept", { error });
      }
    },
  };
}

/** A disk may give back other bytes than it was given, and one digit of a phone number is enough. */
function sealed(bytes: Buffer): Buffer {
  return Buffer.concat([digestOf(bytes), bytes]);
}

/** @throws Error when these are not the bytes that were sealed */
function unsealed(whole: Buffer): Buffer {
  const [digest, bytes] = [whole.subarray(0, DIGEST_BYTES), whole.subarray(DIGEST_BYTES)];
  if (!digest.equals(digestOf(bytes))) throw new Error("damaged");
  return bytes;
}

function digestOf(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}

/** Written elsewhere first, so that the file is there whole or not at all. */
function replace(file: string, bytes: Uint8Array): void {
  const draft = `${file}.${randomUUID()}`;
  try {
    writeFileSync(draft, bytes, { flag: "wx", mode: 0o600, flush: true });
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Any change of code may change what is right, so all of it counts. */
function hashCode(): string {
  const hash = createHash("sha256").update(process.version);
  const files = readdirSync(SOURCES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  files.push(join(SOURCES, "../package.json"));
  for (const file of files.sort()) hash.update(file.slice(SOURCES.length)).update(readFileSync(file));
  return hash.digest("hex");
}

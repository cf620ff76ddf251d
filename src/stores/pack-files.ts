import { setImmediate } from "node:timers/promises";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants } from "node:zlib";
import { type ContentFiles, hashInSteps } from "../content/content-files.ts";
import { inSlices } from "../in-slices.ts";
import { keepNewest } from "../keep-newest.ts";

/** Of 0 to 11: 1.6 MB of content becomes 0.3 MB in a tenth of a second, outside the thread that answers turns. */
const QUALITY = 5;

/** Files as one piece of bytes, to be kept. */
export async function packFiles(files: ContentFiles): Promise<Buffer> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY };
  return promisify(brotliCompress)(Buffer.concat(await inSlices(jsonOf(files))), { params });
}

/** The files as JSON, one after another. */
function* jsonOf(files: ContentFiles): Generator<void, Buffer[]> {
  const parts: Buffer[] = [];
  for (const [path, text] of Object.entries(files)) {
    parts.push(Buffer.from(`${parts.length === 0 ? "{" : ","}${JSON.stringify(path)}:${JSON.stringify(text)}`));
    yield;
  }
  return [...parts, Buffer.from(parts.length === 0 ? "{}" : "}")];
}

/**
 * The files in these bytes; undefined when they are not those of this address. A store may give back other bytes than it
 * was given, and one digit of a phone number is enough.
 */
async function unpackFiles(bytes: Uint8Array, hash: string): Promise<ContentFiles | undefined> {
  try {
    const text = (await promisify(brotliDecompress)(bytes)).toString("utf8");
    const files = Object.freeze(JSON.parse(text)) as ContentFiles;
    // What is read at once takes 20 ms of 5,000 articles.
    await setImmediate();
    return (await inSlices(hashInSteps(files))) === hash ? files : undefined;
  } catch {
    return undefined;
  }
}

/** What staff work on: the newest version, the one before, and what their drafts were made from. Each is some megabytes. */
const REMEMBERED = 4;

/**
 * Reads packed files by their address, and remembers the last few: what is at an address never changes, and unpacking takes
 * milliseconds of the thread that answers workers, at every page and every key that staff press.
 */
export function createFilesReader(
  readPacked: (hash: string) => Promise<Uint8Array | undefined>,
): (hash: string) => Promise<ContentFiles | undefined> {
  const remembered = new Map<string, Promise<ContentFiles | undefined>>();

  async function read(hash: string): Promise<ContentFiles | undefined> {
    const packed = await readPacked(hash);
    return packed && unpackFiles(packed, hash);
  }

  return (hash) => {
    const found = remembered.get(hash) ?? read(hash);
    keepNewest(remembered, hash, found, REMEMBERED);
    const forget = () => remembered.get(hash) === found && remembered.delete(hash);
    // What is not there, or damaged, can be there later.
    found.then((files) => files ?? forget(), forget);
    return found;
  };
}

import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants } from "node:zlib";
import { type ContentFiles, hashContentFiles } from "../content/content-files.ts";

/** Of 0 to 11: 1.6 MB of content becomes 0.3 MB in a tenth of a second, outside the thread that answers turns. */
const QUALITY = 5;

/** Files as one piece of bytes, to be kept. */
export async function packFiles(files: ContentFiles): Promise<Buffer> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY };
  return promisify(brotliCompress)(Buffer.from(JSON.stringify(files)), { params });
}

/**
 * The files in these bytes; undefined when they are not those of this address. A store may give back other bytes than it
 * was given, and one digit of a phone number is enough.
 */
export async function unpackFiles(bytes: Uint8Array, hash: string): Promise<ContentFiles | undefined> {
  try {
    const files = JSON.parse((await promisify(brotliDecompress)(bytes)).toString("utf8")) as ContentFiles;
    return hashContentFiles(files) === hash ? files : undefined;
  } catch {
    return undefined;
  }
}

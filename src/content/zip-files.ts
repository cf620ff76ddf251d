import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { AppError } from "../errors.ts";
import { inSlices } from "../in-slices.ts";
import type { ContentFiles } from "./content-files.ts";

/** Which version files were taken from, so that they can be published on top of it. */
export interface ExportedVersion {
  number: number;
  hash: string;
}

/** Beside the two folders, for {@link ExportedVersion}. */
const VERSION_FILE = "versie.json";

/** Bytes of a zip at most: all content is 0.5 MB, and with 5,000 articles 3 MB. */
export const MAX_ZIP_BYTES = 5 * 1024 ** 2;

/** Bytes that come out of a zip at most. Out of a small file could come as much as somebody likes. */
const MAX_BYTES = 30_000_000;

/** What Windows, macOS and editors add. */
const LEFTOVER = /(^|\/)(\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$)|~$/;

/** Content as a folder in a zip: the same bytes for the same files. */
export function zipFiles(files: ContentFiles, version: ExportedVersion): Uint8Array<ArrayBuffer> {
  const entries = Object.entries({ [VERSION_FILE]: `${JSON.stringify(version)}\n`, ...files });
  const mtime = new Date(2000, 0, 1);
  return zipSync(Object.fromEntries(entries.map(([file, text]) => [file, [strToU8(text), { mtime }]])));
}

/**
 * The files in a zip that was exported, also when somebody packed it again with a folder around it. Turns go on in between.
 * @returns no version when the file that tells it is gone
 * @throws AppError `BAD_ZIP`
 */
export async function unzipFiles(bytes: Uint8Array): Promise<{ files: ContentFiles; version?: ExportedVersion }> {
  const entries = await inSlices(unzip(bytes));
  const texts = new Map(entries.map(([file, text]) => [file.replaceAll("\\", "/"), text]));
  const names = [...texts.keys()];
  const root = names.find((name) => /(^|\/)dialogs\//.test(name))?.replace(/dialogs\/.*$/s, "");
  if (root === undefined) throw badZip("er is geen map dialogs in");
  const inside = [...texts]
    .filter(([file]) => file.startsWith(root))
    .map(([file, text]) => [file.slice(root.length), text]);
  const files = Object.fromEntries(inside.filter(([file]) => /^(dialogs|cards)\//.test(String(file))));
  const version = readVersion(texts.get(root + VERSION_FILE));
  return { files, ...(version && { version }) };
}

/** So many bytes are unzipped at once: some milliseconds. */
const BATCH_BYTES = 500_000;

function* unzip(bytes: Uint8Array): Generator<void, [string, string][]> {
  const found: [string, string][] = [];
  try {
    for (const names of batchesIn(bytes)) {
      const entries = unzipSync(bytes, { filter: ({ name }) => names.has(name) });
      for (const [file, content] of Object.entries(entries)) found.push([file, strFromU8(content)]);
      yield;
    }
    return found;
  } catch (error) {
    throw error instanceof AppError ? error : badZip("het is niet te lezen", error);
  }
}

/** The names in a zip, as many together as can be unzipped at once. */
function batchesIn(bytes: Uint8Array): Set<string>[] {
  const batches = [new Set<string>()];
  let total = 0;
  let inBatch = 0;
  unzipSync(bytes, {
    filter({ name, originalSize }) {
      if (name.endsWith("/") || LEFTOVER.test(name)) return false;
      total += originalSize;
      if (total > MAX_BYTES) throw badZip("er zit te veel in");
      inBatch += originalSize;
      if (inBatch > BATCH_BYTES) {
        batches.push(new Set());
        inBatch = originalSize;
      }
      batches.at(-1)?.add(name);
      return false;
    },
  });
  return batches;
}

function readVersion(text: string | undefined): ExportedVersion | undefined {
  try {
    const { number, hash } = JSON.parse(text ?? "") as Partial<ExportedVersion>;
    return Number.isInteger(number) && typeof hash === "string" ? { number: Number(number), hash } : undefined;
  } catch {
    return undefined;
  }
}

function badZip(why: string, cause?: unknown): AppError {
  const fix = "Neem een zip die van de pagina of met npm run content:pull komt, met de mappen dialogs en cards erin.";
  return new AppError("BAD_ZIP", `Dit zipbestand is niet te gebruiken: ${why}.`, fix, { cause });
}

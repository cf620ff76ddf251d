import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants } from "node:zlib";
import { codeHash } from "../code-hash.ts";
import { makePrivateFolder } from "../make-private-folder.ts";
import type { CheckedShare } from "../publishing/judge.ts";
import { checkedFile } from "./content-keeper.ts";

/** Where instances give bytes to each other. */
export interface SharedBytes {
  keep(id: string, bytes: Buffer): Promise<void>;
  read(id: string): Promise<Buffer | undefined>;
}

/** 11 MB becomes 5 in a tenth of a second, outside the thread that answers turns. */
const QUALITY = 1;
const MAC_BYTES = 32;

/**
 * Gives checked content to the other instances, so that only one of them checks and learns, which takes up to twenty
 * seconds. What comes is used only when an instance with the same secret and the same code made it for these files: whoever
 * can write in the database, but has not the secret, cannot pass by the check and its floor.
 */
export function createCheckedShare(
  dataDir: string,
  secret: string,
  shared: SharedBytes,
  code: string = codeHash(["."]),
): CheckedShare {
  const idOf = (hash: string) => `${hash}.${code.slice(0, 16)}`;
  const macOf = (hash: string, bytes: Buffer) =>
    createHmac("sha256", secret)
      .update(`checked ${idOf(hash)} `)
      .update(bytes)
      .digest();
  return {
    async give(hash) {
      const file = await readFile(checkedFile(dataDir, hash));
      const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY };
      const packed = await promisify(brotliCompress)(file, { params });
      await shared.keep(idOf(hash), Buffer.concat([macOf(hash, packed), packed]));
    },
    async take(hash) {
      const bytes = await shared.read(idOf(hash));
      if (bytes === undefined || bytes.length < MAC_BYTES) return;
      const packed = bytes.subarray(MAC_BYTES);
      if (!timingSafeEqual(bytes.subarray(0, MAC_BYTES), macOf(hash, packed))) return;
      const draft = `${checkedFile(dataDir, hash)}.${randomUUID()}`;
      makePrivateFolder(dataDir);
      try {
        await writeFile(draft, await promisify(brotliDecompress)(packed), { flag: "wx", mode: 0o600 });
        await rename(draft, checkedFile(dataDir, hash));
      } finally {
        await rm(draft, { force: true });
      }
    },
  };
}

import { createHash, randomUUID } from "node:crypto";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { deserialize, serialize } from "node:v8";
import { makePrivateFolder } from "./make-private-folder.ts";

/** Of SHA-256. */
const DIGEST_BYTES = 32;

/**
 * What {@link writeKept} wrote, of whatever shape it then had; undefined when the file is not there, damaged, or of
 * another version of Node. A disk may give back other bytes than it was given, and one digit of a phone number is enough.
 */
export function readKept(file: string): unknown {
  try {
    const whole = readFileSync(file);
    const [digest, bytes] = [whole.subarray(0, DIGEST_BYTES), whole.subarray(DIGEST_BYTES)];
    return digest.equals(digestOf(bytes)) ? deserialize(bytes) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps plain data in a private file, which is there whole or not at all: it is written elsewhere first.
 * @throws the error of the system when that cannot be done
 */
export function writeKept(file: string, value: unknown): void {
  const draft = `${file}.${randomUUID()}`;
  makePrivateFolder(dirname(file));
  try {
    const bytes = serialize(value);
    writeFileSync(draft, Buffer.concat([digestOf(bytes), bytes]), { flag: "wx", mode: 0o600, flush: true });
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

function digestOf(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}

import { createHash, type Hash, randomUUID } from "node:crypto";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { deserialize, serialize } from "node:v8";
import { inSlices } from "./in-slices.ts";
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

/**
 * The same for data in parts, with the turns of workers in between, for the process that answers them.
 * @throws the error of the system when that cannot be done
 */
export async function writeKeptParts(file: string, parts: Iterable<unknown>): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  makePrivateFolder(dirname(file));
  try {
    const handle = await open(draft, "wx", 0o600);
    try {
      await handle.writev(await inSlices(packParts(parts)));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}

/** The parts that {@link writeKeptParts} wrote, each read as it is taken; undefined as with {@link readKept}. */
export async function readKeptParts(file: string): Promise<Generator<unknown> | undefined> {
  const whole = await readFile(file).catch(() => undefined);
  const isWhole = whole && (await inSlices(hasItsDigest(whole)));
  return isWhole ? unpackParts(whole.subarray(DIGEST_BYTES)) : undefined;
}

/** Of the length before each part. */
const LENGTH_BYTES = 4;
const HASHED_AT_A_TIME = 2 ** 20;

function* packParts(parts: Iterable<unknown>): Generator<void, Buffer[]> {
  const hash = createHash("sha256");
  const packed: Buffer[] = [];
  for (const part of parts) {
    const bytes = serialize(part);
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32LE(bytes.length);
    packed.push(length, bytes);
    yield* addTo(hash, length);
    yield* addTo(hash, bytes);
  }
  return [hash.digest(), ...packed];
}

function* hasItsDigest(whole: Buffer): Generator<void, boolean> {
  const hash = createHash("sha256");
  yield* addTo(hash, whole.subarray(DIGEST_BYTES));
  return hash.digest().equals(whole.subarray(0, DIGEST_BYTES));
}

/** A model of 5,000 articles is some 20 MB, which takes tens of milliseconds. */
function* addTo(hash: Hash, bytes: Buffer): Generator<void, void> {
  for (let at = 0; at < bytes.length; at += HASHED_AT_A_TIME) {
    hash.update(bytes.subarray(at, at + HASHED_AT_A_TIME));
    yield;
  }
}

function* unpackParts(bytes: Buffer): Generator<unknown, void> {
  for (let at = 0; at < bytes.length; ) {
    const from = at + LENGTH_BYTES;
    at = from + bytes.readUInt32LE(at);
    yield deserialize(bytes.subarray(from, at));
  }
}

function digestOf(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}

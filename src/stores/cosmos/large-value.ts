import { createHash } from "node:crypto";
import type { Container } from "@azure/cosmos";
import { readDocument, writeDocument } from "./document.ts";
import { retryWithin } from "./retry.ts";

const CALL_WITHIN_MS = 10_000;

/** Of base64. A document holds at most 2 MB, and so does a request. */
const PART_LENGTH = 1_000_000;

/** A value of any size: its parts are documents of their own, which are written first. */
interface LargeDocument {
  id: string;
  kind: string;
  /** The ids of the parts. Another version of Node may pack the same value into other bytes. */
  parts: readonly string[];
  ttl?: number;
}

interface PartDocument {
  id: string;
  kind: string;
  text: string;
  ttl?: number;
}

/**
 * Keeps bytes in a partition, whole or not at all; what was there under this id is replaced.
 * @param ttl seconds after which Cosmos DB may remove it; absent: never
 */
export async function keepLarge(
  container: Container,
  { kind, id, ttl }: { kind: string; id: string; ttl?: number },
  bytes: Buffer,
): Promise<void> {
  const [text, name] = [bytes.toString("base64"), createHash("sha256").update(bytes).digest("hex")];
  const life = ttl === undefined ? {} : { ttl };
  const parts: PartDocument[] = [];
  for (let from = 0; from < text.length; from += PART_LENGTH) {
    parts.push({ id: `${name}.${parts.length}`, kind, text: text.slice(from, from + PART_LENGTH), ...life });
  }
  await Promise.all(
    parts.map((part) =>
      retryWithin(CALL_WITHIN_MS, (signal) =>
        writeDocument({ container, id: part.id, partition: kind }, part, undefined, signal),
      ),
    ),
  );
  const document: LargeDocument = { id, kind, parts: parts.map((part) => part.id), ...life };
  await retryWithin(CALL_WITHIN_MS, (abortSignal) => container.items.upsert(document, { abortSignal }));
}

/** The bytes under this id, or undefined when they are not there. When a part is missing they are not those that were kept. */
export async function readLarge(container: Container, kind: string, id: string): Promise<Buffer | undefined> {
  const read = <T extends { id: string }>(one: string) =>
    retryWithin(CALL_WITHIN_MS, (signal) => readDocument<T>({ container, id: one, partition: kind }, signal));
  const found = await read<LargeDocument>(id);
  if (found === undefined) return undefined;
  const parts = await Promise.all(found.parts.map((part) => read<PartDocument>(part)));
  return Buffer.from(parts.map((part) => part?.text ?? "").join(""), "base64");
}

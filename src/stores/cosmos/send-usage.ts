import type { Container } from "@azure/cosmos";
import type { UsagePart } from "../usage-part.ts";
import { readDocument, writeDocument } from "./document.ts";
import { addPart, type UsageDocument } from "./usage-document.ts";

/**
 * Adds a part of a flush to its document exactly once, however often it is called: the document remembers which flush
 * it took last, and is replaced only in the version that was read. A lost answer is harmless.
 * @throws what @azure/cosmos throws; then the part may or may not be in the document
 */
export async function sendUsage(container: Container, part: UsagePart, signal: AbortSignal): Promise<void> {
  while (!(await sendOnce(container, part, signal))) signal.throwIfAborted();
}

/** Returns false when another instance was first. */
async function sendOnce(container: Container, part: UsagePart, signal: AbortSignal): Promise<boolean> {
  const place = { container, id: part.week, partition: part.region };
  const found = await readDocument<UsageDocument>(place, signal);
  const next = addPart(found, part);
  return next === undefined || writeDocument(place, next, found?._etag, signal);
}

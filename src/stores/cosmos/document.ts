import type { Container } from "@azure/cosmos";
import { cosmosStatus } from "./failure.ts";

/** One document of a container. */
export interface DocumentAddress {
  container: Container;
  id: string;
  partition: string;
}

/** The document with its etag, or undefined when there is none. */
export async function readDocument<T extends { id: string }>(
  { container, id, partition }: DocumentAddress,
  abortSignal: AbortSignal,
): Promise<(T & { _etag: string }) | undefined> {
  return (await container.item(id, partition).read<T>({ abortSignal })).resource;
}

/**
 * Writes when the stored version is still `etag` (undefined: when there is none).
 * @returns false when another version is there
 */
export async function writeDocument<T extends { id: string }>(
  { container, id, partition }: DocumentAddress,
  document: T,
  etag: string | undefined,
  abortSignal: AbortSignal,
): Promise<boolean> {
  const accessCondition = { type: "IfMatch", condition: etag ?? "" };
  if (etag === undefined) return isDone(container.items.create(document, { abortSignal }), [409]);
  return isDone(container.item(id, partition).replace(document, { accessCondition, abortSignal }), [404, 412]);
}

/** Returns whether it was removed: not when it is gone or, if `etag` is given, has another etag by now. */
export async function removeDocument(
  { container, id, partition }: DocumentAddress,
  etag: string | undefined,
  abortSignal: AbortSignal,
): Promise<boolean> {
  const condition = etag === undefined ? {} : { accessCondition: { type: "IfMatch", condition: etag } };
  return isDone(container.item(id, partition).delete({ ...condition, abortSignal }), [404, 412]);
}

/** False when it ended with one of these statuses; other failures are thrown. */
async function isDone(work: Promise<unknown>, refusals: readonly number[]): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (refusals.includes(cosmosStatus(error) ?? 0)) return false;
    throw error;
  }
}

import { randomUUID } from "node:crypto";

/**
 * Ids of writes are `process:number`. A document remembers the last two writes of each process, so that a process that
 * was killed is told of its last one however much others wrote since; two, as two turns can be under way at once.
 */
const OF_EACH = 2;
/** More processes than write in one conversation before it expires. */
const IN_ALL = 16;

const PROCESS = randomUUID().slice(0, 8);
let count = 0;

/** A new id for a write of this process. */
export function newWriteId(): string {
  count += 1;
  return `${PROCESS}:${count}`;
}

/** The writes that a document remembers after `write`. */
export function withWrite(writes: readonly string[], write: string): string[] {
  const isOwn = (other: string) => processOf(other) === processOf(write);
  const others = writes.filter((other) => !isOwn(other)).slice(OF_EACH - IN_ALL);
  return [...others, ...writes.filter(isOwn).slice(1 - OF_EACH), write];
}

function processOf(write: string): string | undefined {
  return write.split(":")[0];
}

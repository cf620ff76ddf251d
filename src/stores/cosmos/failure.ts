/** The request may or may not have been carried out, or is asked to come back later; trying again can help. */
const TRANSIENT_STATUSES: readonly number[] = [408, 410, 429, 449, 500, 502, 503, 504];

/** Names of the errors of @azure/cosmos and what it is built on, when a request got no answer. */
const NO_ANSWER: readonly string[] = ["RestError", "TimeoutError", "AbortError"];

/** Of an error of @azure/cosmos: its status, or undefined when there was no answer at all. */
export function cosmosStatus(error: unknown): number | undefined {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === "number" ? code : undefined;
}

/** Whether it can help to try again: no answer (a lost connection, a time-out), too busy, or a failing server. */
export function isTransient(error: unknown): boolean {
  const status = cosmosStatus(error);
  if (status !== undefined) return TRANSIENT_STATUSES.includes(status);
  return NO_ANSWER.includes((error as Error | undefined)?.name ?? "");
}

/** The milliseconds that Cosmos DB asks to wait, or undefined. */
export function retryAfterOf(error: unknown): number | undefined {
  const wait = (error as { retryAfterInMs?: unknown } | undefined)?.retryAfterInMs;
  return typeof wait === "number" && wait >= 0 ? wait : undefined;
}

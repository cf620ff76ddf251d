import type { Log } from "../log.ts";

/** What failed is tried again after this time. */
const EVERY_MS = 60 * 60_000;

/**
 * Sends the messages that are due, now and from time to time.
 * @param sendDue returns how many were sent
 * @returns what stops it; it resolves when nothing is being sent any more
 */
export function sendRegularly(sendDue: () => Promise<number>, log: Log): () => Promise<void> {
  let running: Promise<void> | undefined;
  const send = () => {
    running ??= once(sendDue, log).finally(() => {
      running = undefined;
    });
  };
  send();
  const timer = setInterval(send, EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}

async function once(sendDue: () => Promise<number>, log: Log): Promise<void> {
  try {
    const count = await sendDue();
    if (count > 0) log.info("monthly-sent", { count });
  } catch (error) {
    log.error("monthly-failed", { error });
  }
}

import { setTimeout as wait } from "node:timers/promises";
import { OpenIdMetadata } from "botframework-connector/lib/auth/openIdMetadata.js";
import { Refusal } from "./refusal.ts";

/** A person in danger has the card within 3 seconds, and sending it takes time too. */
const READ_WITHIN_MS = 1_500;
/** A read that hangs is given up, and begun anew, after this long. */
const GIVEN_UP_MS = 10_000;

/** What of botbuilder's class its types keep private. */
interface Keys {
  keys?: unknown[];
  refreshCache(): Promise<void>;
}

/**
 * Gives botbuilder a deadline for reading the keys that Microsoft signs with: it has none, so that one server that hangs
 * would hold up every message, although the keys of yesterday are still there. Those are then used; without any, the
 * message is refused with 503, and Teams delivers it again. One read serves all who wait.
 */
export function readKeysInTime(): void {
  const prototype = OpenIdMetadata.prototype as unknown as Keys;
  const read = prototype.refreshCache;
  const reading = new WeakMap<Keys, { done: Promise<void>; since: number }>();
  prototype.refreshCache = async function (this: Keys): Promise<void> {
    const now = performance.now();
    let current = reading.get(this);
    if (!current || now - current.since > GIVEN_UP_MS) {
      current = { done: read.call(this).finally(() => reading.delete(this)), since: now };
      reading.set(this, current);
    }
    try {
      await Promise.race([current.done, late()]);
    } catch (cause) {
      if (!this.keys) throw new Refusal(503, "KEYS_UNREACHABLE", { cause });
    }
  };
}

async function late(): Promise<never> {
  await wait(READ_WITHIN_MS, undefined, { ref: false });
  throw new Error(`Microsoft's keys did not come within ${READ_WITHIN_MS} ms.`);
}

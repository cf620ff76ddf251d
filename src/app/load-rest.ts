import { setTimeout as wait } from "node:timers/promises";
import { templating } from "../render/render-card.ts";

/** Who asks whether the bot is ready, and the turns that waited for it, go first. */
const AFTER_MS = 1_000;

/** Loads what a start does not wait for, so that nobody who asks for a card or opens the studio does either. */
export async function loadRest(): Promise<void> {
  await wait(AFTER_MS, undefined, { ref: false });
  templating();
  await import("../studio/studio.ts");
}

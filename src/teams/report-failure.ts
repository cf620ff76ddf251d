import { randomUUID } from "node:crypto";
import type { InvokeResponse } from "botbuilder";
import { sentence } from "../conversation/views/sentence.ts";
import type { View } from "../conversation/views/view.ts";
import type { Log } from "../log.ts";
import type { Incoming } from "./incoming.ts";
import { cardResponse } from "./invoke-response.ts";

/**
 * The last resort of a turn that threw: tells the person, with a reference number that is also in the
 * log. It leaves the state alone, so that the person can go on from there. Returns the answer of an invoke.
 */
export function reportFailure(
  { activity: { type }, assistant: { content }, render, queue }: Incoming,
  error: unknown,
  log: Log,
): InvokeResponse | undefined {
  const reference = randomUUID().slice(0, 8);
  log.error("turn-failed", { activityType: type, reference, error });
  const view: View = {
    card: "message",
    title: sentence(content, "error.title"),
    text: sentence(content, "error.text", { reference }),
  };
  if (type === "invoke") return cardResponse(render(view));
  queue.send([{ view, replace: false }]);
  return undefined;
}

import type { VirtualUser } from "../drive.ts";
import { activityOf, clickOf } from "./activity.ts";

/** Types the same message again and again. */
export function typist(conversation: string, serviceUrl: string): VirtualUser {
  const next = () => ({ ...activityOf(conversation, serviceUrl), type: "message", text: "hallo", textFormat: "plain" });
  return { next, read: () => undefined };
}

/** Clicks the same button again and again. */
export function clicker(conversation: string, serviceUrl: string): VirtualUser {
  return { next: () => clickOf(conversation, serviceUrl, "answer", { option: "ja" }), read: () => undefined };
}

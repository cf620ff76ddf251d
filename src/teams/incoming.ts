import type { Activity } from "botbuilder";
import type { Event } from "../conversation/turn/event.ts";
import type { View } from "../conversation/views/view.ts";
import type { Assistant } from "./assistant.ts";
import type { ReplyQueue } from "./reply-queue.ts";

/** An activity that came in, and the means to answer it, all with one version of the content. */
export interface Incoming {
  activity: Activity;
  /** What a message or a click means; undefined for all else. */
  event: Event | undefined;
  assistant: Assistant;
  render(view: View): object;
  queue: ReplyQueue;
}

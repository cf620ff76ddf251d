import type { Activity } from "botbuilder";
import { z } from "zod";
import { actionSchema, type Event } from "../conversation/event.ts";
import { typedText } from "./typed-text.ts";

/** The value of an `adaptiveCard/action` invoke; Teams merges the inputs of the card into `data`. */
const executeSchema = z.object({
  action: z.object({ verb: z.string(), data: z.record(z.string(), z.unknown()).optional() }),
});

/** What a message or a click means; undefined for all else. */
export function eventOf(activity: Activity): Event | undefined {
  if (activity.type === "message") return eventOfMessage(activity);
  const isClick = activity.type === "invoke" && activity.name === "adaptiveCard/action";
  return isClick ? eventOfExecute(activity.value) : undefined;
}

/**
 * A message in a personal chat. One with a `value` is a click on an Action.Submit, the fallback of
 * clients without Action.Execute: its verb stands among the data.
 */
function eventOfMessage(activity: Activity): Event {
  if (activity.value !== undefined) return eventOfAction(activity.value);
  return { type: "message", text: typedText(activity) };
}

/** A click on an Action.Execute. Every other shape is an `unknown-action`, never an error. */
function eventOfExecute(value: unknown): Event {
  const execute = executeSchema.safeParse(value);
  if (!execute.success) return { type: "unknown-action" };
  const { verb, data } = execute.data.action;
  return eventOfAction({ ...data, verb });
}

function eventOfAction(fields: unknown): Event {
  const action = actionSchema.safeParse(fields);
  return action.success ? { type: "action", action: action.data } : { type: "unknown-action" };
}

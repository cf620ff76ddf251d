import type { Activity } from "botbuilder";
import { z } from "zod";
import { actionSchema, type Event } from "../conversation/turn/event.ts";
import { hasMoreThanText } from "./has-more-than-text.ts";
import { typedText } from "./typed-text.ts";

/** The value of an `adaptiveCard/action` invoke; Teams merges the inputs of the card into `data`. */
const executeSchema = z.object({
  action: z.object({ verb: z.string(), data: z.record(z.string(), z.unknown()).optional() }),
});

/**
 * What a message or a click means; undefined for all else. A message that its writer changed is not answered again, but
 * there may be danger or a name in it now.
 */
export function eventOf(activity: Activity): Event | undefined {
  if (activity.type === "message") return eventOfMessage(activity);
  if (isEdit(activity)) return { type: "message", text: typedText(activity), edited: true };
  const isClick = activity.type === "invoke" && activity.name === "adaptiveCard/action";
  return isClick ? eventOfExecute(activity.value) : undefined;
}

function isEdit({ type, conversation, from, text }: Activity): boolean {
  return type === "messageUpdate" && [conversation, from, text].every((part) => part !== undefined);
}

/**
 * A message in a personal chat. One with a `value` is a click on an Action.Submit, the fallback of
 * clients without Action.Execute: its verb stands among the data. What was typed beside some other value is read.
 */
function eventOfMessage(activity: Activity): Event {
  const text = typedText(activity);
  const click = activity.value === undefined ? undefined : eventOfAction(activity.value);
  if (click && (click.type === "action" || text === "")) return click;
  return { type: "message", text, ...(hasMoreThanText(activity, text) && { attached: true }) };
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

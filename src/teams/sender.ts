import type { Activity } from "botbuilder";

/** The way back into the chat that an activity came from. It goes on working when the turn is over. */
export interface Sender {
  /** @throws what botbuilder throws, with `statusCode` when Teams answered; after `signal` it may still have been sent */
  send(message: Partial<Activity>, signal: AbortSignal): Promise<unknown>;
  /** Puts `message` in the place of the message with this id. */
  replace(id: string, message: Partial<Activity>, signal: AbortSignal): Promise<unknown>;
}

import type { MakeUser } from "../drive.ts";
import { activityOf, clickOf } from "./activity.ts";

/** Types the same message again and again. */
export function typist(text: string): MakeUser {
  return (conversation, serviceUrl) => ({
    next: () => ({ ...activityOf(conversation, serviceUrl), type: "message", text, textFormat: "plain" }),
    read: () => undefined,
  });
}

/** Clicks the same button again and again. */
export function clicker(verb: string, data: object): MakeUser {
  return (conversation, serviceUrl) => ({
    next: () => clickOf(conversation, serviceUrl, verb, data),
    read: () => undefined,
  });
}

/** Installs the bot, each time as somebody else. */
export const newcomer: MakeUser = (conversation, serviceUrl) => {
  let people = 0;
  const next = () => {
    people += 1;
    return { ...activityOf(`${conversation}-${people}`, serviceUrl), type: "installationUpdate", action: "add" };
  };
  return { next, read: () => undefined };
};

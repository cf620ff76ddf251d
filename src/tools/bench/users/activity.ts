import { randomUUID } from "node:crypto";

/** What Teams sends for a personal chat, without what makes it a message or a click. */
export function activityOf(conversation: string, serviceUrl: string): Record<string, unknown> {
  return {
    id: randomUUID(),
    timestamp: new Date().toISOString(),
    channelId: "msteams",
    serviceUrl,
    from: { id: `user-${conversation}`, name: "Bench", aadObjectId: `aad-${conversation}` },
    recipient: { id: "bot", name: "Bot" },
    conversation: { id: conversation, conversationType: "personal", tenantId: "tenant" },
    locale: "nl-NL",
    channelData: { tenant: { id: "tenant" } },
  };
}

/** A click on a button of a card that replaces itself. */
export function clickOf(conversation: string, serviceUrl: string, verb: string, data: object): object {
  const action = { type: "Action.Execute", verb, data };
  return {
    ...activityOf(conversation, serviceUrl),
    type: "invoke",
    name: "adaptiveCard/action",
    value: { action, trigger: "manual" },
  };
}

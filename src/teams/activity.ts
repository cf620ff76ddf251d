import type { Activity } from "botbuilder";
import { z } from "zod";

const account = z.looseObject({ id: z.string(), aadObjectId: z.string().optional().catch(undefined) });

/** Types that get an answer; the others are acknowledged as they are. */
const ANSWERED = new Set(["message", "invoke", "installationUpdate", "conversationUpdate"]);

/** The envelope that the bot relies on. What a card carries (`value`) is free here: it is judged as an action. */
const activitySchema = z
  .looseObject({
    id: z.string().optional(),
    type: z.string().min(1).max(64),
    channelId: z.string().optional(),
    serviceUrl: z.url({ protocol: /^https?$/ }).optional(),
    conversation: z
      .looseObject({
        id: z.string().min(1),
        conversationType: z.string().optional(),
        isGroupChat: z.boolean().optional(),
      })
      .optional(),
    from: account.optional(),
    recipient: account.optional().catch(undefined),
    replyToId: z.string().optional().catch(undefined),
    text: z.string().optional(),
    attachments: z.array(z.looseObject({})).optional().catch(undefined),
    name: z.string().optional(),
    action: z.string().optional(),
    entities: z
      .array(z.looseObject({ mentioned: z.looseObject({}).optional() }))
      .optional()
      .catch(undefined),
    membersAdded: z.array(z.looseObject({})).optional().catch(undefined),
  })
  .refine(({ type, conversation, from, serviceUrl }) => !ANSWERED.has(type) || (conversation && from && serviceUrl));

/** The body of a request as an activity; undefined when it is none, and so not from Teams. */
export function parseActivity(body: unknown): Activity | undefined {
  const parsed = activitySchema.safeParse(withoutNulls(body));
  return parsed.success ? (parsed.data as unknown as Activity) : undefined;
}

/**
 * A JSON value as if null had never been written: serialisers of .NET put it where something is absent. Keys without a
 * value and empty places in lists are gone, at any depth; the value itself becomes undefined when it is null.
 */
export function withoutNulls(json: unknown): unknown {
  if (json === null) return undefined;
  if (Array.isArray(json)) return json.filter((item) => item !== null).map(withoutNulls);
  if (typeof json !== "object") return json;
  const kept = Object.entries(json).filter(([, value]) => value !== null);
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutNulls(value)]));
}

/**
 * Whether others read along: everything that is not a personal chat.
 * Clients outside Teams may leave `conversationType` away; `isGroupChat` then tells.
 */
export function isGroupChat({ conversation }: Activity): boolean {
  if (conversation.conversationType) return conversation.conversationType !== "personal";
  return conversation.isGroup === true;
}

/** Whether a message in a group is meant for the bot: it is mentioned by name. */
export function isMentioned({ entities = [], recipient }: Activity): boolean {
  return entities.some(({ type, mentioned }) => type === "mention" && mentioned && mentioned.id === recipient?.id);
}

/** The same for a message that Teams delivers again; undefined when the message has no id. */
export function messageKey({ id, conversation }: Activity): string | undefined {
  return id ? `${conversation.id} ${id}` : undefined;
}

/**
 * The person for whom a card may refresh itself: Teams knows people by ids that start with `29:`.
 * Undefined in other clients, which cannot refresh.
 */
export function readerOf({ from }: Activity): string | undefined {
  return from.id.startsWith("29:") ? from.id : undefined;
}

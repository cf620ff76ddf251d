import { z } from "zod";

const account = z.looseObject({ id: z.string() });

/** Types that get an answer; the others are acknowledged as they are. */
const ANSWERED = new Set(["message", "invoke", "installationUpdate", "conversationUpdate"]);

/**
 * The envelope that the bot relies on: an activity that fails this is not from Teams and gets 400.
 * What a card carries (`value`) is free here: it is judged as an action.
 */
export const activitySchema = z
  .looseObject({
    type: z.string().min(1).max(64),
    channelId: z.string().optional(),
    serviceUrl: z.url({ protocol: /^https?$/ }).optional(),
    conversation: z
      .looseObject({
        id: z.string().min(1),
        conversationType: z.string().nullish(),
        isGroup: z.boolean().nullish(),
      })
      .optional(),
    from: account.optional(),
    recipient: account.optional(),
    replyToId: z.string().nullish(),
    text: z.string().nullish(),
    name: z.string().nullish(),
    action: z.string().nullish(),
    entities: z.array(z.looseObject({ mentioned: account.nullish() })).nullish(),
    membersAdded: z.array(account).nullish(),
  })
  .refine(({ type, conversation, from, serviceUrl }) => !ANSWERED.has(type) || (conversation && from && serviceUrl));

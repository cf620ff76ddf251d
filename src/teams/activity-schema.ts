import { z } from "zod";

const account = z.looseObject({ id: z.string(), aadObjectId: z.string().optional().catch(undefined) });

/** Types that get an answer; the others are acknowledged as they are. */
const ANSWERED = new Set(["message", "invoke", "installationUpdate", "conversationUpdate"]);

/**
 * The envelope that the bot relies on: an activity that fails this is not from Teams and gets 400. It is checked when
 * what is null was taken out.
 * What a card carries (`value`) is free here: it is judged as an action.
 */
export const activitySchema = z
  .looseObject({
    id: z.string().optional(),
    type: z.string().min(1).max(64),
    channelId: z.string().optional(),
    serviceUrl: z.url({ protocol: /^https?$/ }).optional(),
    conversation: z
      .looseObject({
        id: z.string().min(1),
        conversationType: z.string().optional(),
        isGroup: z.boolean().optional(),
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

import { z } from "zod";
import { TOPICS } from "./article.ts";
import { idSchema } from "./id.ts";

/** Of a user principal name of Entra: 64 letters, an @ and 48 letters. */
const ADDRESS_LENGTH = 113;

/** Everybody comes into one chat, and all of them are in the address of it, on every card. */
const MAX_OWNERS = 20;

const addressSchema = z
  .string()
  .trim()
  .regex(
    /^[a-z0-9](?:[a-z0-9._'+-]*[a-z0-9])?@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i,
    "Schrijf het hele werkadres waarmee iemand bij Teams inlogt: een naam, een @ en de organisatie.",
  )
  .max(ADDRESS_LENGTH, `Een werkadres heeft hoogstens ${ADDRESS_LENGTH} tekens.`);

const topicOwnerSchema = z.strictObject({
  id: idSchema,
  /** With which the person signs in to Teams: the user principal name, mostly the mail address of work. */
  address: addressSchema,
  /** What the person answers questions about; absent: about everything. */
  topics: z.array(z.enum(TOPICS)).min(1).optional(),
});

/** `dialogs/topic-owners.yaml`: with whom of the programme a worker can open a chat. */
export const topicOwnersFileSchema = z.strictObject({
  owners: z
    .array(topicOwnerSchema)
    .max(MAX_OWNERS, `Zet er hoogstens ${MAX_OWNERS} mensen in: ze komen samen in één chat.`),
});

export type TopicOwner = z.infer<typeof topicOwnerSchema>;

import { createHmac } from "node:crypto";

/**
 * The key under which the state of a conversation is kept: nobody can go back from it to the conversation
 * without the secret.
 * @returns HMAC-SHA256 as base64url, 43 characters
 */
export function stateKey(secret: string, conversationId: string): string {
  return createHmac("sha256", secret).update(conversationId).digest("base64url");
}

import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from "jose";
import { APP_ID, SERVICE_URL } from "./bot-credentials.ts";

/** A key pair of which the public half is published under `kid`. */
export async function makeKey(kid: string) {
  const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
  const published: JWK = { ...(await exportJWK(publicKey)), kid, use: "sig" };
  return { kid, privateKey, publicKey, published };
}
export type Key = Awaited<ReturnType<typeof makeKey>>;

const now = () => Math.floor(Date.now() / 1000);

/** What the channel says in a token for this bot; `changes` of undefined leave a claim away. */
export function channelClaims(changes: JWTPayload = {}): JWTPayload {
  const claims = {
    iss: "https://api.botframework.com",
    aud: APP_ID,
    serviceurl: SERVICE_URL,
    nbf: now() - 60,
    exp: now() + 3600,
  };
  return { ...claims, ...changes };
}

/** An `Authorization` header with these claims, signed with this key. */
export async function bearer(
  { kid, privateKey }: Pick<Key, "kid" | "privateKey">,
  claims = channelClaims(),
): Promise<string> {
  return `Bearer ${await new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid, typ: "JWT" }).sign(privateKey)}`;
}

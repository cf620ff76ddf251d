import { KeyObject } from "node:crypto";
import { type JWTPayload, SignJWT } from "jose";
import { APP_ID, TENANT } from "./bot-credentials.ts";
import { channelClaims, type Key } from "./signed-tokens.ts";

/** A token as Entra ID gives it to whoever holds the secret of the bot; the emulator shows one. */
export function emulatorClaims(tenant: string, ver: "1.0" | "2.0"): JWTPayload {
  const iss = ver === "1.0" ? `https://sts.windows.net/${tenant}/` : `https://login.microsoftonline.com/${tenant}/v2.0`;
  return { ...channelClaims({ iss }), ver, tid: tenant, [ver === "1.0" ? "appid" : "azp"]: APP_ID };
}

/** A token with which another bot calls this one as its skill. */
export function skillClaims(): JWTPayload {
  return { ...emulatorClaims(TENANT, "2.0"), azp: "99999999-aaaa-4aaa-8aaa-111111111111" };
}

/** A token that says of itself, in its header, that it needs no signature. */
export function unsigned(header: object): string {
  const parts = [header, channelClaims()].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"));
  return `Bearer ${parts.join(".")}.`;
}

/** Signed with what everybody can read, in the hope that it is taken for a shared secret. */
export async function signedWithPublicKey({ kid, publicKey }: Key, type: "spki" | "pkcs1"): Promise<string> {
  const secret = new TextEncoder().encode(String(KeyObject.from(publicKey).export({ type, format: "pem" })));
  return `Bearer ${await new SignJWT(channelClaims()).setProtectedHeader({ alg: "HS256", kid }).sign(secret)}`;
}

/** The signature of one token under the claims of another. */
export function swapClaims(header: string): string {
  const [first, , last] = header.split(".");
  const claims = Buffer.from(JSON.stringify(channelClaims({ sub: "other" }))).toString("base64url");
  return `${first}.${claims}.${last}`;
}

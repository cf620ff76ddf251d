import type { Activity } from "botbuilder";
import { decodeJwt } from "jose";
import type { BotCredentials } from "../config.ts";
import { Refusal } from "./refusal.ts";
import { isLoopbackServiceUrl, isTrustedServiceUrl } from "./service-url.ts";

/** Who signs the tokens of Microsoft's channels, those of Teams among them (Bot Connector authentication reference). */
const CHANNEL_ISSUER = "https://api.botframework.com";

/**
 * Refuses before botbuilder looks at the token. It would also take tokens of the emulator, of other bots and of an App
 * Service extension, by rules that ask less; it even adds the tenant of an unverified token to the issuers it trusts.
 * @throws Refusal
 */
export function checkToken(authorization: string, { channelId }: Activity): void {
  const [scheme, token, ...rest] = authorization.split(" ");
  if (!token) throw new Refusal(401, "NO_TOKEN");
  if (scheme !== "Bearer" || rest.length > 0) throw new Refusal(401, "TOKEN_REFUSED");
  if (issuerOf(token) !== CHANNEL_ISSUER) throw new Refusal(401, "NOT_FROM_CHANNEL");
  if (channelId !== "msteams") throw new Refusal(401, "NOT_FROM_TEAMS");
}

/**
 * Refuses what Microsoft signed, but not for those who are served here: botbuilder compares no tenants, and lets the
 * service URL be anything that is in the token, or absent.
 * @throws Refusal
 */
export function checkServed(activity: Activity, { tenants, ...credentials }: BotCredentials): void {
  checkServiceUrl(activity.serviceUrl, credentials);
  const named = tenantsOf(activity);
  if (named.length === 0 || !named.every((tenant) => tenants.includes(tenant)))
    throw new Refusal(403, "TENANT_REFUSED");
}

/**
 * Refuses to send anywhere but to Teams.
 * @throws Refusal
 */
export function checkServiceUrl(
  serviceUrl: string | undefined,
  { serviceHosts }: Pick<BotCredentials, "serviceHosts">,
): void {
  if (!serviceUrl || !isTrustedServiceUrl(serviceUrl, serviceHosts)) throw new Refusal(403, "SERVICE_URL_REFUSED");
}

/**
 * Without credentials nobody is known, so answers stay on this machine.
 * @throws Refusal
 */
export function checkLocal({ serviceUrl }: Pick<Activity, "serviceUrl">): void {
  if (serviceUrl && !isLoopbackServiceUrl(serviceUrl)) throw new Refusal(403, "SERVICE_URL_REFUSED");
}

/** The tenants that an activity names, in lower case; whatever is there but is no text cannot be one that is served. */
export function tenantsOf({ conversation, channelData }: Activity): string[] {
  return [conversation?.tenantId, channelData?.tenant?.id]
    .filter((tenant) => tenant !== undefined && tenant !== null)
    .map((tenant) => String(tenant).toLowerCase());
}

function issuerOf(token: string): unknown {
  try {
    return decodeJwt(token).iss;
  } catch (cause) {
    throw new Refusal(401, "TOKEN_REFUSED", { cause });
  }
}

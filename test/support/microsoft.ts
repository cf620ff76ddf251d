import { JwtTokenExtractor } from "botframework-connector/lib/auth/jwtTokenExtractor.js";
import nock from "nock";
import { SERVICE_URL, TENANT } from "./bot-credentials.ts";
import { type Key, makeKey } from "./signed-tokens.ts";

/** One call of the bot to Teams. */
export interface Sent {
  authorization: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: an activity as it is on the wire, read by tests only
  activity: any;
}

/**
 * Microsoft's servers as botbuilder 4.23.3 asks them: the published keys of the channel and of Entra ID, tokens for the bot,
 * and Teams. Everything else outside this machine is refused, and noted in `strayed`.
 */
export async function fakeMicrosoft() {
  const keys = {
    channel: await makeKey("channel-key"),
    entra: await makeKey("entra-key"),
    own: await makeKey("channel-key"),
  };
  const sent: Sent[] = [];
  const strayed: string[] = [];
  if (!nock.isActive()) nock.activate();
  stayOnThisMachine();
  nock.emitter.on("no match", ({ url }: Request) => {
    const { hostname } = new URL(url);
    if (hostname !== "127.0.0.1") strayed.push(hostname);
  });
  const reads = { channelKeys: 0, hang: false };
  forgetKeys();
  publishKeys(keys.channel, keys.entra, reads);
  giveTokens();
  nock(new URL(SERVICE_URL).origin)
    .persist()
    .post(/^\/emea\/v3\/conversations\//)
    .reply(200, async (request: Request) => {
      sent.push({ authorization: request.headers.get("authorization"), activity: await request.json() });
      return { id: `message-${sent.length}` };
    });
  return { keys, reads, sent, strayed, close };
}

/** Botbuilder keeps the keys it has read for all bots of a process, and so of test files that share one. */
function forgetKeys(): void {
  (JwtTokenExtractor as unknown as { openIdMetadataCache: Map<string, unknown> }).openIdMetadataCache.clear();
}

/** Also undoes what nock did to the sockets of Node, which this process has in common with other test files. */
function close(): void {
  nock.emitter.removeAllListeners("no match");
  nock.cleanAll();
  nock.enableNetConnect();
  nock.restore();
}

/** From now on only loopback is really called. */
export function stayOnThisMachine(): void {
  nock.disableNetConnect();
  nock.enableNetConnect((host) => host.startsWith("127.0.0.1:"));
}

type Published = Pick<Key, "published">;

/** The keys with which the channel and Entra ID sign tokens for bots; `reads` counts how often they are read, and can let that hang. */
export function publishKeys(channel: Published, entra: Published, reads = { channelKeys: 0, hang: false }): void {
  nock("https://login.botframework.com")
    .persist()
    .get("/v1/.well-known/openidconfiguration")
    .reply(200, {
      issuer: "https://api.botframework.com",
      jwks_uri: "https://login.botframework.com/v1/.well-known/keys",
    })
    .get("/v1/.well-known/keys")
    .reply(200, async () => {
      reads.channelKeys += 1;
      if (reads.hang) await new Promise(() => {});
      return { keys: [{ ...channel.published, endorsements: ["msteams", "webchat"] }] };
    });
  nock("https://login.microsoftonline.com")
    .defaultReplyHeaders({ date: () => new Date().toUTCString() })
    .persist()
    .get("/common/v2.0/.well-known/openid-configuration")
    .reply(200, { jwks_uri: "https://login.microsoftonline.com/common/discovery/v2.0/keys" })
    .get("/common/discovery/v2.0/keys")
    .reply(200, { keys: [entra.published] });
}

/** Tokens for the bot, from the tenant. */
export function giveTokens(): void {
  const authority = `https://login.microsoftonline.com/${TENANT}`;
  nock("https://login.microsoftonline.com")
    .persist()
    .get(/^\/common\/discovery\/instance/)
    .reply(200, {
      tenant_discovery_endpoint: `${authority}/v2.0/.well-known/openid-configuration`,
      metadata: [],
    })
    .get(`/${TENANT}/v2.0/.well-known/openid-configuration`)
    .query(true)
    .reply(200, {
      authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
      token_endpoint: `${authority}/oauth2/v2.0/token`,
      issuer: `${authority}/v2.0`,
      jwks_uri: `${authority}/discovery/v2.0/keys`,
    })
    .post(`/${TENANT}/oauth2/v2.0/token`)
    .query(true)
    .reply(200, { token_type: "Bearer", expires_in: 3600, access_token: "token-of-the-bot" });
}

import { setTimeout as wait } from "node:timers/promises";
import { type RoleSettings, roleOf } from "./access/roles.ts";
import { createStoreCheck } from "./app/create-store-check.ts";
import { type AssistantOptions, followContent } from "./app/follow-content.ts";
import { type ContentSource, openContentSource } from "./app/open-content-source.ts";
import { monthlyCard, trendsCard } from "./app/trends-card.ts";
import { type Config, publicSettings } from "./config.ts";
import { countsOfLeft } from "./conversation/walk/close-walk.ts";
import { createServer, type HttpServer, type HttpServerOptions } from "./http/create-server.ts";
import { createAccessCheck } from "./http/sign-in/check-access.ts";
import type { TrendsPageOptions } from "./http/trends/answer.ts";
import type { Log } from "./log.ts";
import { createMetrics, type Metrics, withMetrics } from "./metrics.ts";
import { createSecurityLog, type SecurityLog } from "./security-log.ts";
import { openStores, type Stores } from "./stores/open-stores.ts";
import { purgeRegularly } from "./stores/purge-regularly.ts";
import { createSeal } from "./stores/seal.ts";
import { readOrMakeSecret, stateKey } from "./stores/secret.ts";
import { STUDIO_ASSETS } from "./studio/assets-folder.ts";
import type { Studio } from "./studio/studio.ts";
import type { Assistant } from "./teams/assistant.ts";
import { sendRegularly } from "./teams/send-regularly.ts";
import { createTeamsBot, type TeamsBot } from "./teams/teams-bot.ts";
import { learnedFrom } from "./trends/learned.ts";
import { createMonthly, type Monthly } from "./trends/monthly.ts";
import { createNoise } from "./trends/noise.ts";
import type { MonthlyReader } from "./trends/ports.ts";
import { leastCount } from "./trends/publish-period.ts";
import { createPublisher } from "./trends/publisher.ts";
import { createTrendsReader, type ReadTrends } from "./trends/read-trends.ts";
import { firstKeptMonth } from "./usage/first-kept-week.ts";
import { toCounters } from "./usage/to-counters.ts";

/** Hosts give a process some 10 seconds to stop: for the turns that are going on, and then for sending the counters. */
const STOP_WITHIN_MS = 9_000;
const DRAIN_TIMEOUT_MS = 5_500;
const FLUSH_AT_LEAST_MS = 2_500;
/** For cards that are still being sent when no turn is going on. */
const SETTLE_TIMEOUT_MS = 1_000;

/** Of one conversation: room for a fast reader whose old cards refresh themselves while scrolling. */
const TURNS_PER_MINUTE = 120;

export interface App {
  /**
   * Starts to listen; returns the address, for example `http://127.0.0.1:3978`.
   * @throws AppError PORT_IN_USE or LISTEN_FAILED
   */
  listen(): Promise<string>;
  /** Lets the turns that are going on end, and closes everything. */
  close(): Promise<void>;
}

/**
 * Wires the rooms into one running assistant. What the people who start it or edit the content must see is
 * printed, line by line.
 * @throws AppError CONTENT_INVALID after printing all mistakes, when no earlier version is kept; SECRET_UNUSABLE; those of `openStores`
 */
export async function createApp(
  config: Config,
  ownLog: Log,
  print: (line: string) => void = console.error,
): Promise<App> {
  const metrics = createMetrics({
    contentVersion: () => parts.assistant().content.version,
    ...(config.contentStore && {
      contentNumber: () => parts.published?.inUse.version?.number ?? 0,
      contentRefused: () => Number(parts.live.isRefused),
    }),
    ...(config.cosmos && {
      outboxLength: () => parts.stores.sending?.outboxLength() ?? 0,
      flushAgeSeconds: () => parts.stores.sending?.secondsSinceFlush(),
    }),
  });
  const log = withMetrics(ownLog, metrics);
  const parts = await openParts(config, log, print);
  const bot = createBot(config, parts, log);
  const server = createHttpServer(config, parts, { metrics, messages: bot.process, log });
  const sendTrends = async (reader: MonthlyReader) =>
    bot.sendTo(reader, await monthlyCard({ config, ...parts }, parts.assistant().content, reader));
  let stopSending = async () => {};
  return {
    async listen() {
      const { host, port } = await server.listen(config.port, config.host);
      log.info("listening", { host, port });
      parts.security.record("started", {}, publicSettings(config));
      print(sourceText(config));
      parts.address = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
      stopSending = sendRegularly(() => parts.monthly.sendDue(sendTrends), log);
      return parts.address;
    },
    close: () => closeAll(parts, { server, bot, log, stopSending: () => stopSending() }),
  };
}

/** For who starts the bot: where to change what it says. */
function sourceText({ contentStore, contentDir }: Config): string {
  if (contentStore) return "Inhoud: wat op de pagina /inhoud gepubliceerd wordt. Bestanden opslaan verandert niets.";
  return `Inhoud: de bestanden in ${contentDir}. Wie er een opslaat, ziet het meteen.`;
}

/** What the bot and the pages share. */
interface Parts extends ContentSource {
  secret: string;
  security: SecurityLog;
  stores: Stores;
  stopPurging(): void;
  readTrends: ReadTrends;
  monthly: Monthly;
  /** The assistant with the content of now. */
  assistant(): Assistant;
  /** Where the pages are; empty until the server listens. */
  address: string;
}

async function openParts(config: Config, log: Log, print: (line: string) => void): Promise<Parts> {
  const secret = config.stateSecret ?? readOrMakeSecret(config.dataDir);
  const security = createSecurityLog({ dataDir: config.dataDir, days: config.securityLogDays, log });
  const stores = await openStores({
    dataDir: config.dataDir,
    cosmos: config.cosmos,
    log,
    countLeft: (state, leftAt) => toCounters(countsOfLeft(source.live.content, state), state.region, leftAt),
  });
  const source = await openContentSource({ config, stores, secret, security, log, print }).catch(async (error) => {
    await stores.close(0);
    throw error;
  });
  const stopPurging = await purgeRegularly({ ...stores, retentionMonths: config.usageRetentionMonths, log });
  const readTrends = openTrends(config, stores, secret);
  const monthly = createMonthly({
    store: stores.subscriptions,
    seal: createSeal(secret),
    lastMonth: async () => (await readTrends(source.live.content)).lastMonth,
    maySeeTrends: maySeeTrends(config),
    onFailure: (error) => log.warn("monthly-failed", { error }),
    now: () => new Date(),
  });
  const parts = { ...source, secret, security, stores, stopPurging, readTrends, monthly, address: "" };
  return Object.assign(parts, { assistant: openAssistants(config, parts, log) });
}

function openTrends(config: Config, { usage, publications }: Stores, secret: string): ReadTrends {
  const least = leastCount(config.trendsMinimum);
  const publisher = createPublisher({
    usage,
    publications,
    noise: createNoise(secret),
    least,
    firstKeptMonth: (now) => firstKeptMonth(now, config.usageRetentionMonths),
  });
  const isDemo = config.bot === undefined;
  return createTrendsReader({ publisher, store: usage, leastCount: least, isDemo, now: () => new Date() });
}

function openAssistants(config: Config, parts: Omit<Parts, "assistant">, log: Log): () => Assistant {
  const { live, published, stores, monthly } = parts;
  const options: AssistantOptions = {
    store: stores.state,
    region: config.region,
    monthly,
    maySeeTrends: maySeeTrends(config),
    showTrends: async (content, filters, key) =>
      trendsCard({ config, ...parts }, { content, filters, monthly: await monthly.isOn(key) }),
  };
  return followContent(live, published, options, log);
}

function maySeeTrends(config: Config): (userId: string | undefined) => boolean {
  const roles = rolesOf(config);
  return (userId) => roleOf({ objectId: userId }, roles).trends;
}

function createBot(config: Config, { assistant, secret, security }: Parts, log: Log): TeamsBot {
  return createTeamsBot({
    credentials: config.bot,
    security,
    ...(config.bot ? { turnsPerMinute: TURNS_PER_MINUTE } : {}),
    assistant,
    keyOf: (conversationId) => stateKey(secret, conversationId),
    log,
  });
}

function createHttpServer(
  config: Config,
  { assistant, live, published, publishing, stores, readTrends, security, ...source }: Parts,
  { metrics, ...rest }: { metrics: Metrics } & Pick<HttpServerOptions, "messages" | "log">,
): HttpServer {
  const checkStore = createStoreCheck(stores.state);
  const checkAccess = config.bot && createAccessCheck({ ...config.bot, roles: rolesOf(config) });
  const onRefused: NonNullable<TrendsPageOptions["onRefused"]> = (refusal) =>
    security.record("access-refused", refusal);
  return createServer({
    ...rest,
    ready: async () => ({
      content: live.isRefused ? "previous" : "ok",
      ...(published && { release: published.hasOtherRelease ? "differs" : "ok" }),
      store: await checkStore(),
    }),
    publishing,
    trends: {
      content: () => assistant().content,
      read: readTrends,
      versions: config.contentStore ? () => stores.content.versions() : undefined,
      checkAccess,
      onRefused,
    },
    studio: {
      answer: openedWhenAsked(async () =>
        (await import("./studio/studio.ts")).createStudio({
          ...source,
          publishing,
          content: () => assistant().content,
          learned: async () => learnedFrom(assistant().content, await readTrends(assistant().content)),
          now: () => new Date(),
        }),
      ),
      assets: STUDIO_ASSETS,
      checkAccess,
      onRefused,
    },
    security,
    metrics: { metrics, token: config.metricsToken },
    isTls: config.production,
    proxies: config.proxies,
    limits: { drainTimeoutMs: DRAIN_TIMEOUT_MS, ...(config.bot ? {} : { clientPerMinute: undefined }) },
  });
}

/** Few people open it, and on most days nobody: a start does not wait for the hundred files of it. */
function openedWhenAsked(open: () => Promise<Studio>): Studio {
  let opened: Promise<Studio> | undefined;
  return async (request) => {
    opened ??= open();
    return (await opened)(request);
  };
}

async function closeAll(
  { live, stores, stopPurging }: Parts,
  { server, bot, log, stopSending }: { server: HttpServer; bot: TeamsBot; log: Log; stopSending(): Promise<void> },
): Promise<void> {
  const stopBy = Date.now() + STOP_WITHIN_MS;
  const [isDrained] = await Promise.all([server.close(), live.close()]);
  if (!isDrained) log.warn("stopped-early");
  await Promise.race([Promise.all([bot.settle(SETTLE_TIMEOUT_MS), stopSending()]), wait(SETTLE_TIMEOUT_MS)]);
  stopPurging();
  await stores.close(Math.max(FLUSH_AT_LEAST_MS, stopBy - Date.now()));
}

/** Without credentials nobody can sign in, and only this machine reaches the bot: everything is open. */
function rolesOf({ bot, teamLeadIds, staffIds }: Config): RoleSettings {
  return { teamLeadIds, staffIds, open: bot === undefined };
}

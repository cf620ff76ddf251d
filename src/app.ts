import { randomUUID } from "node:crypto";
import { type RoleSettings, roleOf } from "./access/roles.ts";
import { checkApart } from "./check/check-apart.ts";
import { type Config, publicSettings } from "./config.ts";
import type { Content } from "./content/content.ts";
import { openLiveContent } from "./content/live-content.ts";
import { type ContentFolders, foldersIn } from "./content/read-files.ts";
import { countsOfLeft } from "./conversation/close-walk.ts";
import { dangerIn } from "./conversation/danger-in.ts";
import type { StateStore } from "./conversation/ports.ts";
import { takeTurn } from "./conversation/take-turn.ts";
import { trendsView } from "./conversation/trends-view.ts";
import { understandingOf } from "./conversation/understanding.ts";
import type { TrendsView } from "./conversation/view.ts";
import { createServer } from "./http/create-server.ts";
import type { PartStatus } from "./http/health.ts";
import { createAccessCheck } from "./http/sign-in/check-access.ts";
import type { Log } from "./log.ts";
import { createMetrics, withMetrics } from "./metrics.ts";
import { createRenderer } from "./render/render-card.ts";
import { createSecurityLog } from "./security-log.ts";
import { createContentKeeper } from "./stores/content-keeper.ts";
import { checkDataDir, openStores } from "./stores/open-stores.ts";
import { purgeRegularly } from "./stores/purge-regularly.ts";
import { readOrMakeSecret } from "./stores/secret.ts";
import { stateKey } from "./stores/state-key.ts";
import type { Assistant } from "./teams/assistant.ts";
import { createTeamsBot } from "./teams/teams-bot.ts";
import { type Filters, toQuery } from "./trends/filters.ts";
import { createNoise } from "./trends/noise.ts";
import { leastCount } from "./trends/publish-period.ts";
import { createPublisher } from "./trends/publisher.ts";
import { createTrendsReader } from "./trends/read-trends.ts";
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
    contentVersion: () => assistant.content.version,
    ...(config.cosmos && {
      outboxLength: () => stores.sending?.outboxLength() ?? 0,
      flushAgeSeconds: () => stores.sending?.secondsSinceFlush(),
    }),
  });
  const log = withMetrics(ownLog, metrics);
  // Before the content, of which the check takes seconds.
  const secret = config.stateSecret ?? readOrMakeSecret(config.dataDir);
  checkDataDir(config.dataDir);
  const folders = foldersIn(config.contentDir);
  const keeper = createContentKeeper(config.dataDir, log);
  const check = (from: ContentFolders, signal?: AbortSignal) => checkApart(from, config.dataDir, signal);
  const live = await openLiveContent({ folders, check, keeper, log, print });

  const security = createSecurityLog({ dataDir: config.dataDir, days: config.securityLogDays, log });
  const { dataDir, cosmos, usageRetentionMonths: retentionMonths } = config;
  const stores = await openStores({
    dataDir,
    cosmos,
    log,
    countLeft: (state, leftAt) => toCounters(countsOfLeft(live.content, state), state.region, leftAt),
  });
  const stopPurging = await purgeRegularly({ ...stores, retentionMonths, log });

  const roles = rolesOf(config);
  const least = leastCount(config.trendsMinimum);
  const publisher = createPublisher({
    usage: stores.usage,
    publications: stores.publications,
    noise: createNoise(secret),
    least,
    firstKeptMonth: (now) => firstKeptMonth(now, retentionMonths),
  });
  const readTrends = createTrendsReader({
    publisher,
    store: stores.usage,
    leastCount: least,
    isDemo: config.bot === undefined,
    now: () => new Date(),
  });
  let address = "";
  const trendsUrl = (filters: Filters) =>
    config.teamsAppId ? tabUrl(config.teamsAppId, filters) : `${address}/trends?${toQuery(filters)}`;
  const options: AssistantOptions = {
    store: stores.state,
    region: config.region,
    maySeeTrends: (userId) => roleOf({ objectId: userId }, roles).trends,
    showTrends: async (current, filters) => trendsView(current, filters, await readTrends(current), trendsUrl(filters)),
  };
  let assistant = createAssistant(live.content, options);
  live.watch((content) => {
    assistant = createAssistant(content, options);
  });

  const bot = createTeamsBot({
    credentials: config.bot,
    security,
    ...(config.bot ? { turnsPerMinute: TURNS_PER_MINUTE } : {}),
    assistant: () => assistant,
    keyOf: (conversationId) => stateKey(secret, conversationId),
    log,
  });
  const server = createServer({
    log,
    messages: bot.process,
    ready: async () => ({ content: live.isRefused ? "previous" : "ok", store: await checkStore(stores.state) }),
    trends: {
      content: () => assistant.content,
      read: readTrends,
      checkAccess: config.bot && createAccessCheck({ ...config.bot, roles }),
      onRefused: (refusal) => security.record("access-refused", refusal),
    },
    security,
    metrics: { metrics, token: config.metricsToken },
    isTls: config.production,
    proxies: config.proxies,
    limits: { drainTimeoutMs: DRAIN_TIMEOUT_MS, ...(config.bot ? {} : { clientPerMinute: Number.POSITIVE_INFINITY }) },
  });

  return {
    async listen() {
      const { host, port } = await server.listen(config.port, config.host);
      log.info("listening", { host, port });
      security.record("started", {}, publicSettings(config));
      address = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
      return address;
    },
    async close() {
      const stopBy = Date.now() + STOP_WITHIN_MS;
      const [isDrained] = await Promise.all([server.close(), live.close()]);
      if (!isDrained) log.warn("stopped-early");
      await bot.settle(SETTLE_TIMEOUT_MS);
      stopPurging();
      await stores.close(Math.max(FLUSH_AT_LEAST_MS, stopBy - Date.now()));
    },
  };
}

/** Without credentials nobody can sign in, and only this machine reaches the bot: everything is open. */
function rolesOf({ bot, teamLeadIds, staffIds }: Config): RoleSettings {
  return { teamLeadIds, staffIds, open: bot === undefined };
}

/** Opens the tab Trends in Teams, where the page can see who asks for it (msteams-docs, deep links to a tab). */
function tabUrl(teamsAppId: string, filters: Filters): string {
  const context = JSON.stringify({ subEntityId: toQuery(filters).toString() });
  return `https://teams.microsoft.com/l/entity/${teamsAppId}/trends?context=${encodeURIComponent(context)}`;
}

export interface AssistantOptions {
  store: StateStore;
  /** The region of everybody, when it is set. */
  region?: string | undefined;
  maySeeTrends(userId: string | undefined): boolean;
  showTrends(content: Content, filters: Filters): Promise<TrendsView>;
}

/** The assistant with this content, which it reads now: the first turn does not wait for it. */
export function createAssistant(
  content: Content,
  { store, region, maySeeTrends, showTrends }: AssistantOptions,
): Assistant {
  const render = createRenderer(content);
  understandingOf(content);
  return {
    content,
    render: (view, userId) => render(view, userId === undefined ? {} : { userId }),
    dangerIn: (event) => dangerIn(content, event),
    forget: (key) => store.remove(key),
    takeTurn: ({ userId, ...turn }) =>
      takeTurn({
        ...turn,
        store,
        content,
        region,
        now: new Date(),
        newWalkId: randomUUID(),
        maySeeTrends: maySeeTrends(userId),
        showTrends: (filters) => showTrends(content, filters),
      }),
  };
}

async function checkStore(store: StateStore): Promise<PartStatus> {
  return store.read("readyz", new Date()).then(
    () => "ok",
    () => "fails",
  );
}

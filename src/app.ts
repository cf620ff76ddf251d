import { randomUUID } from "node:crypto";
import { type RoleSettings, roleOf } from "./access/roles.ts";
import type { Config } from "./config.ts";
import type { Content } from "./content/content.ts";
import { formatMistake, type Mistake } from "./content/mistake.ts";
import { foldersIn } from "./content/read-files.ts";
import { watchContent } from "./content/watch-content.ts";
import { dangerIn } from "./conversation/danger-in.ts";
import type { StateStore } from "./conversation/ports.ts";
import { takeTurn } from "./conversation/take-turn.ts";
import { trendsView } from "./conversation/trends-view.ts";
import { understandingOf } from "./conversation/understanding.ts";
import type { TrendsView } from "./conversation/view.ts";
import { AppError } from "./errors.ts";
import { createServer } from "./http/create-server.ts";
import type { Parts } from "./http/health.ts";
import { createAccessCheck } from "./http/sign-in/check-access.ts";
import type { Log } from "./log.ts";
import { createMetrics, withMetrics } from "./metrics.ts";
import { createRenderer } from "./render/render-card.ts";
import { createSecurityLog } from "./security-log.ts";
import { openStores } from "./stores/open-stores.ts";
import { purgeRegularly } from "./stores/purge-regularly.ts";
import { readOrMakeSecret } from "./stores/secret.ts";
import { stateKey } from "./stores/state-key.ts";
import type { Assistant } from "./teams/assistant.ts";
import { createTeamsBot } from "./teams/teams-bot.ts";
import { checkApart } from "./tools/check-content/check-apart.ts";
import type { CheckedContent } from "./tools/check-content/check-content.ts";
import { publicSettings } from "./tools/start/public-settings.ts";
import type { Filters } from "./usage/trends/filters.ts";
import { createTrendsReader } from "./usage/trends/read-trends.ts";

/** Hosts give a process some 10 seconds to stop: together for the turns that are going on, and for closing the stores. */
const STOP_WITHIN_MS = 9_000;
const DRAIN_TIMEOUT_MS = 7_000;
const FLUSH_TIMEOUT_MS = 8_000;
/** For cards that are still being sent when no turn is going on. */
const SETTLE_TIMEOUT_MS = 1_000;

/** Of one conversation: room for a fast reader whose old cards refresh themselves while scrolling. */
const TURNS_PER_MINUTE = 120;

type Print = (line: string) => void;

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
 * @throws AppError CONTENT_INVALID after printing all mistakes; SECRET_UNUSABLE; those of `openStores`
 */
export async function createApp(config: Config, ownLog: Log, print: Print = console.error): Promise<App> {
  const metrics = createMetrics({
    contentVersion: () => assistant.content.version,
    ...(config.cosmos && {
      outboxLength: () => stores.sending?.outboxLength() ?? 0,
      flushAgeSeconds: () => stores.sending?.secondsSinceFlush(),
    }),
  });
  const log = withMetrics(ownLog, metrics);
  const folders = foldersIn(config.contentDir);
  const check = () => checkApart(folders);
  const content = contentOf(await check(), print);
  log.info("content-loaded", { content: content.version });

  const security = createSecurityLog({ dataDir: config.dataDir, days: config.securityLogDays, log });
  const secret = config.stateSecret ?? readOrMakeSecret(config.dataDir);
  const { dataDir, cosmos, usageRetentionMonths: retentionMonths } = config;
  const stores = await openStores({ dataDir, cosmos, log });
  const stopPurging = await purgeRegularly({ ...stores, retentionMonths, log });

  const roles = rolesOf(config);
  const readTrends = createTrendsReader({
    store: stores.usage,
    minimum: config.trendsMinimum,
    isDemo: config.bot === undefined,
    now: () => new Date(),
  });
  let address = "";
  const trendsUrl = () => (config.teamsAppId ? tabUrl(config.teamsAppId) : `${address}/trends`);
  const options: AssistantOptions = {
    store: stores.state,
    maySeeTrends: (userId) => roleOf({ objectId: userId }, roles).trends,
    showTrends: async (current, filters) => trendsView(current, await readTrends(current, filters), trendsUrl()),
  };
  let assistant = createAssistant(content, options);
  const watcher = await watchContent({
    folders,
    check,
    onContent(next) {
      assistant = createAssistant(next, options);
      log.info("content-loaded", { content: next.version });
      print(`Inhoud bijgewerkt (versie ${next.version}).`);
    },
    onMistakes(mistakes) {
      log.warn("content-refused", { count: mistakes.length });
      print("De gewijzigde inhoud klopt niet. De bot werkt door met de vorige.");
      printMistakes(mistakes, print);
    },
    onError: (error) => log.error("content-refused", { error }),
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
    ready: () => checkParts(stores.state),
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
      await watcher.close();
      if (!(await server.close())) log.warn("stopped-early");
      await bot.settle(SETTLE_TIMEOUT_MS);
      stopPurging();
      await stores.close(Math.min(FLUSH_TIMEOUT_MS, stopBy - Date.now()));
    },
  };
}

function contentOf({ content, mistakes }: CheckedContent, print: Print): Content {
  if (content) return content;
  printMistakes(mistakes, print);
  throw new AppError(
    "CONTENT_INVALID",
    `De inhoud heeft ${mistakes.length === 1 ? "een fout" : `${mistakes.length} fouten`}.`,
    "Verbeter wat hierboven staat en start opnieuw. Controleren kan ook met: npm run check:content",
  );
}

function printMistakes(mistakes: readonly Mistake[], print: Print): void {
  for (const mistake of mistakes) print(formatMistake(mistake));
}

/** Without credentials nobody can sign in, and only this machine reaches the bot: everything is open. */
function rolesOf({ bot, teamLeadIds, staffIds }: Config): RoleSettings {
  return { teamLeadIds, staffIds, open: bot === undefined };
}

/** Opens the tab Trends in Teams, where the page can see who asks for it (msteams-docs, deep links to a tab). */
function tabUrl(teamsAppId: string): string {
  return `https://teams.microsoft.com/l/entity/${teamsAppId}/trends`;
}

export interface AssistantOptions {
  store: StateStore;
  maySeeTrends(userId: string | undefined): boolean;
  showTrends(content: Content, filters: Filters): Promise<TrendsView>;
}

/** The assistant with this content, which it reads now: the first turn does not wait for it. */
export function createAssistant(content: Content, { store, maySeeTrends, showTrends }: AssistantOptions): Assistant {
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
        now: new Date(),
        newWalkId: randomUUID(),
        maySeeTrends: maySeeTrends(userId),
        showTrends: (filters) => showTrends(content, filters),
      }),
  };
}

async function checkParts(store: StateStore): Promise<Parts> {
  const canRead = await store.read("readyz", new Date()).then(
    () => true,
    () => false,
  );
  return { content: "ok", store: canRead ? "ok" : "fails" };
}

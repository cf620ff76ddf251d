import { join, resolve } from "node:path";
import { z } from "zod";
import { AppError } from "./errors.ts";
import { isLoopback } from "./is-loopback.ts";
import { LOG_LEVELS, type LogLevel } from "./log.ts";

/** How the bot proves to Microsoft who it is, and whom it serves. Ids and hosts are in lower case. */
export type BotCredentials = {
  appId: string;
  tenantId: string;
  /** The tenants whose people may use the bot; its own is among them. */
  tenants: readonly string[];
  /** Hosts besides those of the public cloud where Teams may be, as `host` or `host:port`. */
  serviceHosts: readonly string[];
} & ({ appType: "SingleTenant"; appPassword: string } | { appType: "UserAssignedMSI" });

export interface Config {
  /** 0 lets the system choose a free port. */
  port: number;
  host: string;
  logLevel: LogLevel;
  /** Absolute path of the folder with the database and the secret. */
  dataDir: string;
  /** Absolute path of the folder that holds `dialogs/` and `cards/`. */
  contentDir: string;
  /** What is said comes from the versions that staff publish; else from the files in `contentDir`, as they are saved. */
  contentStore: boolean;
  /** Nobody publishes without a second person. */
  contentApproval: boolean;
  /** Leave the local chat client away. */
  noChat: boolean;
  production: boolean;
  /** The app as Teams knows it, for links to its tabs: an app of an organisation can have an id of its own there. */
  teamsAppId?: string;
  /** Absent: requests are not authenticated. That is allowed on this machine only. */
  bot?: BotCredentials;
  /** Key of the HMAC that hides conversation ids. Absent: one is made in the data folder. */
  stateSecret?: string;
  /** Absent: everything is kept in the data folder. Without a key a managed identity is used. */
  cosmos?: { endpoint: string; key?: string; database: string };
  /** How many whole months of usage counters are kept, next to the running one. */
  usageRetentionMonths: number;
  /** What a reader of `/metrics` must send as a bearer token. Absent: only this machine may read them. */
  metricsToken?: string;
  /** Proxies of our own between the caller and the bot, each of which adds to `X-Forwarded-For`. */
  proxies: number;
  /** The proxy through which this machine reaches others, and whether Node was told to use it. */
  outgoingProxy?: { host: string; isUsed: boolean };
  /** Days after which a line of the security log is deleted. */
  securityLogDays: number;
  /** Object ids of people in Entra ID, in lower case. */
  teamLeadIds: readonly string[];
  staffIds: readonly string[];
  /** Least count that the trends show. */
  trendsMinimum: number;
  /** Id of the region of everybody; absent: each worker is asked once. */
  region: string | undefined;
}

const PROJECT = resolve(import.meta.dirname, "..");

const PORT = "dat is geen heel getal van 0 tot en met 65535";
const GUID = "dat is geen id in de vorm 00000000-0000-0000-0000-000000000000";
const SECRET_ID = "dat is het id van het geheim; neem de waarde (Value) die ernaast stond toen het gemaakt werd";
const MULTI_TENANT =
  "kies SingleTenant of UserAssignedMSI; MultiTenant kan niet meer, Microsoft weigert die sinds 31 juli 2025";
const MAKE_SECRET = "maak er een met: node -p \"crypto.randomBytes(32).toString('base64url')\"";
const UNRESOLVED =
  "de verwijzing naar Key Vault is niet opgelost; kijk in Azure bij de app, onder Environment variables, wat erachter " +
  "staat, en of het geheim in de kluis staat en de identiteit van de app het mag lezen";

const COSMOS_ENDPOINT = "dat is geen adres in de vorm https://naam.documents.azure.com:443/";
const COSMOS_KEY = "dat is geen sleutel; neem de Primary Key, niet de connection string";
const MONTHS = "dat is geen heel getal van 1 tot en met 120";
const IDS = "dat zijn geen ids in de vorm 00000000-0000-0000-0000-000000000000 met komma's ertussen";
const HOSTS = "noem alleen namen, zoals teams.voorbeeld.nl, met komma's ertussen en zonder https://";
const PROXIES = "dat is geen heel getal van 0 tot en met 9; achter een App Service of een enkele proxy is het 1";
const PROXY = "dat is geen adres in de vorm http://proxy.voorbeeld.nl:8080";
const DAYS = "dat is geen heel aantal dagen van 1 tot en met 3650";
/** What only a shell fills in, and a file with settings does not: it would become a folder of that name. */
const EXPANDED = /^(?!~|\$|%)/;
const NOT_EXPANDED =
  "schrijf de hele map uit, zoals /home/bot/data; ~, $HOME en %USERPROFILE% worden hier niet ingevuld";
const HOST = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9-]+)*(:\d{1,5})?$/;
const REGION = "dat is geen id van een regio, zoals alkmaar; de ids staan in dialogs/regions/";
const MINIMUM = "dat is geen heel getal van 10 tot en met 1000; onder de 10 zijn mensen te herkennen";

const environmentSchema = z.object({
  PORT: z.coerce.number(PORT).int(PORT).min(0, PORT).max(65_535, PORT).default(3978),
  HOST: z.string().default("127.0.0.1"),
  LOG_LEVEL: z.enum(LOG_LEVELS, `kies uit ${LOG_LEVELS.join(", ")}`).default("info"),
  DATA_DIR: z.string().regex(EXPANDED, NOT_EXPANDED).default(join(PROJECT, ".data")),
  CONTENT_DIR: z.string().regex(EXPANDED, NOT_EXPANDED).default(PROJECT),
  CONTENT_STORE: z.enum(["on", "off"], "kies on of off").optional(),
  CONTENT_APPROVAL: z.enum(["one", "two"], "kies one of two").default("one"),
  NO_CHAT: z.stringbool("kies 1 of 0").default(false),
  NODE_ENV: z.string().optional(),
  MicrosoftAppId: z.guid(GUID).toLowerCase().optional(),
  MicrosoftAppType: z.enum(["SingleTenant", "UserAssignedMSI"], MULTI_TENANT).optional(),
  MicrosoftAppTenantId: z.guid(GUID).toLowerCase().optional(),
  MicrosoftAppPassword: z
    .string()
    .refine((value) => !z.guid().safeParse(value).success, SECRET_ID)
    .optional(),
  STATE_SECRET: z.string().min(32, `dat is korter dan 32 tekens; ${MAKE_SECRET}`).optional(),
  COSMOS_ENDPOINT: z.url({ protocol: /^https$/, error: COSMOS_ENDPOINT }).optional(),
  COSMOS_KEY: z.base64(COSMOS_KEY).optional(),
  COSMOS_DATABASE: z
    .string()
    .regex(/^[^/\\#?]{1,255}$/, "dat mag geen / \\ # of ? bevatten")
    .default("wijkteam"),
  USAGE_RETENTION_MONTHS: z.coerce.number(MONTHS).int(MONTHS).min(1, MONTHS).max(120, MONTHS).default(24),
  TEAMS_APP_ID: z.guid(GUID).toLowerCase().optional(),
  ALLOWED_TENANTS: commaList(z.guid(IDS)),
  SERVICE_HOSTS: commaList(z.string().regex(HOST, HOSTS)),
  METRICS_TOKEN: z.string().min(32, `dat is korter dan 32 tekens; ${MAKE_SECRET}`).optional(),
  PROXIES: z.coerce.number(PROXIES).int(PROXIES).min(0, PROXIES).max(9, PROXIES).default(0),
  HTTPS_PROXY: z.url({ protocol: /^https?$/, error: PROXY }).optional(),
  SECURITY_LOG_DAYS: z.coerce.number(DAYS).int(DAYS).min(1, DAYS).max(3650, DAYS).default(180),
  TEAM_LEAD_IDS: commaList(z.guid(IDS)),
  STAFF_IDS: commaList(z.guid(IDS)),
  REGION: z
    .string()
    .regex(/^[a-z0-9-]{1,64}$/, REGION)
    .optional(),
  TRENDS_MINIMUM: z.coerce.number(MINIMUM).int(MINIMUM).min(10, MINIMUM).max(1000, MINIMUM).default(10),
});
type Environment = z.infer<typeof environmentSchema>;

/** The names of all variables that are read, for the templates that set them. */
export const VARIABLES: readonly string[] = Object.keys(environmentSchema.shape);

/** What a variable is that can be missing, and where to get it. */
const EXPLAINED = {
  MicrosoftAppId: "het id van de bot; te vinden in Azure bij de bot, onder Configuration (Microsoft App ID)",
  MicrosoftAppType: "SingleTenant of UserAssignedMSI; te vinden in Azure bij de bot, onder Configuration (Bot Type)",
  MicrosoftAppTenantId: "het id van de tenant; te vinden in Azure bij de bot, onder Configuration (App Tenant ID)",
  MicrosoftAppPassword: "het geheim van de bot; te maken in Microsoft Entra bij de app, onder Certificates & secrets",
  COSMOS_ENDPOINT: "het adres van het Cosmos DB-account; te vinden in Azure bij het account, onder Overview (URI)",
  STATE_SECRET: `een eigen geheim dat de sleutels van gesprekken onherleidbaar maakt; ${MAKE_SECRET}`,
};
type Explained = keyof typeof EXPLAINED;
const BOT_VARIABLES = ["MicrosoftAppId", "MicrosoftAppType", "MicrosoftAppTenantId", "MicrosoftAppPassword"] as const;

/**
 * Reads the settings from environment variables; an empty variable counts as absent.
 * @param env a stand-in for `process.env`, for tests
 * @throws AppError `CONFIG_INVALID`, with a line for each variable that is missing or wrong
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
  // Node takes both spellings, and this one first.
  if (given.https_proxy) given.HTTPS_PROXY = given.https_proxy;
  const parsed = environmentSchema.safeParse(given);
  const mistakes = [
    ...(parsed.error?.issues ?? []).map(({ path, message }) => `${String(path[0])}: ${message}.`),
    ...findMissing(given).map((name) => `${name} ontbreekt: ${EXPLAINED[name]}.`),
    ...findUnguarded(given),
    ...findUnresolved(given),
  ];
  if (!parsed.success || mistakes.length > 0) {
    const fix = "Zet deze omgevingsvariabelen goed en start opnieuw.";
    throw new AppError("CONFIG_INVALID", `De instellingen kloppen niet:\n- ${mistakes.join("\n- ")}`, fix);
  }
  return toConfig(parsed.data);
}

/** The settings of a start as words for the security log. Of a secret it only says that it is there. */
export function publicSettings(config: Config): Record<string, string> {
  const { bot } = config;
  return {
    production: String(config.production),
    listens: `${config.host}:${config.port}`,
    appId: bot?.appId ?? "none",
    appType: bot?.appType ?? "none",
    tenants: bot?.tenants.join(",") ?? "any",
    serviceHosts: bot?.serviceHosts.join(",") || "default",
    proxies: String(config.proxies),
    stateSecret: config.stateSecret === undefined ? "own-file" : "configured",
    contentStore: config.contentStore ? "on" : "off",
    contentApproval: config.contentApproval ? "two" : "one",
    metrics: config.metricsToken === undefined ? "this-machine" : "token",
    securityLogDays: String(config.securityLogDays),
  };
}

/** Half a set of credentials, or half of Cosmos DB, is a mistake everywhere; in production credentials are needed. */
function findMissing(given: Record<string, string>): Explained[] {
  const needed: Explained[] = [];
  if (isProduction(given) || BOT_VARIABLES.some((name) => given[name] !== undefined)) {
    needed.push("MicrosoftAppId", "MicrosoftAppType", "MicrosoftAppTenantId");
    if (given.MicrosoftAppType !== "UserAssignedMSI") needed.push("MicrosoftAppPassword");
  }
  if (isProduction(given)) needed.push("STATE_SECRET");
  if (given.COSMOS_KEY !== undefined || given.COSMOS_DATABASE !== undefined) needed.push("COSMOS_ENDPOINT");
  return needed.filter((name) => given[name] === undefined);
}

/** Without an app id nobody is authenticated, so then only this machine may reach the bot. */
function findUnguarded(given: Record<string, string>): string[] {
  const host = given.HOST;
  if (host === undefined || given.MicrosoftAppId !== undefined || isLoopback(host)) return [];
  return [`HOST: ${host} is van buiten te bereiken, en zonder MicrosoftAppId dus voor iedereen; laat HOST weg.`];
}

/** App Service hands over the reference itself when it cannot read the vault: then everyone would know the secret. */
function findUnresolved(given: Record<string, string>): string[] {
  const unresolved = Object.keys(given).filter((name) => given[name]?.startsWith("@Microsoft.KeyVault("));
  return unresolved.map((name) => `${name}: ${UNRESOLVED}.`);
}

function isProduction(given: Record<string, string>): boolean {
  return given.NODE_ENV === "production";
}

function toConfig(env: Environment): Config {
  const bot = toCredentials(env);
  return {
    port: env.PORT,
    host: env.HOST,
    logLevel: env.LOG_LEVEL,
    dataDir: resolve(env.DATA_DIR),
    contentDir: resolve(env.CONTENT_DIR),
    contentStore: (env.CONTENT_STORE ?? (env.NODE_ENV === "production" ? "on" : "off")) === "on",
    contentApproval: env.CONTENT_APPROVAL === "two",
    noChat: env.NO_CHAT,
    production: env.NODE_ENV === "production",
    ...(bot === undefined ? {} : { bot, teamsAppId: env.TEAMS_APP_ID ?? bot.appId }),
    ...(env.STATE_SECRET === undefined ? {} : { stateSecret: env.STATE_SECRET }),
    ...(env.COSMOS_ENDPOINT === undefined ? {} : { cosmos: toCosmos(env.COSMOS_ENDPOINT, env) }),
    usageRetentionMonths: env.USAGE_RETENTION_MONTHS,
    ...(env.METRICS_TOKEN === undefined ? {} : { metricsToken: env.METRICS_TOKEN }),
    proxies: env.PROXIES,
    ...(env.HTTPS_PROXY === undefined ? {} : { outgoingProxy: toOutgoingProxy(env.HTTPS_PROXY) }),
    securityLogDays: env.SECURITY_LOG_DAYS,
    teamLeadIds: env.TEAM_LEAD_IDS,
    staffIds: env.STAFF_IDS,
    trendsMinimum: env.TRENDS_MINIMUM,
    region: env.REGION,
  };
}

function toCosmos(endpoint: string, { COSMOS_KEY: key, COSMOS_DATABASE: database }: Environment) {
  return { endpoint, database, ...(key === undefined ? {} : { key }) };
}

/** In the address may stand a password. Node looks at its own setting once, when it starts. */
function toOutgoingProxy(url: string): NonNullable<Config["outgoingProxy"]> {
  const isUsed = process.env.NODE_USE_ENV_PROXY === "1" || process.execArgv.includes("--use-env-proxy");
  return { host: new URL(url).host, isUsed };
}

function toCredentials(env: Environment): BotCredentials | undefined {
  const { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId, MicrosoftAppPassword: appPassword } = env;
  if (appId === undefined || tenantId === undefined) return undefined;
  const tenants = [...new Set([tenantId, ...env.ALLOWED_TENANTS])];
  const bot = { appId, tenantId, tenants, serviceHosts: env.SERVICE_HOSTS };
  if (env.MicrosoftAppType === "UserAssignedMSI") return { ...bot, appType: "UserAssignedMSI" };
  return appPassword === undefined ? undefined : { ...bot, appType: "SingleTenant", appPassword };
}

/** Values with commas between them, in lower case; absent is none. */
function commaList<Item extends z.ZodType<string, string>>(item: Item) {
  return z
    .string()
    .default("")
    .transform((value) =>
      value
        .split(",")
        .map((part) => part.trim().toLowerCase())
        .filter((part) => part !== ""),
    )
    .pipe(z.array(item));
}

import { isAbsolute } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { readConfig } from "../src/config.ts";
import { AppError } from "../src/errors.ts";

const GUID = "11111111-2222-3333-4444-555555555555";
const OTHER = "aaaaaaaa-2222-3333-4444-555555555555";
const PASSWORD = "geheim~van~de~bot";
const ENDPOINT = "https://bot.documents.azure.com:443/";
const KEY = "c2xldXRlbCB2b29yIGRlIHRlc3Q=";
const STATE_SECRET = "s".repeat(32);

const BOT = {
  MicrosoftAppId: GUID,
  MicrosoftAppType: "SingleTenant",
  MicrosoftAppTenantId: GUID,
  MicrosoftAppPassword: PASSWORD,
};
/** Without further settings only the tenant of the bot is served, in the public cloud. */
const SERVED = { tenants: [GUID], serviceHosts: [] };
const TOKEN = "t".repeat(32);
const PRODUCTION = { NODE_ENV: "production", STATE_SECRET, ...BOT };

/** The error that these variables give. */
function refusalOf(env: Record<string, string>): AppError {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error("these variables were not refused");
}

/** The variables that the error names, one per line. */
function namedIn({ message }: AppError): string[] {
  return [...message.matchAll(/^- (\w+)/gm)].map(([, name]) => String(name)).sort();
}

test("with nothing configured the bot runs on this machine only, without credentials", () => {
  const config = readConfig({});
  expect(config).toMatchObject({ port: 3978, host: "127.0.0.1", logLevel: "info", noChat: false, production: false });
  expect(config).not.toHaveProperty("bot");
  expect(config).not.toHaveProperty("stateSecret");
  expect(isAbsolute(config.dataDir) && isAbsolute(config.contentDir)).toBe(true);
});

test("content comes from the files for who tries the bot out, and from what is published in production", () => {
  expect(readConfig({})).toMatchObject({ contentStore: false, contentApproval: false });
  expect(readConfig(PRODUCTION)).toMatchObject({ contentStore: true, contentApproval: false });
  expect(readConfig({ CONTENT_STORE: "on" }).contentStore).toBe(true);
});

test("without a stand-in the variables of the process are read", () => {
  expect(readConfig().production).toBe(process.env.NODE_ENV === "production");
});

test.each(["~/x", "~", "$HOME/x", "%USERPROFILE%\\x"])(
  "the folder %s, which no shell filled in, is refused",
  (folder) => {
    for (const name of ["DATA_DIR", "CONTENT_DIR"]) {
      const refusal = refusalOf({ [name]: folder });
      expect(namedIn(refusal)).toEqual([name]);
      expect(refusal.message).toContain("schrijf de hele map uit");
    }
  },
);

test("every variable is taken over", () => {
  const env = { PORT: "8080", HOST: "0.0.0.0", LOG_LEVEL: "warn", DATA_DIR: "/d", CONTENT_DIR: "/c", NO_CHAT: "1" };
  const cosmos = { COSMOS_ENDPOINT: ENDPOINT, COSMOS_KEY: KEY, COSMOS_DATABASE: "bot", USAGE_RETENTION_MONTHS: "36" };
  const access = { PROXIES: "1", SECURITY_LOG_DAYS: "90", METRICS_TOKEN: TOKEN };
  const teams = { TEAMS_APP_ID: OTHER.toUpperCase(), CONTENT_STORE: "off", CONTENT_APPROVAL: "two" };
  const trends = { TEAM_LEAD_IDS: GUID, STAFF_IDS: `${GUID}, ${OTHER.toUpperCase()}`, TRENDS_MINIMUM: "20" };
  expect(readConfig({ ...env, ...access, ...teams, ...trends, ...cosmos, ...PRODUCTION })).toEqual({
    port: 8080,
    host: "0.0.0.0",
    logLevel: "warn",
    dataDir: "/d",
    contentDir: "/c",
    noChat: true,
    contentStore: false,
    contentApproval: true,
    production: true,
    bot: { ...SERVED, appId: GUID, appType: "SingleTenant", tenantId: GUID, appPassword: PASSWORD },
    teamsAppId: OTHER,
    stateSecret: STATE_SECRET,
    cosmos: { endpoint: ENDPOINT, key: KEY, database: "bot" },
    usageRetentionMonths: 36,
    metricsToken: TOKEN,
    proxies: 1,
    securityLogDays: 90,
    teamLeadIds: [GUID],
    staffIds: [GUID, OTHER],
    trendsMinimum: 20,
  });
});

test("the app in Teams has the id of the bot, unless another is given", () => {
  expect(readConfig(PRODUCTION).teamsAppId).toBe(GUID);
  expect(readConfig({}).teamsAppId).toBeUndefined();
});

test("Cosmos DB needs no key, and has a database of its own unless another is named", () => {
  expect(readConfig({ COSMOS_ENDPOINT: ENDPOINT }).cosmos).toEqual({ endpoint: ENDPOINT, database: "wijkteam" });
});

test("counters are kept for two years, unless another time is chosen", () => {
  expect(readConfig({}).usageRetentionMonths).toBe(24);
});

test("trends show nothing below ten, unless another minimum is chosen", () => {
  expect(readConfig({}).trendsMinimum).toBe(10);
});

test("an empty variable counts as absent, and spaces around a value do not count", () => {
  expect(readConfig({ PORT: "", HOST: "  ", STATE_SECRET: "", LOG_LEVEL: " debug " })).toEqual({
    ...readConfig({}),
    logLevel: "debug",
  });
});

test("a managed identity needs no password", () => {
  const { MicrosoftAppPassword: _, ...rest } = PRODUCTION;
  expect(readConfig({ ...rest, MicrosoftAppType: "UserAssignedMSI" }).bot).toEqual({
    ...SERVED,
    appId: GUID,
    appType: "UserAssignedMSI",
    tenantId: GUID,
  });
});

test("more tenants and other clouds are lists with commas, in any case", () => {
  const other = "AAAAAAAA-2222-3333-4444-555555555555";
  const lists = { ALLOWED_TENANTS: `${other}, ${GUID},`, SERVICE_HOSTS: " Teams.Voorbeeld.nl,localhost:8443 " };
  expect(readConfig({ ...PRODUCTION, ...lists }).bot).toMatchObject({
    tenants: [GUID, other.toLowerCase()],
    serviceHosts: ["teams.voorbeeld.nl", "localhost:8443"],
  });
});

test("ids may be in capitals, although tokens hold them in lower case", () => {
  const id = "aaaaaaaa-2222-3333-4444-555555555555";
  const capitals = { MicrosoftAppId: id.toUpperCase(), MicrosoftAppTenantId: id.toUpperCase() };
  expect(readConfig({ ...PRODUCTION, ...capitals }).bot).toMatchObject({ appId: id, tenantId: id, tenants: [id] });
});

describe("in production", () => {
  test("all that is missing is named at once, with a code and a fix", () => {
    const error = refusalOf({ NODE_ENV: "production" });
    expect(error.code).toBe("CONFIG_INVALID");
    expect(error.fix).not.toBe("");
    expect(namedIn(error)).toEqual([...Object.keys(BOT), "STATE_SECRET"].sort());
  });

  test.each(Object.keys(PRODUCTION).filter((name) => name !== "NODE_ENV"))("%s is needed", (name) => {
    expect(namedIn(refusalOf({ ...PRODUCTION, [name]: "" }))).toEqual([name]);
  });

  test("what is missing is named together with what is wrong", () => {
    const error = refusalOf({ ...PRODUCTION, MicrosoftAppId: "", PORT: "abc" });
    expect(namedIn(error)).toEqual(["MicrosoftAppId", "PORT"]);
  });
});

describe("refused everywhere is", () => {
  test.each([
    ["a port that is no number", { PORT: "abc" }, "PORT"],
    ["a port that is no whole number", { PORT: "1.5" }, "PORT"],
    ["a port that does not exist", { PORT: "65536" }, "PORT"],
    ["a URL instead of a host", { HOST: "http://localhost" }, "HOST"],
    ["an unknown log level", { LOG_LEVEL: "loud" }, "LOG_LEVEL"],
    ["an unclear switch", { NO_CHAT: "misschien" }, "NO_CHAT"],
    ["a short secret", { STATE_SECRET: "s".repeat(31) }, "STATE_SECRET"],
    ["an app id that is no id", { ...BOT, MicrosoftAppId: "wijkteam" }, "MicrosoftAppId"],
    ["a tenant that is no id", { ...BOT, MicrosoftAppTenantId: "voorbeeld.nl" }, "MicrosoftAppTenantId"],
    ["a multi-tenant bot", { ...BOT, MicrosoftAppType: "MultiTenant" }, "MicrosoftAppType"],
    ["the id of the password instead of its value", { ...BOT, MicrosoftAppPassword: GUID }, "MicrosoftAppPassword"],
    ["a tenant in a list that is no id", { ...BOT, ALLOWED_TENANTS: `${GUID},*` }, "ALLOWED_TENANTS"],
    ["a URL among the hosts", { ...BOT, SERVICE_HOSTS: "https://teams.voorbeeld.nl" }, "SERVICE_HOSTS"],
    ["a wildcard among the hosts", { ...BOT, SERVICE_HOSTS: "*.voorbeeld.nl" }, "SERVICE_HOSTS"],
    ["a team lead by name", { TEAM_LEAD_IDS: "jan@voorbeeld.nl" }, "TEAM_LEAD_IDS"],
    ["a content store that is neither on nor off", { CONTENT_STORE: "yes" }, "CONTENT_STORE"],
    ["a third person for a publication", { CONTENT_APPROVAL: "three" }, "CONTENT_APPROVAL"],
    ["a staff member by name", { STAFF_IDS: `${GUID},jan` }, "STAFF_IDS"],
    ["a minimum at which people can be recognised", { TRENDS_MINIMUM: "9" }, "TRENDS_MINIMUM"],
    ["a short metrics token", { METRICS_TOKEN: "t".repeat(31) }, "METRICS_TOKEN"],
    ["a number of proxies that is none", { PROXIES: "-1" }, "PROXIES"],
    ["a security log of no days", { SECURITY_LOG_DAYS: "0" }, "SECURITY_LOG_DAYS"],
    ["a bot without a tenant", { ...BOT, MicrosoftAppTenantId: "" }, "MicrosoftAppTenantId"],
    ["a key of Cosmos DB without an address", { COSMOS_KEY: KEY }, "COSMOS_ENDPOINT"],
    ["a database of Cosmos DB without an address", { COSMOS_DATABASE: "bot" }, "COSMOS_ENDPOINT"],
    ["an address of Cosmos DB without https", { COSMOS_ENDPOINT: "http://bot.nl" }, "COSMOS_ENDPOINT"],
    ["a name instead of an address", { COSMOS_ENDPOINT: "bot.documents.azure.com" }, "COSMOS_ENDPOINT"],
    [
      "a connection string instead of a key",
      { COSMOS_ENDPOINT: ENDPOINT, COSMOS_KEY: `AccountEndpoint=${ENDPOINT};AccountKey=${KEY};` },
      "COSMOS_KEY",
    ],
    ["a database that cannot exist", { COSMOS_ENDPOINT: ENDPOINT, COSMOS_DATABASE: "a/b" }, "COSMOS_DATABASE"],
    ["counters that are not kept for a month", { USAGE_RETENTION_MONTHS: "0" }, "USAGE_RETENTION_MONTHS"],
    ["counters that are kept for ever", { USAGE_RETENTION_MONTHS: "altijd" }, "USAGE_RETENTION_MONTHS"],
    ["a password without an app id", { ...BOT, MicrosoftAppId: "" }, "MicrosoftAppId"],
  ])("%s", (_what, env, name) => {
    expect(namedIn(refusalOf(env))).toEqual([name]);
  });
});

test("a reference to Key Vault that was not resolved is no secret", () => {
  const reference = "@Microsoft.KeyVault(SecretUri=https://kluis.vault.azure.net/secrets/state-secret)";
  expect(namedIn(refusalOf({ ...PRODUCTION, STATE_SECRET: reference }))).toEqual(["STATE_SECRET"]);
  expect(namedIn(refusalOf({ ...PRODUCTION, MicrosoftAppPassword: reference }))).toEqual(["MicrosoftAppPassword"]);
});

test("a secret is not repeated in the error", () => {
  const { message, fix } = refusalOf({ ...BOT, MicrosoftAppId: "", STATE_SECRET: "te-kort-geheim", COSMOS_KEY: KEY });
  expect(message + fix).not.toContain("te-kort-geheim");
  expect(message + fix).not.toContain(KEY);
  expect(message + fix).not.toContain(PASSWORD);
});

describe("without an app id", () => {
  test.each(["localhost", "127.0.0.1", "127.1.2.3", "::1"])("%s may be listened on", (host) => {
    expect(readConfig({ HOST: host }).host).toBe(host);
  });

  test.each(["0.0.0.0", "::", "192.168.1.2", "127.voorbeeld.nl", "bot.voorbeeld.nl"])("%s may not", (host) => {
    expect(namedIn(refusalOf({ HOST: host }))).toEqual(["HOST"]);
  });
});

import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { readConfig, VARIABLES } from "../../src/config.ts";
import { STATE_TTL_HOURS } from "../../src/conversation/state.ts";
import { all, propertiesOf, readBicep } from "./support/bicep.ts";

/** Read by App Service, by @azure/identity and by Node, not by us. */
const PLATFORM = [
  "WEBSITE_RUN_FROM_PACKAGE",
  "SCM_DO_BUILD_DURING_DEPLOYMENT",
  "WEBSITES_CONTAINER_STOP_TIME_LIMIT",
  "AZURE_CLIENT_ID",
  "NODE_USE_ENV_PROXY",
];

/** App Service chooses the port, the content is in the package, the account takes no keys, and a proxy is rare. */
const NOT_IN_AZURE = ["PORT", "CONTENT_DIR", "NO_CHAT", "COSMOS_KEY", "HTTPS_PROXY"];

const app = readBicep("modules/app.bicep");
const settings = app.declarations.find(({ name }) => name === "settings");
if (!settings) throw new Error("app.bicep has no variable settings");

/** Setting -> the expression that gives its value. */
const values = new Map(
  all(settings.node)
    .filter(({ type }) => type === "object")
    .flatMap((object) => [...propertiesOf(object)])
    .map(([name, node]) => [name, node.text]),
);

/** The settings that the bot says it misses in production, given these. */
function missing(given: Record<string, string>): string[] {
  try {
    readConfig({ NODE_ENV: "production", ...given });
    return [];
  } catch (error) {
    return [...String(error).matchAll(/^- (\w+) ontbreekt/gm)].map(([, name]) => String(name));
  }
}

describe("the settings that the template gives the bot", () => {
  test.each(["SingleTenant", "UserAssignedMSI"])("are all that production asks for with %s", (MicrosoftAppType) => {
    const asked = missing({ MicrosoftAppType });
    expect(asked).toContain("STATE_SECRET");
    expect([...values.keys()]).toEqual(expect.arrayContaining([...asked, "MicrosoftAppType", "NODE_ENV", "HOST"]));
  });

  test("are all that the bot reads there", () => {
    expect(VARIABLES.filter((name) => !values.has(name))).toEqual(NOT_IN_AZURE);
  });

  test("are known to the bot or to Azure", () => {
    const known = [...VARIABLES, ...PLATFORM];
    expect([...values.keys()].filter((name) => !known.includes(name))).toEqual([]);
  });

  test("make it production, reachable from outside, on a local disk", () => {
    expect(values.get("NODE_ENV")).toBe("'production'");
    expect(values.get("HOST")).toBe("'0.0.0.0'");
    expect(values.get("DATA_DIR")).not.toContain("/home");
  });

  test("hold no secret, only where the vault has it", () => {
    for (const name of ["STATE_SECRET", "MicrosoftAppPassword", "METRICS_TOKEN"]) {
      expect(values.get(name)).toMatch(/^'@Microsoft\.KeyVault\(SecretUri=\$\{vaultUri\}secrets\/[a-z-]+\)'$/);
    }
  });

  test("point to secrets that the vault module makes", () => {
    const vault = readBicep("modules/vault.bicep").root.text;
    for (const [, secret] of [...values.values()].join("\n").matchAll(/secrets\/([a-z-]+)/g)) {
      expect(vault).toContain(`name: '${secret}'`);
    }
  });
});

describe("Cosmos DB", () => {
  const { declarations, root } = readBicep("modules/cosmos.bicep");
  const textOf = (name: string) => declarations.find((declaration) => declaration.name === name)?.node.text ?? "";

  test("takes no keys, and little more than the identity of the bot", () => {
    expect(textOf("account")).toContain("disableLocalAuth: true");
    expect(declarations.filter(({ node }) => node.text.includes("sqlRoleAssignments"))).toHaveLength(1);
    expect(root.text).toContain("scope: '${account.id}/dbs/${database.name}'");
  });

  test("forgets a conversation after as long as the code does", () => {
    expect(textOf("state")).toContain(`defaultTtl: ${STATE_TTL_HOURS * 3600}\n`);
    expect(textOf("state")).toContain("paths: ['/id']");
  });
});

test("the alerts look for events that the bot writes", () => {
  const log = readFileSync(new URL("../../src/log.ts", import.meta.url), "utf8");
  const events = [...readBicep("modules/alerts.bicep").root.text.matchAll(/"([a-z]+-[a-z]+)"/g)].map(
    ([, event]) => event,
  );
  expect(events.length).toBeGreaterThan(3);
  for (const event of events) expect(log).toContain(`"${event}"`);
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { TeamsChat } from "./support/activities.ts";
import { APP_ID, SERVICE_URL, TENANT } from "./support/bot-credentials.ts";
import { endAll, runScript, startMain } from "./support/main-process.ts";
import { postActivity } from "./support/running-app.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const SECRETS = {
  MicrosoftAppPassword: "marked-app-password-Zqxjkv",
  STATE_SECRET: "marked-state-secret-Zqxjkv-0123456789",
  METRICS_TOKEN: "marked-metrics-token-Zqxjkv-0123456789",
};
const data = temporaryFolder();
const PRODUCTION = {
  NODE_ENV: "production",
  LOG_LEVEL: "trace",
  DATA_DIR: data.folder,
  MicrosoftAppId: APP_ID,
  MicrosoftAppType: "SingleTenant",
  MicrosoftAppTenantId: TENANT,
  ...SECRETS,
};

afterAll(() => {
  endAll();
  data.remove();
});

/** What stands in the files of the data folder of which the name starts so. */
function filesOf(start = ""): string[] {
  const names = readdirSync(data.folder).filter((name) => name.startsWith(start));
  return names.map((name) => readFileSync(join(data.folder, name), "latin1"));
}

function expectNoSecret(outputs: string[]): void {
  const all = outputs.join("\n");
  for (const secret of Object.values(SECRETS)) expect(all).not.toContain(secret);
  expect(all).not.toContain("Zqxjkv");
}

test("secrets are in no answer, log, file, metric or health check of a start in production", async () => {
  const main = await startMain(PRODUCTION);
  const answers: string[] = [];
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(main.url + path, { headers });
    answers.push(JSON.stringify([...response.headers]), await response.text());
    return response.status;
  };
  for (const path of ["/healthz", "/readyz", "/metrics", "/", "/api/messages"]) await ask(path);
  expect(await ask("/metrics", { authorization: `Bearer ${SECRETS.METRICS_TOKEN}` })).toBe(200);
  const activity = new TeamsChat(SERVICE_URL, "personal", TENANT).message("menu");
  for (const authorization of ["", "Bearer x.y.z", `Bearer ${SECRETS.METRICS_TOKEN}`]) {
    const answer = await postActivity(main.url, activity, { authorization });
    expect(answer.status).toBe(401);
    answers.push(JSON.stringify(answer.body ?? ""));
  }
  main.child.kill("SIGTERM");
  expect(await main.exit).toBe(0);
  const files = filesOf();
  expect(files.join()).toContain('"event":"started"');
  expectNoSecret([...answers, ...files, await main.stdout, await main.stderr]);
});

test("the start is in the security log with its settings, of which secrets are only said to be there", () => {
  const [line] = filesOf("security-").join("").split("\n");
  expect(JSON.parse(String(line))).toMatchObject({
    event: "started",
    settings: { production: "true", appId: APP_ID, tenants: TENANT, stateSecret: "configured", metrics: "token" },
  });
});

describe("secrets are not in the error when", () => {
  test.each<[string, Record<string, string>]>([
    ["other settings are missing", { MicrosoftAppId: "" }],
    ["they stand in the wrong setting", { MicrosoftAppId: SECRETS.MicrosoftAppPassword, PORT: SECRETS.METRICS_TOKEN }],
    ["they are too short", { STATE_SECRET: "marked-Zqxjkv", METRICS_TOKEN: "marked-Zqxjkv" }],
    ["they stand in a list", { ALLOWED_TENANTS: SECRETS.STATE_SECRET, SERVICE_HOSTS: `${SECRETS.STATE_SECRET}/` }],
  ])("%s", async (_when, changes) => {
    const main = runScript("main.ts", { ...PRODUCTION, PORT: "0", ...changes });
    expect(await main.exit).toBe(1);
    const printed = await main.stderr;
    expect(printed).toMatch(/^CONFIG_INVALID: /);
    expectNoSecret([printed, await main.stdout]);
  });
});

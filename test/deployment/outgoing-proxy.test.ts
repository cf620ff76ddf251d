import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { TeamsChat } from "../support/activities.ts";
import { SERVICE_URL, TENANT } from "../support/bot-credentials.ts";
import { giveChecked } from "../support/give-checked.ts";
import { endAll, runProgram, runScript, startMain } from "../support/main-process.ts";
import { postActivity } from "../support/running-app.ts";
import { bearer, makeKey } from "../support/signed-tokens.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { PRODUCTION } from "../tools/doctor/support.ts";

const data = temporaryFolder();
giveChecked(data.folder);
let proxy: Server;
let env: Record<string, string>;
/** The hosts that the proxy was asked for; it lets nobody through. */
const asked = new Set<string | undefined>();

beforeAll(async () => {
  proxy = createServer().on("connect", ({ url }, socket: Socket) => {
    asked.add(url);
    socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
  });
  await once(proxy.listen(0, "127.0.0.1"), "listening");
  const { port } = proxy.address() as AddressInfo;
  env = {
    ...PRODUCTION,
    DATA_DIR: data.folder,
    HTTPS_PROXY: `http://127.0.0.1:${port}`,
    NODE_USE_ENV_PROXY: "1",
  };
});
beforeEach(() => asked.clear());
afterAll(() => {
  endAll();
  proxy.close();
  data.remove();
});

test("the doctor reaches Microsoft and Cosmos DB through the proxy, and says that it is used", async () => {
  const cosmos = { COSMOS_ENDPOINT: "https://naam.documents.azure.com:443/", COSMOS_KEY: "c2xldXRlbA==" };
  const { stdout, exit } = runScript("tools/doctor.ts", { ...env, ...cosmos });
  expect(await exit).toBe(1);
  expect(await stdout).toContain("✓ Proxy: ");
  expect([...asked].sort()).toEqual(["login.microsoftonline.com:443", "naam.documents.azure.com:443"]);
});

test("the bot asks for the keys of Microsoft through the proxy", async () => {
  const main = await startMain(env);
  const chat = new TeamsChat(SERVICE_URL, "personal", TENANT);
  await postActivity(main.url, chat.message("menu"), { authorization: await bearer(await makeKey("channel-key")) });
  expect([...asked]).toEqual(["login.botframework.com:443"]);
});

test("what is sent to Teams goes through the proxy as well", async () => {
  const agents = new URL("../../src/teams/stale-socket.ts", import.meta.url).href;
  const script = `import { get } from "node:https";
    import { agentFor } from "${agents}";
    get("${SERVICE_URL}", { agent: agentFor("${SERVICE_URL}") }).on("error", () => {});`;
  await runProgram(["--input-type=module", "--eval", script], env).exit;
  expect([...asked]).toEqual([`${new URL(SERVICE_URL).hostname}:443`]);
});

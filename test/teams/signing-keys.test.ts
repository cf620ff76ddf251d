import { afterAll, beforeAll, beforeEach, expect, jest, test } from "@jest/globals";
import { TeamsChat } from "../support/activities.ts";
import { CREDENTIALS, SERVICE_URL, TENANT } from "../support/bot-credentials.ts";
import { fakeMicrosoft } from "../support/microsoft.ts";
import { startApp } from "../support/running-app.ts";
import { bearer } from "../support/signed-tokens.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const IN_TIME_MS = 3_000;
const DAY_MS = 86_400_000;
const DANGER = "mijn man wurgt mij nu, help";
const data = temporaryFolder();
const chat = new TeamsChat(SERVICE_URL, "personal", TENANT);

let microsoft: Awaited<ReturnType<typeof fakeMicrosoft>>;
let app: Awaited<ReturnType<typeof startApp>>;

beforeAll(async () => {
  microsoft = await fakeMicrosoft();
  app = await startApp({ dataDir: data.folder, bot: CREDENTIALS, production: true });
});
beforeEach(() => {
  jest.spyOn(console, "error").mockImplementation(() => {});
});
afterAll(async () => {
  microsoft.close();
  await app.close();
  data.remove();
});

async function sayDanger() {
  const started = performance.now();
  const answer = await app.post(chat.message(DANGER), { authorization: await bearer(microsoft.keys.channel) });
  return { status: answer.status, inTime: performance.now() - started < IN_TIME_MS };
}

// In this order: whether keys were read before is what the three differ in.
test("while the server with Microsoft's keys hangs from the start, a message is refused in time", async () => {
  microsoft.reads.hang = true;
  expect(await sayDanger()).toEqual({ status: 503, inTime: true });
  expect(app.log.of("activity-refused").at(-1)).toMatchObject({ status: 503 });
});

test("one read serves all messages that wait for it", async () => {
  const before = microsoft.reads.channelKeys;
  await Promise.all([sayDanger(), sayDanger(), sayDanger()]);
  expect(microsoft.reads.channelKeys - before).toBeLessThanOrEqual(1);
});

test("with keys of yesterday, danger has its card in time although the server hangs", async () => {
  microsoft.reads.hang = false;
  jest.spyOn(performance, "now").mockReturnValue(performance.now() + DAY_MS);
  expect((await sayDanger()).status).toBe(200);
  jest.restoreAllMocks();
  microsoft.sent.length = 0;
  microsoft.reads.hang = true;
  jest.spyOn(Date, "now").mockReturnValue(Date.now() + 25 * 3_600_000);
  expect(await sayDanger()).toEqual({ status: 200, inTime: true });
  expect(JSON.stringify(microsoft.sent)).toContain("112");
});

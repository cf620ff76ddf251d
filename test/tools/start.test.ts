import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, test } from "@jest/globals";
import { eventually } from "../support/eventually.ts";
import { giveChecked } from "../support/give-checked.ts";
import { endAll, runScript } from "../support/main-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const data = temporaryFolder();
giveChecked(data.folder);
afterAll(() => {
  endAll();
  data.remove();
});

/** Ports 0: free ones are taken. CI: no browser is opened. */
const ENVIRONMENT = {
  DATA_DIR: data.folder,
  PORT: "0",
  PLAYGROUND_PORT: "0",
  CI: "1",
  LOG_LEVEL: "warn",
};

/** `npm start`, with what it has printed until now. */
function start(env: Record<string, string> = {}, args: string[] = []) {
  const program = runScript("tools/start.ts", { ...ENVIRONMENT, ...env }, args);
  let printed = "";
  program.child.stderr?.on("data", (chunk) => {
    printed += chunk;
  });
  /** The first group of the pattern, once it is printed. */
  const waitFor = async (pattern: RegExp): Promise<string> => {
    const found = await eventually(String(pattern), () => pattern.exec(printed));
    return found[1] ?? "";
  };
  return { ...program, waitFor, printed: () => printed };
}

function isOpen(host: string, port: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(port) }, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });
}

const BOT = /draait op http:\/\/127\.0\.0\.1:(\d+)/;
const CHAT = /browser: http:\/\/127\.0\.0\.1:(\d+)/;

test("the start opens the bot and a chat on it, on loopback only, and a signal ends both", async () => {
  const program = start();
  const ports = [await program.waitFor(BOT), await program.waitFor(CHAT)];
  for (const port of ports)
    expect([await isOpen("127.0.0.1", port), await isOpen("127.0.0.2", port)]).toEqual([true, false]);
  program.child.kill("SIGTERM");
  expect(await program.exit).toBe(0);
  for (const port of ports) expect(await isOpen("127.0.0.1", port)).toBe(false);
});

test("the bot goes on when the chat ends", async () => {
  const program = start({ M365_AGENTS_PLAYGROUND_DELIVERY_MODE: "nothing that it knows" });
  const port = await program.waitFor(BOT);
  await program.waitFor(/(gestopt)/);
  expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
  program.child.kill("SIGINT");
  expect(await program.exit).toBe(0);
});

test.each([
  { env: {}, args: ["--no-chat"] },
  { env: { NO_CHAT: "1" }, args: [] },
])("the chat can be left away: %j", async ({ env, args }) => {
  const program = start(env, args);
  await program.waitFor(BOT);
  await wait(1_000);
  program.child.kill("SIGTERM");
  expect(await program.exit).toBe(0);
  expect(program.printed()).not.toMatch(/chat/i);
});

test("a bot that cannot start ends it all with the exit code of the bot", async () => {
  const program = start({ PORT: "deur" });
  expect(await program.exit).toBe(1);
  expect(program.printed()).toMatch(/^CONFIG_INVALID: /);
});

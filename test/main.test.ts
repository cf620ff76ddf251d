import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { TeamsChat, type WireActivity } from "./support/activities.ts";
import { type Button, buttonsOf, questionOf } from "./support/card-buttons.ts";
import { type Connector, startConnector } from "./support/connector.ts";
import { eventually } from "./support/eventually.ts";
import { endAll, runScript, startMain } from "./support/main-process.ts";
import { postActivity } from "./support/running-app.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

let connector: Connector;
const data = temporaryFolder();
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(async () => {
  endAll();
  await connector.close();
  data.remove();
});

const AT_HOME = { DATA_DIR: data.folder };

describe("the program", () => {
  test("tells which settings are wrong and how to mend them, and ends with 1", async () => {
    const main = runScript("main.ts", { ...AT_HOME, PORT: "deur", NODE_ENV: "production" });
    expect(await main.exit).toBe(1);
    const printed = await main.stderr;
    expect(printed).toMatch(/^CONFIG_INVALID: /);
    for (const name of ["PORT", "MicrosoftAppId", "STATE_SECRET"]) expect(printed).toContain(`- ${name}`);
    expect(printed).toMatch(/^Zo los je het op: .+$/m);
    expect(printed).not.toMatch(/^ +at /m);
  });

  test("tells at once that its data folder cannot be used, before the content is checked", async () => {
    const settings = { DATA_DIR: "/proc/wijkteam", CONTENT_DIR: import.meta.dirname };
    // Where Node keeps what it compiled is then up to the bot, and Node never ends making a folder there.
    const main = runScript("main.ts", { ...settings, NODE_COMPILE_CACHE: "" });
    expect(await main.exit).toBe(1);
    const [what, fix, ...rest] = (await main.stderr).trim().split("\n");
    expect(what).toContain("/proc/wijkteam");
    expect(fix).toContain("Zo los je het op");
    expect(rest).toEqual([]);
  });

  test("tells when its port is taken, and ends with 1", async () => {
    const first = await startMain(AT_HOME);
    expect(first.ready).toEqual({ url: first.url, dataDir: data.folder, chat: true });
    const second = runScript("main.ts", { ...AT_HOME, PORT: new URL(first.url).port });
    expect(await second.exit).toBe(1);
    expect(await second.stderr).toMatch(/^PORT_IN_USE: /);
    first.child.kill("SIGTERM");
    expect(await first.exit).toBe(0);
  });

  test.each(["SIGTERM", "SIGINT"] as const)("finishes the turn it is in on %s and ends with 0", async (signal) => {
    const main = await startMain({ ...AT_HOME, NO_CHAT: "1" });
    expect(main.ready.chat).toBe(false);
    const chat = new TeamsChat(connector.url);
    connector.reset();
    const release = connector.hold();
    const posted = postActivity(main.url, chat.message("menu"));
    await eventually("a card", () => connector.calls.length > 0);
    main.child.kill(signal);
    main.child.kill(signal);
    await wait(200);
    release();
    expect(await posted).toMatchObject({ status: 200 });
    expect(await main.exit).toBe(0);
    expect(await main.stdout).toContain('"stopped"');
  });
});

/** "Weet ik niet" to the question of a card, which fits every question. */
function answerOf(card: unknown): Button {
  const answer = buttonsOf(card)
    .filter(({ verb }) => verb === "answer")
    .at(-1);
  if (!answer) throw new Error("the card asks nothing");
  return answer.data.option ? answer : { ...answer, data: { ...answer.data, chosen: "weet-ik-niet" } };
}

function click(chat: TeamsChat, { verb, data }: Button): WireActivity {
  return chat.execute(verb, data);
}

test("kill -9 at any moment loses no answer that was acknowledged", async () => {
  const chat = new TeamsChat(connector.url);
  let main = await startMain(AT_HOME);
  let card = (await postActivity(main.url, chat.execute("start", { flow: "top3" }))).body.value;
  for (const delay of [1, 5]) {
    card = (await postActivity(main.url, click(chat, answerOf(card)))).body.value;
    const acknowledged = questionOf(card);
    const inFlight = postActivity(main.url, click(chat, answerOf(card))).catch(() => undefined);
    await wait(delay);
    main.child.kill("SIGKILL");
    await Promise.all([main.exit, inFlight]);

    main = await startMain(AT_HOME);
    const present = (await postActivity(main.url, chat.execute("resume"))).body.value;
    const again = (await postActivity(main.url, click(chat, answerOf(card)))).body.value;
    const next = (await inFlight)?.body?.value ?? again;
    // Either the answer in flight was kept, or it is asked again; nothing before it is.
    expect([acknowledged, questionOf(next)]).toContain(questionOf(present));
    expect(questionOf(again)).toBe(questionOf(next));
    card = again;
  }
  main.child.kill();
  await main.exit;
});

import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { AppError } from "../src/errors.ts";
import { TeamsChat } from "./support/activities.ts";
import { buttonOf, questionOf } from "./support/card-buttons.ts";
import { type Connector, startConnector } from "./support/connector.ts";
import { PROJECT, startApp, temporaryFolder } from "./support/running-app.ts";

jest.setTimeout(60_000);

const MARK = "Zqxjkv";

let connector: Connector;
let data: ReturnType<typeof temporaryFolder>;
let app: Awaited<ReturnType<typeof startApp>>;
let chat: TeamsChat;

beforeAll(async () => {
  connector = await startConnector();
  data = temporaryFolder();
  app = await startApp({ dataDir: data.folder });
});
beforeEach(() => {
  connector.reset();
  chat = new TeamsChat(connector.url);
});
afterAll(async () => {
  await app.close();
  await connector.close();
  data.remove();
});

/** The card that takes the place of the one on which the button stands. */
async function press(card: unknown, verb: string, option?: string): Promise<unknown> {
  const { data } = buttonOf(card, verb, option);
  return (await app.post(chat.execute(verb, data))).body.value;
}

async function startWalk(): Promise<unknown> {
  return (await app.post(chat.execute("start", { flow: "top3" }))).body.value;
}

function sentCards(): unknown[] {
  return connector.calls.flatMap(({ activity }) => activity.attachments ?? []).map(({ content }) => content);
}

describe("a person", () => {
  test("is welcomed once, however often and at whatever moment the installation is told", async () => {
    await Promise.all([app.post(chat.installed()), app.post(chat.membersAdded())]);
    await app.post(chat.installed());
    await app.post(chat.membersAdded());
    expect(sentCards()).toHaveLength(1);
  });

  test("can do without an installation: the first message is answered", async () => {
    await app.post(chat.message("hallo"));
    expect(buttonOf(sentCards()[0], "start")).toBeDefined();
  });

  test("walks from card to card with buttons that each card brings", async () => {
    const first = await startWalk();
    const second = await press(first, "answer", "nee");
    const third = await press(second, "answer", "weet-ik-niet");
    const questions = [first, second, third].map(questionOf);
    expect(new Set(questions).size).toBe(3);
    expect(questionOf(await press(third, "back"))).toBe(questions[1]);
  });

  test("can also answer with the fallback of a button: the clicked card is replaced", async () => {
    const { fallback } = buttonOf(await startWalk(), "answer", "nee");
    await app.post(chat.submit(fallback.data));
    expect(connector.calls.map(({ method }) => method)).toEqual(["PUT"]);
    expect(questionOf(sentCards()[0])).toBe("komende-dagen");
  });

  test("who clicks twice, or whose click is delivered twice, is not taken a question further", async () => {
    const { verb, data } = buttonOf(await startWalk(), "answer", "nee");
    const click = chat.execute(verb, data);
    const [once, sameId, newId] = [
      await app.post(click),
      await app.post(click),
      await app.post(chat.execute(verb, data)),
    ];
    expect(new Set([once, sameId, newId].map(({ body }) => questionOf(body.value))).size).toBe(1);
    const together = await Promise.all([app.post(click), app.post(click), app.post(click)]);
    expect(new Set(together.map(({ body }) => questionOf(body.value)))).toEqual(new Set(["komende-dagen"]));
  });

  test("whose message is delivered twice finds the walk as it was", async () => {
    await press(await startWalk(), "answer", "nee");
    const message = chat.message("verder");
    await app.post(message);
    await app.post(message);
    await app.post({ ...message, id: "another" });
    expect(new Set(sentCards().map(questionOf))).toEqual(new Set(["komende-dagen"]));
  });

  test("who clicks on something unknown gets a card with a way on", async () => {
    const { status, body } = await app.post(chat.execute("launch"));
    expect(status).toBe(200);
    expect(buttonOf(body.value, "start")).toBeDefined();
  });
});

test("a restart keeps the walk", async () => {
  const card = await press(await startWalk(), "answer", "nee");
  await app.close();
  app = await startApp({ dataDir: data.folder });
  expect(questionOf(await press(card, "answer", "nee"))).toBe("zelf-verteld");
});

test("what was typed, and by whom, is in no log and no file", async () => {
  chat.from.name = MARK;
  const secrets = [MARK, chat.from.id, chat.from.aadObjectId, chat.conversationId];
  await app.post(chat.message(MARK));
  await app.post(chat.message(`stop ${MARK}`));
  const card = await startWalk();
  await app.post(chat.message(MARK));
  await app.post(chat.submit({ ...buttonOf(card, "answer", "nee").fallback.data, extra: MARK }));
  await app.post(chat.execute("answer", { ...buttonOf(card, "answer", "nee").data, chosen: MARK, extra: MARK }));
  await app.post({ ...chat.message(MARK), from: MARK });
  const files = readdirSync(data.folder).map((file) => readFileSync(join(data.folder, file), "latin1"));
  for (const secret of secrets) expect([app.log.text(), ...app.printed, ...files].join("\n")).not.toContain(secret);
});

test("a store that fails gives a card with a reference number, and the walk goes on when it works again", async () => {
  const card = await startWalk();
  const file = readdirSync(data.folder).find((name) => name.endsWith(".sqlite")) ?? "";
  const database = new DatabaseSync(join(data.folder, file));
  database.exec("ALTER TABLE state RENAME TO elsewhere");
  const { status, body } = await app.post(chat.execute("answer", buttonOf(card, "answer", "nee").data));
  const ready = await fetch(`${app.url}/readyz`);
  database.exec("ALTER TABLE elsewhere RENAME TO state");
  database.close();
  const { reference } = app.log.of("turn-failed").at(-1);
  expect(status).toBe(200);
  expect(JSON.stringify(body.value)).toContain(reference);
  expect(ready.status).toBe(503);
  expect(questionOf(await press(card, "answer", "nee"))).toBe("komende-dagen");
});

describe("content in files", () => {
  const content = temporaryFolder();
  const questions = join(content.folder, "dialogs/questions/gevaar.yaml");
  let editable: Awaited<ReturnType<typeof startApp>>;
  const data = temporaryFolder();

  beforeEach(async () => {
    for (const room of ["dialogs", "cards"]) {
      rmSync(join(content.folder, room), { recursive: true, force: true });
      cpSync(join(PROJECT, room), join(content.folder, room), { recursive: true });
    }
    editable = await startApp({ dataDir: data.folder, contentDir: content.folder });
  });
  afterEach(() => editable.close());
  afterAll(() => {
    content.remove();
    data.remove();
  });

  async function firstCard(): Promise<unknown> {
    return (await editable.post(new TeamsChat(connector.url).execute("start", { flow: "top3" }))).body.value;
  }

  async function printedAfter(change: () => void): Promise<string> {
    const before = editable.printed.length;
    change();
    for (let waited = 0; editable.printed.length === before && waited < 100; waited += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return editable.printed.slice(before).join("\n");
  }

  test("is live seconds after a valid change", async () => {
    const text = readFileSync(questions, "utf8");
    const old = /^ +text: (.+)$/m.exec(text)?.[1] ?? "";
    expect(JSON.stringify(await firstCard())).toContain(old);
    const printed = await printedAfter(() => writeFileSync(questions, text.replace(old, MARK)));
    expect(printed.split("\n")).toHaveLength(1);
    expect(JSON.stringify(await firstCard())).toContain(MARK);
  });

  test("stays as it was after a change with mistakes, which are printed one per line", async () => {
    const text = readFileSync(questions, "utf8");
    const wrong = text.replace(/^ +text:/m, "    tekst:").replace("kind: single", "kind: sing");
    const printed = await printedAfter(() => writeFileSync(questions, wrong));
    expect(printed.split("\n").filter((line) => /gevaar\.yaml:\d+:\d+ /.test(line)).length).toBeGreaterThanOrEqual(2);
    expect(questionOf(await firstCard())).toBe("direct-gevaar");
  });

  test("with mistakes at the start is refused, with every mistake on a line", async () => {
    writeFileSync(questions, readFileSync(questions, "utf8").replace("kind: single", "kind: sing"));
    rmSync(join(content.folder, "cards/menu.card.json"));
    const printed: string[] = [];
    const refused = startApp({ dataDir: data.folder, contentDir: content.folder }, printed);
    await expect(refused).rejects.toMatchObject({ code: "CONTENT_INVALID" });
    await expect(refused).rejects.toBeInstanceOf(AppError);
    expect(printed.length).toBeGreaterThanOrEqual(2);
    for (const line of printed) expect(line).toMatch(/^(dialogs|cards)\/\S+:\d+:\d+ {2}[a-z-]+ {2}/);
  });
});

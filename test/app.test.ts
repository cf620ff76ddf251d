import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { completeContent } from "./check/support/complete-content.ts";
import { contentFolder } from "./content/support/content-folder.ts";
import { TeamsChat } from "./support/activities.ts";
import { buttonOf, questionOf } from "./support/card-buttons.ts";
import { type Connector, startConnector } from "./support/connector.ts";
import { eventually } from "./support/eventually.ts";
import { startApp } from "./support/running-app.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const MARK = "Zqxjkv";

let connector: Connector;
const data = temporaryFolder();
const HERE = { dataDir: data.folder };
let app: Awaited<ReturnType<typeof startApp>>;
let chat: TeamsChat;

beforeAll(async () => {
  connector = await startConnector();
  app = await startApp(HERE);
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
  app = await startApp(HERE);
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

test.each([
  ["danger", `hij heeft haar keel dichtgeknepen, zei ${MARK}`, "112"],
  ["personal data", `mevrouw ${MARK} woont op Dorpsstraat 4`, "Verwijderen"],
  ["a question", `hoe lang duurt een huisverbod ${MARK}`, "huisverbod"],
  ["something else", `${MARK} hoe laat gaat de trein`, "Dat weet ik niet"],
])("%s that is typed gets its card, and is in no reply, log or file", async (_what, typed, expected) => {
  await startWalk();
  await app.post(chat.message(typed));
  const sent = JSON.stringify(sentCards());
  expect(sent).toContain(expected);
  expect(questionOf(sentCards().at(-1))).toBe("direct-gevaar");
  const files = readdirSync(data.folder).map((file) => readFileSync(join(data.folder, file), "latin1"));
  expect([sent, JSON.stringify(connector.calls), app.log.text(), ...files].join("\n")).not.toContain(MARK);
});

test("the compose box finds answers to share, without buttons, and not for personal data", async () => {
  const search = async (value: string) => {
    const parameters = [{ name: "zoek", value }];
    return (await app.post(chat.invoke({ parameters }, "composeExtension/query"))).body.composeExtension;
  };
  const found = await search("wat is een huisverbod");
  expect(found.attachments[0].content.type).toBe("AdaptiveCard");
  expect(JSON.stringify(found.attachments)).not.toContain("Action.Execute");
  expect(await search("huisverbod voor mevrouw Jansen")).toMatchObject({ type: "message" });
  expect(await search("")).toMatchObject({ type: "message" });
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
  // Small, because each change is checked as a whole.
  const files = completeContent();
  const file = "dialogs/questions/gevaar.yaml";
  const text = files[file] ?? "";
  const WRONG = text.replace(/^ +text:/m, "    tekst:").replace("kind: single", "kind: sing");

  const kept = temporaryFolder();
  let content: Awaited<ReturnType<typeof contentFolder>>;
  let live: typeof app;
  beforeAll(async () => {
    content = await contentFolder({}, files);
    live = await startApp({ dataDir: kept.folder, contentDir: content.folder }, { isNew: true });
  });
  afterAll(async () => {
    await live.close();
    await content.remove();
    kept.remove();
  });

  async function firstCard(on = live): Promise<unknown> {
    return (await on.post(chat.execute("start", { flow: "lang", again: true }))).body.value;
  }

  /** What is printed when the questions are saved with this text. */
  async function printedAfter(next: string): Promise<string[]> {
    const before = live.printed.length;
    await content.write({ [file]: next });
    await eventually("a line about the change", () => live.printed.length > before);
    return live.printed.slice(before);
  }

  test("is live seconds after a valid change", async () => {
    const old = /^title: (.+)$/m.exec(text)?.[1] ?? "";
    expect(JSON.stringify(await firstCard())).toContain(old);
    expect(await printedAfter(text.replace(`title: ${old}`, `title: ${MARK}`))).toHaveLength(1);
    expect(JSON.stringify(await firstCard())).toContain(MARK);
    expect(await printedAfter(text)).toHaveLength(1);
    expect(JSON.stringify(await firstCard())).not.toContain(MARK);
  });

  test("stays in use after a change with mistakes, which are printed one per line", async () => {
    const printed = await printedAfter(WRONG);
    expect(printed.filter((line) => /^dialogs\/questions\/gevaar\.yaml:\d+:\d+ {2}/.test(line)).length).toBeGreaterThan(
      1,
    );
    expect(questionOf(await firstCard())).toBe("direct-gevaar");
    expect(await printedAfter(text)).toHaveLength(1);
  });

  describe("with mistakes at the start", () => {
    const empty = temporaryFolder();
    let wrong: typeof content;
    beforeAll(async () => {
      wrong = await contentFolder({ [file]: WRONG, "cards/menu.card.json": null }, files);
    });
    afterAll(async () => {
      await wrong.remove();
      empty.remove();
    });
    const MISTAKE = /^(dialogs|cards)\/\S+:\d+:\d+ {2}[a-z-]+ {2}/;

    test("is refused on a new machine, with every mistake on a line", async () => {
      const printed: string[] = [];
      const refused = startApp({ dataDir: empty.folder, contentDir: wrong.folder }, { printed, isNew: true });
      await expect(refused).rejects.toMatchObject({ name: "AppError", code: "CONTENT_INVALID" });
      expect(printed.length).toBeGreaterThan(2);
      const unfolded = printed.filter((line) => !/^ {4}en \d+ regels? die hierdoor kom/.test(line));
      for (const line of unfolded) expect(line).toMatch(MISTAKE);
    });

    test("never stops a bot that had good content before: it goes on with that, and says so", async () => {
      const again = await startApp({ dataDir: kept.folder, contentDir: wrong.folder });
      expect(again.printed.filter((line) => MISTAKE.test(line)).length).toBeGreaterThan(2);
      expect(again.printed.join("\n")).toContain("laatste goede versie");
      const ready = await fetch(`${again.url}/readyz`);
      expect(ready.status).toBe(200);
      expect(await ready.json()).toEqual({ parts: { content: "previous", store: "ok" } });
      expect(questionOf(await firstCard(again))).toBe("direct-gevaar");
      await again.close();
    });
  });
});

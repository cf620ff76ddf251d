import { resolve } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import type { Content } from "../../src/content/content.ts";
import { loadContent } from "../../src/content/load-content.ts";
import { openBrowser, openPage } from "./support/browser.ts";
import { Chat } from "./support/chat.ts";
import { type RunningAssistant, startAssistant } from "./support/start-assistant.ts";

const WINDOW = { width: 1100, height: 900 };

let content: Content;
let browser: Browser;
let assistant: RunningAssistant;
let chat: Chat;

jest.setTimeout(150_000);

beforeAll(async () => {
  const loading = loadContent(resolve(import.meta.dirname, "../.."));
  [browser, assistant] = await Promise.all([openBrowser(), startAssistant()]);
  content = (await loading).partial;
});

afterAll(() => Promise.all([browser.close(), assistant.stop()]));

beforeEach(async () => {
  chat = new Chat(await openPage(browser, WINDOW), content);
  await chat.open(assistant.chatUrl);
  await chat.type("stop");
});

afterEach(() => chat.close());

function article(id: string): string {
  return content.articles.get(id)?.title ?? `no article ${id}`;
}

function question(id: string): string {
  return content.questions.get(id)?.text ?? `no question ${id}`;
}

test("a misspelt question gets the article that answers it", async () => {
  await chat.typeAndSee("wat moet er in een veiligheidpaln staan", article("veiligheidsplan"));
  await chat.photo("typed-misspelt");
});

test("a question about something else gets an honest answer with a way to a person", async () => {
  await chat.typeAndSee("hoe vraag ik verlof aan voor de kerst", chat.text("no-answer.title"));
  await chat.photo("typed-off-topic");
});

test("danger in the middle of a walk comes first, and the question comes back as it was", async () => {
  await chat.type("menu");
  await chat.press(chat.text("common.top3"));
  await chat.answer("direct-gevaar", "nee");
  await chat.seeQuestion("komende-dagen");
  await chat.typeAndSee(
    "ze zag sterretjes toen hij haar keel dichtkneep, wat nu",
    chat.text("danger-typed.vandaag.title"),
    article("verwurging"),
    question("komende-dagen"),
  );
  await chat.photo("typed-danger");
  await chat.answer("komende-dagen", "nee");
  await chat.seeQuestion("zelf-verteld");
});

test("a name is not processed and not repeated", async () => {
  await chat.typeAndSee("mevrouw jansen wil geen hulp, wat nu", chat.text("personal-data.title"));
  await chat.photo("typed-name");
  expect(await chat.allCards()).not.toMatch(/jansen/i);
});

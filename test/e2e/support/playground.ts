import { afterAll, afterEach, beforeAll } from "@jest/globals";
import type { Browser, BrowserContext } from "playwright-core";
import type { Content } from "../../../src/content/content.ts";
import { realContent } from "../../support/real-content.ts";
import { openBrowser, openPage } from "./browser.ts";
import { Chat } from "./chat.ts";
import { type RunningAssistant, startAssistant } from "./start-assistant.ts";

export const WINDOW = { width: 1100, height: 900 };
export const PHONE = { width: 390, height: 844 };

export interface Playground {
  readonly content: Content;
  readonly assistant: RunningAssistant;
  readonly context: BrowserContext;
  /** Opens the chat in a window of its own, which closes after the test. */
  openChat(viewport?: typeof WINDOW): Promise<Chat>;
}

/** The assistant with the Playground on it, for all tests of one file. */
export function playground(settings: Record<string, string> = {}): Playground {
  let content: Content;
  let browser: Browser;
  let context: BrowserContext;
  let assistant: RunningAssistant;
  let chats: Chat[] = [];

  beforeAll(async () => {
    const loading = realContent();
    [browser, assistant] = await Promise.all([openBrowser(), startAssistant(settings)]);
    context = await browser.newContext();
    content = await loading;
  });

  afterAll(() => Promise.all([browser.close(), assistant.stop()]));

  afterEach(async () => {
    await Promise.all(chats.map((chat) => chat.close()));
    chats = [];
  });

  return {
    get content() {
      return content;
    },
    get context() {
      return context;
    },
    get assistant() {
      return assistant;
    },
    async openChat(viewport = WINDOW) {
      const chat = new Chat(await openPage(context, viewport), content);
      chats.push(chat);
      await chat.open(assistant.chatUrl);
      return chat;
    },
  };
}

import { beforeEach, expect, test } from "@jest/globals";
import { followContent } from "../../src/app/follow-content.ts";
import type { Content } from "../../src/content/content.ts";
import type { StateStore } from "../../src/conversation/ports.ts";
import type { Action } from "../../src/conversation/turn/event.ts";
import { createSqliteStateStore } from "../../src/stores/sqlite/state-store.ts";
import { openPerTest } from "../stores/support/open-per-test.ts";
import { createTestLog } from "../support/log-lines.ts";
import { makeContent, makeFlow, makePhase, makeQuestion } from "../support/make-content.ts";
import { realContent } from "../support/real-content.ts";

const [FIRST, ADDED, LAST] = [makeQuestion("een"), makeQuestion("nieuw"), makeQuestion("twee")];
const { cards } = await realContent();
const OLDER = makeContent([makeFlow([makePhase("fase", [FIRST, LAST])], "top3", "v1")], [], { cards });
const NEWER = makeContent([makeFlow([makePhase("fase", [FIRST, ADDED, LAST])], "top3", "v2")], [], { cards });

const ADDRESS = { serviceUrl: "http://127.0.0.1", conversation: "chat" };

const open = openPerTest();
let store: StateStore;
beforeEach(() => {
  store = createSqliteStateStore(open());
});

/** An instance that uses version `number`, and can have `late` when it is asked for a newer one. */
function instance(number: number, content: Content, late?: { number: number; content: Content }) {
  let onContent: (content: Content) => Promise<void> = async () => {};
  let inUse = { version: { number } as never, content };
  const published = {
    get inUse() {
      return inUse;
    },
    async atLeast() {
      if (late) {
        inUse = { version: { number: late.number } as never, content: late.content };
        void onContent(late.content);
      }
      return inUse;
    },
  };
  const live = {
    content,
    isRefused: false,
    close: async () => {},
    watch: (listener: typeof onContent) => {
      onContent = listener;
    },
  };
  const options = {
    store,
    maySeeTrends: () => false,
    monthly: { start: async () => {}, stop: async () => {} },
    showTrends: () => Promise.reject(new Error("nobody asked for trends")),
  };
  const assistant = followContent(live, published, options, createTestLog().log);
  return {
    async act(action: Action) {
      const own = assistant();
      const request = { key: "key", userId: undefined, messageCode: undefined, address: ADDRESS, onDanger: () => {} };
      const replies = await own.takeTurn({ ...request, event: { type: "action", action } });
      return { text: JSON.stringify(replies), content: own.content };
    },
  };
}

async function answers(): Promise<string[]> {
  return Object.keys((await store.read("key", new Date()))?.state.walk?.answers ?? {});
}

async function answer(on: ReturnType<typeof instance>, question: string, version: string) {
  const walk = (await store.read("key", new Date()))?.state.walk?.id ?? "";
  return on.act({ verb: "answer", walk, version, question, option: "nee" });
}

test("a worker who saw the newer version on one instance is not sent back by another that is late with it", async () => {
  const [first, late] = [instance(2, NEWER), instance(1, OLDER, { number: 2, content: NEWER })];
  await first.act({ verb: "start", flow: "top3" });
  await answer(first, "een", "v2");
  await answer(first, "nieuw", "v2");
  const { text, content } = await answer(late, "twee", "v2");
  expect(text).not.toContain("questions-changed");
  expect(content).toBe(NEWER);
  expect(await answers()).toEqual(["een", "nieuw", "twee"]);
});

test("a worker is served when an instance cannot get the newer version", async () => {
  const [first, older] = [instance(2, NEWER), instance(1, OLDER)];
  await first.act({ verb: "start", flow: "top3" });
  const { text, content } = await answer(older, "een", "v2");
  expect(content).toBe(OLDER);
  expect(text).toContain("Vraag een?");
});

test("a worker goes on with the newer version, with all answers that still fit", async () => {
  const [first, second] = [instance(1, OLDER), instance(2, NEWER)];
  await first.act({ verb: "start", flow: "top3" });
  await answer(first, "een", "v1");
  const { text } = await answer(second, "twee", "v1");
  expect(text).toContain("questions-changed");
  expect(text).toContain("Vraag nieuw?");
  expect(await answers()).toEqual(["een"]);
});

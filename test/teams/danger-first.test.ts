import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { createAssistant } from "../../src/app/follow-content.ts";
import type { Content } from "../../src/content/content.ts";
import type { StateStore } from "../../src/conversation/ports.ts";
import { stateKey } from "../../src/stores/secret.ts";
import { createSqliteStateStore } from "../../src/stores/sqlite/state-store.ts";
import { createSqliteUsageStore } from "../../src/stores/sqlite/usage-store.ts";
import type { Assistant } from "../../src/teams/assistant.ts";
import { TURN_TIMES } from "../../src/teams/replies-in-time.ts";
import { createTeamsBot } from "../../src/teams/teams-bot.ts";
import { openPerTest } from "../stores/support/open-per-test.ts";
import { TeamsChat, type WireActivity } from "../support/activities.ts";
import { buttonOf } from "../support/card-buttons.ts";
import { type Connector, startConnector } from "../support/connector.ts";
import { eventually } from "../support/eventually.ts";
import { createTestLog } from "../support/log-lines.ts";
import { realContent } from "../support/real-content.ts";

const DANGER = "hij slaat haar nu";

const content = await realContent();
const open = openPerTest();
const log = createTestLog();
let connector: Connector;
let store: StateStore;
let broken: Partial<StateStore>;
let db: ReturnType<typeof open>;
let chat: TeamsChat;
let bot: ReturnType<typeof createTeamsBot>;
let assistantNow: Assistant;

beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.close());
beforeEach(() => {
  db = open();
  store = createSqliteStateStore(db);
  broken = {};
  assistantNow = usual;
  chat = new TeamsChat(connector.url);
  bot = startBot();
});

/** The assistant on the store of the running test, as far as that works. */
function assistantWith(content: Content): Assistant {
  return createAssistant(content, {
    store: {
      read: (...args) => (broken.read ?? store.read)(...args),
      write: (...args) => (broken.write ?? store.write)(...args),
      recall: (...args) => store.recall(...args),
      remember: (...args) => store.remember(...args),
      remove: (key) => store.remove(key),
      purge: (now) => store.purge(now),
      close: () => store.close(),
    },
    monthly: { start: async () => {}, stop: async () => {} },
    maySeeTrends: () => true,
    showTrends: () => Promise.reject(new Error("trends are down")),
  });
}

const usual = assistantWith(content);
const emptied = assistantWith({ ...content, flows: new Map(), signalGroups: [] });

/** Less than in use, to wait less here. */
const turnTimes = { ...TURN_TIMES, dangerMs: 100, usualMs: 2_000 };

/** A new process, as far as memory goes, on the same database. */
function startBot(limits: { turnsPerMinute?: number } = {}) {
  const keyOf = (id: string) => stateKey("secret", id);
  const security = { record: () => {} };
  return createTeamsBot({ assistant: () => assistantNow, keyOf, security, log: log.log, turnTimes, ...limits });
}

async function post(activity: WireActivity, to = bot) {
  // biome-ignore lint/suspicious/noExplicitAny: the answer as it is on the wire
  const answers: { status: number; body: any }[] = [];
  const send = (status: number, body?: unknown) => answers.push({ status, body });
  await to.process({ headers: {}, body: JSON.parse(JSON.stringify(activity)) }, { send });
  return answers[0];
}

const never = () => new Promise<never>(() => {});
const down = () => Promise.reject(new Error("503"));

function fileOf(database: typeof db): string {
  return database.location() ?? "";
}

/** Everything that a serialiser of .NET writes as null when it is not there. */
function nulls(activity: WireActivity): WireActivity {
  const { from, conversation, recipient } = activity as Record<string, object>;
  const none = { aadObjectId: null, role: null, properties: null };
  return {
    ...activity,
    from: { ...from, ...none },
    recipient: { ...recipient, ...none },
    conversation: { ...conversation, ...none, isGroup: null, name: null },
    ...Object.fromEntries(["entities", "attachments", "membersAdded", "replyToId", "locale"].map((key) => [key, null])),
    ...(activity.type === "message" && activity.value === undefined ? { value: null } : {}),
  };
}

/** SQLite waits five seconds for it, and then the turn fails. */
const HELD = "another process holds the database";

/** What is broken, and how an activity then looks. */
const FAULTS: Record<string, (activity: WireActivity) => WireActivity | Promise<WireActivity>> = {
  "nothing is": (activity) => activity,
  "the store is down": (activity) => {
    broken = { read: down, write: down };
    return activity;
  },
  "the store cannot be written": (activity) => {
    broken = { write: down };
    return activity;
  },
  "the store never answers": (activity) => {
    broken = { read: never };
    return activity;
  },
  "a write of the store never ends": (activity) => {
    broken = { write: never };
    return activity;
  },
  [HELD]: (activity) => {
    const other = open(fileOf(db));
    other.exec("BEGIN IMMEDIATE");
    for (let count = 0; count < 50; count += 1) void post(new TeamsChat(connector.url).execute("stop"));
    return activity;
  },
  "another turn is always first": (activity) => {
    broken = { write: async () => false };
    return activity;
  },
  "Teams answers 412": (activity) => {
    connector.refuse({ status: 412 });
    return activity;
  },
  "Teams answers 429 with a wait of a second": (activity) => {
    connector.refuse({ status: 429, headers: { "retry-after": "1" } });
    return activity;
  },
  "Teams answers 502": (activity) => {
    connector.refuse({ status: 502 });
    return activity;
  },
  "Teams does not answer": (activity) => {
    connector.refuse({ status: "hang" });
    return activity;
  },
  "Teams breaks the connection": (activity) => {
    connector.refuse({ status: "reset" });
    return activity;
  },
  "the store is down and Teams answers 502": (activity) => {
    broken = { read: down, write: down };
    connector.refuse({ status: 502 });
    return activity;
  },
  "the content is being replaced": (activity) => {
    broken = {
      read: async (...args) => {
        assistantNow = emptied;
        return store.read(...args);
      },
    };
    return activity;
  },
  "other cards are still being sent": async (activity) => {
    connector.refuse(...Array.from({ length: 40 }, () => ({ status: "hang" as const })));
    for (let count = 0; count < 20; count += 1) void post(new TeamsChat(connector.url).message("hallo"));
    void post(chat.message("menu"));
    await eventually("21 sends that hang", () => connector.calls.length >= 21);
    connector.reset();
    return activity;
  },
  "absent fields are null": nulls,
};

const faults = Object.keys(FAULTS);

function isDangerCard({ activity }: { activity: unknown }): boolean {
  return JSON.stringify(activity).includes("Bel nu 112");
}

/** Until a card with 112 has arrived. */
async function arrival(): Promise<void> {
  await eventually("a danger card", () => connector.calls.some((call) => isDangerCard(call) && call.status === 200));
}

/** Breaks it for this activity; `expectNoWait` fails when the card came only after the turn had failed. */
async function breakIt(fault: string, activity: WireActivity) {
  const failures = () => log.of("turn-failed").length;
  const before = failures();
  return {
    activity: (await FAULTS[fault]?.(activity)) ?? {},
    expectNoWait: () => fault === HELD && expect(failures()).toBe(before),
  };
}

async function counted(): Promise<number> {
  const counters = await createSqliteUsageStore(db).read({ from: "2000-W01", to: "2999-W53" });
  return counters.filter(({ metric }) => metric === "danger-typed").reduce((sum, { n }) => sum + n, 0);
}

test("a turn that is late costs somebody in danger at most half of three seconds", () => {
  expect(TURN_TIMES.dangerMs).toBeLessThanOrEqual(1_500);
});

describe("somebody in danger has the card with 112, whatever is broken:", () => {
  beforeEach(() => connector.reset());

  test.each(faults)("what is typed, while %s", async (fault) => {
    const { activity } = await breakIt(fault, chat.message(DANGER));
    const turn = post(activity);
    await arrival();
    expect(connector.calls[0] && isDangerCard(connector.calls[0])).toBe(true);
    expect((await turn)?.status).toBe(200);
    for (const { activity } of connector.calls.slice(1)) {
      if (activity.attachments?.[0].content.body?.[0]?.text === "Er ging iets mis") {
        expect(JSON.stringify(activity)).toContain("112");
      }
    }
  });

  /** The first card of a walk, whose first question asks whether there is danger. */
  async function firstQuestion(): Promise<unknown> {
    return (await post(chat.execute("start", { flow: "top3" })))?.body.value;
  }

  test.each(faults)("a click that makes it certain, while %s", async (fault) => {
    const { verb, data } = buttonOf(await firstQuestion(), "answer", "ja");
    const { activity, expectNoWait } = await breakIt(fault, chat.execute(verb, data));
    const answer = await post(activity);
    expectNoWait();
    expect(answer?.status).toBe(200);
    expect(JSON.stringify(answer?.body.value)).toContain("Bel nu 112");
  });

  test.each(faults)("such a click in an old client, while %s", async (fault) => {
    const { data } = buttonOf(await firstQuestion(), "answer", "ja").fallback;
    const { activity, expectNoWait } = await breakIt(fault, chat.submit(data));
    const turn = post(activity);
    await arrival();
    expectNoWait();
    await turn;
  });
});

describe("a danger card", () => {
  beforeEach(() => connector.reset());

  test("comes before the welcome", async () => {
    await post(chat.message(DANGER));
    const titles = connector.calls.map(({ activity }) => JSON.stringify(activity.attachments[0].content));
    expect(titles[0]).toContain("Bel nu 112");
    expect(titles[1]).toContain("Welkom bij de wijkteam-assistent");
  });

  test("of a message that is delivered three times comes once and counts once", async () => {
    const message = chat.message(DANGER);
    await Promise.all([post(message), post(message)]);
    const before = connector.calls.length;
    await post(message);
    expect(connector.calls.filter(isDangerCard)).toHaveLength(1);
    expect(connector.calls).toHaveLength(before);
    expect(await counted()).toBe(1);
  });

  test("comes again from a process that does not know the message, but is not counted again", async () => {
    const message = chat.message(DANGER);
    await post(message);
    await post(message, startBot());
    expect(connector.calls.filter(isDangerCard)).toHaveLength(2);
    expect(await counted()).toBe(1);
  });

  test("that did not arrive comes when the message is delivered again", async () => {
    connector.refuse({ status: 403 });
    const message = chat.message(DANGER);
    await post(message);
    await post(message);
    expect(connector.calls.filter(({ status, ...call }) => isDangerCard(call) && status === 200)).toHaveLength(1);
  });

  test("waits for as long as Teams asks, and the other cards wait with it", async () => {
    connector.refuse({ status: 429, headers: { "retry-after": "1" } });
    await post(chat.message(DANGER));
    const [refused, again] = connector.calls;
    expect([refused, again].map((call) => call && isDangerCard(call))).toEqual([true, true]);
    expect((again?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(1_000);
    expect(again?.status).toBe(200);
  });

  describe("of a message that its writer changes", () => {
    const edit = (message: WireActivity, text: string) => ({ ...message, type: "messageUpdate", text });

    test("comes, once, and no other card", async () => {
      const message = chat.message("menu");
      await post(message);
      connector.reset();
      await post(edit(message, DANGER));
      await post(edit(message, DANGER));
      expect(connector.calls.map(isDangerCard)).toEqual([true]);
    });

    test("comes again when the danger is graver", async () => {
      const message = chat.message("hij heeft haar gewurgd");
      await post(message);
      expect(connector.calls.filter(isDangerCard)).toEqual([]);
      await post(edit(message, DANGER));
      expect(connector.calls.filter(isDangerCard)).toHaveLength(1);
    });

    test("does not come for what is no danger, nor where others read along", async () => {
      await post(edit(chat.message("menu"), "wat is de meldcode"));
      await post(edit(new TeamsChat(connector.url, "groupChat").mention("menu"), DANGER));
      expect(connector.calls).toEqual([]);
    });
  });

  test("is not sent where others read along", async () => {
    await post(new TeamsChat(connector.url, "groupChat").mention(DANGER));
    expect(connector.calls.filter(isDangerCard)).toEqual([]);
    expect(connector.calls[0]?.activity.text).toContain("112");
  });

  test("comes also when the conversation is over its limit", async () => {
    const limited = startBot({ turnsPerMinute: 1 });
    await post(chat.message("menu"), limited);
    connector.reset();
    await post(chat.message(DANGER), limited);
    expect(connector.calls.map(isDangerCard)[0]).toBe(true);
  });
});

test("an answer that is kept after its caller was answered without it is there at the next click", async () => {
  const first = (await post(chat.execute("start", { flow: "top3" })))?.body.value;
  const { verb, data } = buttonOf(first, "answer", "ja");
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  let isKept = false;
  broken = {
    read: (...args) => held.then(() => store.read(...args)),
    write: (...args) =>
      store.write(...args).finally(() => {
        isKept = true;
      }),
  };
  const card = (await post(chat.execute(verb, data)))?.body.value;
  expect(JSON.stringify(card)).toContain("Er ging iets mis bij het bewaren");
  release();
  await eventually("the answer in the store", () => isKept);
  broken = {};
  const next = (await post(chat.execute("continue", buttonOf(card, "continue").data)))?.body.value;
  expect(JSON.stringify(next)).not.toContain('"question":"direct-gevaar"');
});

describe("the compose box, in the order of the chat", () => {
  const search = async (zoek: string) => {
    const activity = chat.invoke({ parameters: [{ name: "zoek", value: zoek }] }, "composeExtension/query");
    return (await post(activity))?.body.composeExtension;
  };

  test("puts danger before what was found", async () => {
    const { attachments } = await search("hij slaat haar nu, hoe lang duurt een huisverbod");
    expect(JSON.stringify(attachments[0])).toContain("Bel 112");
    expect(JSON.stringify(attachments[0].preview)).toContain("Bel 112");
    expect(JSON.stringify(attachments.slice(1))).toContain("huisverbod");
  });

  test("puts danger before personal data, which is not searched", async () => {
    const both = await search("hij slaat mevrouw Jansen nu");
    expect(both).toMatchObject({ type: "message", text: expect.stringMatching(/112.*gegevens van een persoon/) });
  });

  test("says nothing of danger when there is none", async () => {
    expect(JSON.stringify(await search("wat is een huisverbod"))).not.toContain("Eerst dit");
  });
});

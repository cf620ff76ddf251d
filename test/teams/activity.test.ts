import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { withoutNulls } from "../../src/teams/activity.ts";
import type { WireActivity } from "../support/activities.ts";
import { startTeamsBot } from "../support/teams-bot.ts";

test.each([
  [null, undefined],
  [{ a: null, b: { c: null, d: [null, 1, { e: null }] } }, { b: { d: [1, {}] } }],
  [[null], []],
  ["null", "null"],
  [0, 0],
  [false, false],
])("%j without nulls is %j", (json, expected) => {
  expect(withoutNulls(json)).toEqual(expected);
});

test("a key with the name of a prototype is a key as any", () => {
  const read = withoutNulls(JSON.parse('{"__proto__": {"polluted": true, "x": null}}')) as object;
  expect(Object.keys(read)).toEqual(["__proto__"]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

describe("an activity in which absent fields are null, as of .NET,", () => {
  let teams: Awaited<ReturnType<typeof startTeamsBot>>;
  beforeAll(async () => {
    teams = await startTeamsBot();
  });
  afterAll(() => teams.connector.close());
  beforeEach(() => {
    teams.turns.length = 0;
    teams.senders.length = 0;
    teams.connector.reset();
  });

  const NONE = [
    "entities",
    "attachments",
    "membersAdded",
    "membersRemoved",
    "replyToId",
    "locale",
    "channelData",
    "id",
  ];

  function nulls(activity: WireActivity): WireActivity {
    const { from, conversation } = activity as Record<string, object>;
    return {
      ...activity,
      ...Object.fromEntries(NONE.map((key) => [key, null])),
      from: { ...from, aadObjectId: null, role: null },
      conversation: { ...conversation, isGroup: null, tenantId: null, name: null, conversationType: null },
      recipient: null,
    };
  }

  test("is a message as any, of an unknown person", async () => {
    expect(await teams.post(nulls({ ...teams.chat().message("hallo"), value: null }))).toMatchObject({ status: 200 });
    expect(teams.turns[0]?.event).toEqual({ type: "message", text: "hallo" });
    expect(teams.senders).toEqual([{ userId: undefined, messageCode: undefined }]);
    expect(teams.connector.calls).toHaveLength(1);
  });

  test("is a click as any", async () => {
    const click = nulls(teams.chat().execute("start", { flow: "top3", phase: null, again: null, card: null }));
    expect((await teams.post(click)).status).toBe(200);
    expect(teams.turns[0]?.event).toEqual({ type: "action", action: { verb: "start", flow: "top3" } });
  });

  test("is an installation as any", async () => {
    await teams.post(nulls(teams.chat().installed()));
    await teams.post({ ...nulls(teams.chat().membersAdded()), membersAdded: [null, { id: null, name: "x" }] });
    expect(teams.turns).toHaveLength(2);
  });

  test("in a group is not taken for one that mentions the bot", async () => {
    const message = { ...nulls(teams.chat().message("hallo")), entities: [null, { type: "mention", mentioned: null }] };
    await teams.post({ ...message, conversation: { id: "19:x", isGroup: true } });
    expect(teams.connector.calls).toEqual([]);
  });

  test("is refused when it has no sender or no chat at all", async () => {
    const message = teams.chat().message("hallo");
    expect((await teams.post({ ...message, from: null })).status).toBe(400);
    expect((await teams.post({ ...message, conversation: null })).status).toBe(400);
  });
});

describe("the code of a message", () => {
  test("is made by the key function, and is the same when the message is delivered again", async () => {
    const teams = await startTeamsBot();
    const chat = teams.chat();
    const message = chat.message("hallo");
    for (const activity of [message, message, chat.message("hallo"), chat.submit({ verb: "stop" })]) {
      await teams.post(activity);
    }
    const [first, again, other, click] = teams.senders.map(({ messageCode }) => messageCode);
    expect(first).toBe(`key of ${chat.conversationId} ${message.id}`);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
    expect(click).toBeUndefined();
    await teams.connector.close();
  });
});

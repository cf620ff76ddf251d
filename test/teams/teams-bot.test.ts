import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { card, startTeamsBot } from "../support/teams-bot.ts";

let teams: Awaited<ReturnType<typeof startTeamsBot>>;
beforeAll(async () => {
  teams = await startTeamsBot();
});
afterAll(() => teams.connector.close());
beforeEach(() => {
  teams.connector.reset();
  teams.turns.length = 0;
  teams.follow(() => [card("antwoord", true)]);
});

const ANSWER = { walk: "w1", version: "v1", question: "direct-gevaar", option: "ja" };

const UNKNOWN_SHAPES: unknown[] = [
  null,
  undefined,
  "answer",
  42,
  true,
  [],
  {},
  { action: null },
  { action: "answer" },
  { action: [] },
  { action: {} },
  { action: { verb: null } },
  { action: { verb: 3 } },
  { action: { verb: "" } },
  { action: { verb: "launch", data: {} } },
  { action: { type: "Action.Submit", data: ANSWER } },
  { action: { verb: "answer" } },
  { action: { verb: "answer", data: null } },
  { action: { verb: "answer", data: "x" } },
  { action: { verb: "answer", data: [ANSWER] } },
  { action: { verb: "answer", data: { ...ANSWER, walk: 5 } } },
  { action: { verb: "answer", data: { ...ANSWER, question: "../../secret" } } },
  { action: { verb: "answer", data: { ...ANSWER, version: "a".repeat(40) } } },
  { action: { verb: "page", data: { walk: "w1", version: "v1", page: "2" } } },
  { action: { verb: "__proto__", data: { constructor: {} } } },
  { authentication: {}, state: "x", trigger: "automatic" },
];

function sentCards(): unknown[] {
  return teams.connector.calls.map(({ activity }) => activity.attachments?.[0]?.content.view.title);
}

describe("a message in a personal chat", () => {
  test("reaches the assistant as its text, under the key of the conversation", async () => {
    const chat = teams.chat();
    teams.follow(() => [card("een"), { text: "twee" }]);
    const { status } = await teams.post(chat.message("hallo"));
    expect(status).toBe(200);
    expect(teams.turns).toEqual([{ key: `key of ${chat.conversationId}`, event: { type: "message", text: "hallo" } }]);
  });

  test("is answered by every reply as a new message, in order", async () => {
    teams.follow(() => [card("een"), { text: "twee" }, card("drie")]);
    await teams.post(teams.chat().message("hallo"));
    expect(teams.connector.calls.map(({ method }) => method)).toEqual(["POST", "POST", "POST"]);
    expect(sentCards()).toEqual(["een", undefined, "drie"]);
    expect(teams.connector.calls[1]?.activity.text).toBe("twee");
  });

  test("is answered by text that keeps its lines and its signs", async () => {
    teams.follow(() => [{ text: "Als a < b & c:\n- een *\n\n- <b>twee</b>" }]);
    await teams.post(teams.chat().message("hallo"));
    expect(teams.connector.calls[0]?.activity).toMatchObject({
      textFormat: "xml",
      text: "Als a &lt; b &amp; c:<br/>- een *<br/><br/>- &lt;b&gt;twee&lt;/b&gt;",
    });
  });

  test("is stripped of mentions", async () => {
    await teams.post(teams.chat().mention("<at>Piet</at>&nbsp; hulp \n"));
    expect(teams.turns[0]?.event).toEqual({ type: "message", text: "hulp" });
  });

  test.each([{}, { text: null }])("without text counts as an empty one: %j", async (fields) => {
    await teams.post(teams.chat().activity({ type: "message", ...fields }));
    expect(teams.turns[0]?.event).toEqual({ type: "message", text: "" });
  });

  test("with a photo says so, and keeps its text", async () => {
    const attachments = [{ contentType: "image/png" }];
    await teams.post(teams.chat().activity({ type: "message", text: "wat is mda", attachments }));
    expect(teams.turns[0]?.event).toEqual({ type: "message", text: "wat is mda", attached: true });
  });

  test("that is edited is read again, also with the id that was answered before", async () => {
    const message = teams.chat().message("hallo");
    const edit = {
      ...message,
      type: "messageUpdate",
      text: "haar bsn is 111222333",
      timestamp: "2026-11-28T10:00:00Z",
    };
    await teams.post(message);
    await teams.post(edit);
    expect(teams.turns.map(({ event }) => event)).toEqual([
      { type: "message", text: "hallo" },
      { type: "message", text: "haar bsn is 111222333", edited: true },
    ]);
  });

  test("gets a card that may refresh itself for its reader, when Teams says who that is", async () => {
    const chat = teams.chat();
    await teams.post(chat.message("hallo"));
    await teams.post({ ...chat.message("hallo"), from: { id: "user-id-0" } });
    const readers = teams.connector.calls.map(({ activity }) => activity.attachments[0].content.userId);
    expect(readers).toEqual([chat.from.id, undefined]);
  });
});

describe("a click on an Action.Submit", () => {
  test("replaces the clicked card by the first reply and sends the others", async () => {
    teams.follow(() => [card("een", true), { text: "twee" }]);
    const { status } = await teams.post(teams.chat().submit({ verb: "answer", ...ANSWER }, "clicked-1"));
    expect(status).toBe(200);
    expect(teams.turns[0]?.event).toEqual({ type: "action", action: { verb: "answer", ...ANSWER } });
    expect(teams.connector.calls.map(({ method }) => method)).toEqual(["PUT", "POST"]);
    expect(teams.connector.calls[0]?.path).toMatch(/\/activities\/clicked-1$/);
  });

  test.each([403, 404])("gets a new message when the update is refused with %i", async (status) => {
    teams.connector.refuse({ method: "PUT", status });
    teams.follow(() => [card("een", true), card("twee")]);
    await teams.post(teams.chat().submit({ verb: "finish", walk: "w1", version: "v1" }));
    expect(teams.connector.calls.map(({ method }) => method)).toEqual(["PUT", "POST", "POST"]);
    expect(sentCards()).toEqual(["een", "een", "twee"]);
    expect(teams.log.of("send-failed").at(-1)).toMatchObject({ status });
  });

  test("is replaced again after a failure: twice the same message in one place is no harm", async () => {
    teams.connector.refuse({ method: "PUT", status: 500 }, { method: "PUT", status: "reset" });
    await teams.post(teams.chat().submit({ verb: "finish", walk: "w1", version: "v1" }));
    expect(teams.connector.calls.map(({ method }) => method)).toEqual(["PUT", "PUT", "PUT"]);
  });

  test("gets a new message when Teams does not say which card it was", async () => {
    const activity = { ...teams.chat().submit({ verb: "stop" }), replyToId: undefined };
    await teams.post(activity);
    expect(teams.connector.calls.map(({ method }) => method)).toEqual(["POST"]);
  });

  test.each([{}, { verb: "launch" }, "start", 7, true, ["stop"], { verb: "answer", walk: 1 }])(
    "of an unknown shape is an unknown action: %j",
    async (value) => {
      expect(await teams.post(teams.chat().submit(value))).toMatchObject({ status: 200 });
      expect(teams.turns.map(({ event }) => event)).toEqual([{ type: "unknown-action" }]);
    },
  );
});

test.each([{}, "", { verb: "launch" }, 7])(
  "what is typed beside a value that is no click is read: %j",
  async (value) => {
    await teams.post({ ...teams.chat().message("hallo"), value });
    expect(teams.turns.map(({ event }) => event)).toEqual([{ type: "message", text: "hallo" }]);
  },
);

describe("a click on an Action.Execute", () => {
  test("is answered with the first reply as a card; the others are sent", async () => {
    const chat = teams.chat();
    teams.follow(() => [card("een", true), { text: "twee" }]);
    const { status, body } = await teams.post(chat.execute("answer", ANSWER));
    expect(teams.turns[0]?.event).toEqual({ type: "action", action: { verb: "answer", ...ANSWER } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ statusCode: 200, type: "application/vnd.microsoft.card.adaptive" });
    expect(body.value).toMatchObject({ type: "AdaptiveCard", view: { title: "een" }, userId: chat.from.id });
    await teams.settle();
    expect(teams.connector.calls.map(({ activity }) => activity.text)).toEqual(["twee"]);
  });

  test("takes the inputs of the card from its data and leaves what it does not know", async () => {
    const { option: _, ...question } = ANSWER;
    const data = { ...question, chosen: "kinderen,zwanger", msteams: { feedback: {} } };
    await teams.post(teams.chat().execute("answer", data));
    const action = { verb: "answer", ...question, chosen: "kinderen,zwanger" };
    expect(teams.turns[0]?.event).toEqual({ type: "action", action });
  });

  test.each(UNKNOWN_SHAPES)("of an unknown shape gets a card with 200: %j", async (value) => {
    const { status, body } = await teams.post(teams.chat().invoke(value));
    expect({ status, type: body.type }).toEqual({ status: 200, type: "application/vnd.microsoft.card.adaptive" });
    expect(body.value.type).toBe("AdaptiveCard");
    expect(teams.turns.map(({ event }) => event)).toEqual([{ type: "unknown-action" }]);
  });
});

test.each(["application/search", "task/fetch", "fileConsent/invoke", "signin/verifyState", "iets/nieuws", undefined])(
  "an invoke named %j is refused with 501 and reaches nobody",
  async (name) => {
    expect(await teams.post({ ...teams.chat().invoke(null), name })).toMatchObject({ status: 501 });
    expect(teams.turns).toEqual([]);
  },
);

describe("an installation", () => {
  test.each(["add", "add-upgrade"])("(%s) in a personal chat is an installed event", async (action) => {
    teams.follow(() => [card("welkom")]);
    await teams.post(teams.chat().installed(action));
    expect(teams.turns[0]?.event).toEqual({ type: "installed" });
    expect(sentCards()).toEqual(["welkom"]);
  });

  test("shows also as members that were added to the chat", async () => {
    await teams.post(teams.chat().membersAdded());
    expect(teams.turns[0]?.event).toEqual({ type: "installed" });
  });

  test("that is undone says nothing, and what was kept is deleted", async () => {
    const chat = teams.chat();
    await teams.post(chat.installed("remove-upgrade"));
    expect(teams.forgotten).toEqual([]);
    await teams.post(chat.installed("remove"));
    expect(teams.forgotten).toEqual([`key of ${chat.conversationId}`]);
    await teams.post(chat.activity({ type: "conversationUpdate", membersRemoved: [chat.from] }));
    expect(teams.turns).toEqual([]);
    expect(teams.connector.calls).toEqual([]);
  });
});

test("what nobody relies on may have any shape", async () => {
  const odd = { recipient: { name: "bot" }, replyToId: 5, membersAdded: {}, attachments: "x", entities: 1 };
  expect(await teams.post({ ...teams.chat().message("hallo"), ...odd })).toMatchObject({ status: 200 });
  expect(teams.turns).toHaveLength(1);
});

test.each([
  "messageReaction",
  "messageUpdate",
  "messageDelete",
  "typing",
  "event",
  "endOfConversation",
  "nieuw",
  "trace",
])("an activity of type %s is acknowledged and does nothing", async (type) => {
  expect(await teams.post(teams.chat().activity({ type }))).toEqual({ status: 200, body: undefined });
  expect(await teams.post({ type })).toEqual({ status: 200, body: undefined });
  expect(teams.turns).toEqual([]);
  expect(teams.connector.calls).toEqual([]);
});

test.each([
  undefined,
  null,
  "message",
  [],
  {},
  { type: 5 },
  { type: "" },
  { type: "message" },
  { type: "message", text: "x", from: { id: "29:a" }, conversation: { id: "a" } },
  { type: "message", text: "x", from: { id: "29:a" }, conversation: { id: "a" }, serviceUrl: "file:///etc" },
  { type: "message", text: "x", from: "29:a", conversation: { id: "a" }, serviceUrl: "http://127.0.0.1:1" },
  { type: "message", text: {}, from: { id: "29:a" }, conversation: { id: "a" }, serviceUrl: "http://127.0.0.1:1" },
  { type: "invoke", name: "adaptiveCard/action", value: { action: { verb: "stop" } } },
])("what is not an activity is refused with 400: %j", async (body) => {
  expect(await teams.post(body ?? null)).toMatchObject({ status: 400 });
  expect(teams.turns).toEqual([]);
});

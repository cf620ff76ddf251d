import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { startTeamsBot } from "../support/teams-bot.ts";

let teams: Awaited<ReturnType<typeof startTeamsBot>>;
beforeAll(async () => {
  teams = await startTeamsBot();
});
afterAll(() => teams.connector.close());
beforeEach(() => {
  teams.connector.reset();
  teams.turns.length = 0;
});

describe.each(["groupChat", "channel"])("in a %s", (type) => {
  test("a message with a mention gets one line and starts nothing", async () => {
    await teams.post(teams.chat(type).mention("top 3"));
    expect(teams.connector.calls).toHaveLength(1);
    expect(teams.connector.calls[0]?.activity.text).toMatch(/^[^\n]+$/);
    expect(teams.turns).toEqual([]);
  });

  test.each([
    {},
    { entities: [{ type: "mention", mentioned: { id: "29:another" }, text: "<at>Piet</at>" }] },
    { entities: [{ type: "clientInfo" }, { type: "mention" }, { type: "mention", mentioned: null }] },
  ])("a message to others gets no answer: %j", async (fields) => {
    await teams.post({ ...teams.chat(type).message("top 3"), ...fields });
    expect(teams.connector.calls).toEqual([]);
    expect(teams.turns).toEqual([]);
  });

  test("being installed gets one line, also when it is told twice", async () => {
    const chat = teams.chat(type);
    await teams.post(chat.installed());
    await teams.post(chat.membersAdded());
    expect(teams.connector.calls).toHaveLength(1);
    expect(teams.turns).toEqual([]);
  });

  test("a click gets the line as a card", async () => {
    const { status, body } = await teams.post(teams.chat(type).execute("start", { flow: "top3" }));
    expect(status).toBe(200);
    expect(body.value.view.card).toBe("message");
    await teams.post(teams.chat(type).submit({ verb: "start", flow: "top3" }));
    expect(teams.connector.calls.map(({ method }) => method)).toEqual(["PUT"]);
    expect(teams.turns).toEqual([]);
  });
});

test("a client that only says that it is a group is believed", async () => {
  const chat = teams.chat();
  const conversation = { id: chat.conversationId, isGroup: true };
  await teams.post({ ...chat.mention("top 3"), conversation });
  expect(teams.turns).toEqual([]);
  await teams.post({ ...chat.message("top 3"), conversation: { id: chat.conversationId } });
  expect(teams.turns).toHaveLength(1);
});

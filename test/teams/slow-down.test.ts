import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { startTeamsBot } from "../support/teams-bot.ts";

let teams: Awaited<ReturnType<typeof startTeamsBot>>;
beforeAll(async () => {
  teams = await startTeamsBot(undefined, { turnsPerMinute: 3 });
});
afterAll(() => teams.connector.close());
beforeEach(() => {
  teams.connector.reset();
  teams.turns.length = 0;
});

/** A chat in which three turns have been taken. */
async function fullChat() {
  const chat = teams.chat();
  for (let count = 0; count < 3; count++) await teams.post(chat.execute("resume"));
  expect(teams.turns).toHaveLength(3);
  return chat;
}

describe("one activity too many in a conversation", () => {
  test("gets 429 with the time to wait, no turn, and a friendly line once", async () => {
    const chat = await fullChat();
    const answers = [await teams.post(chat.message("hallo")), await teams.post(chat.message("hallo"))];
    for (const { status, body, headers } of answers) {
      expect({ status, code: body.code }).toEqual({ status: 429, code: "TOO_MANY_TURNS" });
      expect(Number(headers?.["Retry-After"])).toBeGreaterThan(0);
      expect(Number(headers?.["Retry-After"])).toBeLessThanOrEqual(60);
    }
    expect(teams.turns).toHaveLength(3);
    expect(teams.connector.calls.map(({ activity }) => activity.text)).toEqual([expect.stringMatching(/^Wacht \d+ /)]);
  });

  test("that is a click gets the line in its answer, which leaves the card as it is", async () => {
    const chat = await fullChat();
    const { status, body } = await teams.post(chat.execute("resume"));
    expect(status).toBe(200);
    expect(body).toMatchObject({ type: "application/vnd.microsoft.activity.message" });
    expect(body.value).toMatch(/^Wacht \d+ /);
    expect(teams.turns).toHaveLength(3);
    expect(teams.connector.calls).toEqual([]);
  });

  test("that searches gets the line in the compose box", async () => {
    const chat = await fullChat();
    const { body } = await teams.post(chat.invoke({ parameters: [] }, "composeExtension/query"));
    expect(body.composeExtension).toMatchObject({ type: "message", text: expect.stringMatching(/^Wacht \d+ /) });
  });

  test("that nobody reads along with gets no line", async () => {
    const chat = await fullChat();
    expect(await teams.post(chat.activity({ type: "typing" }))).toMatchObject({ status: 429 });
    expect(teams.connector.calls).toEqual([]);
  });

  test("does not slow down another conversation", async () => {
    await fullChat();
    expect((await teams.post(teams.chat().execute("resume"))).status).toBe(200);
    expect(teams.turns).toHaveLength(4);
  });
});

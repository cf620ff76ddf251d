import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { AppError } from "../../src/errors.ts";
import { startTeamsBot } from "../support/teams-bot.ts";

const MARK = "Zqxjkv";

let teams: Awaited<ReturnType<typeof startTeamsBot>>;
beforeAll(async () => {
  teams = await startTeamsBot(() => {
    throw new AppError("STATE_BUSY", `te druk voor ${MARK}`, "probeer opnieuw");
  });
});
afterAll(() => teams.connector.close());
beforeEach(() => teams.connector.reset());

/** The reference number in the last line of the log. */
function loggedReference(): string {
  const line = teams.log.of("turn-failed").at(-1);
  expect(line).toMatchObject({ level: "error", error: { code: "STATE_BUSY" } });
  expect(line.reference).toMatch(/^[0-9a-f]{8}$/);
  return line.reference;
}

describe("a turn that throws", () => {
  test("tells the person, with the reference number that is in the log", async () => {
    expect(await teams.post(teams.chat().message("hallo"))).toMatchObject({ status: 200 });
    const card = teams.connector.calls[0]?.activity.attachments[0].content;
    expect(card.view).toMatchObject({ card: "message", text: expect.stringContaining(loggedReference()) });
    expect(teams.connector.calls).toHaveLength(1);
  });

  test("answers a click with a card that holds the reference number", async () => {
    const { status, body } = await teams.post(teams.chat().execute("stop"));
    expect(status).toBe(200);
    expect(body).toMatchObject({ statusCode: 200, type: "application/vnd.microsoft.card.adaptive" });
    expect(body.value.view.text).toContain(loggedReference());
  });

  test("does not replace the card of a submit, so that it can be clicked again", async () => {
    await teams.post(teams.chat().submit({ verb: "stop" }));
    expect(teams.connector.calls.map(({ method }) => method)).toEqual(["POST"]);
    loggedReference();
  });

  test("has a new reference number each time", async () => {
    await teams.post(teams.chat().message("hallo"));
    const first = loggedReference();
    await teams.post(teams.chat().message("hallo"));
    expect(loggedReference()).not.toBe(first);
  });

  test("ends well when even the message cannot be sent", async () => {
    teams.connector.refuse({ status: 403 });
    expect(await teams.post(teams.chat().message("hallo"))).toMatchObject({ status: 200 });
  });
});

test("the log holds nothing of what was typed, nor who it was, nor where", async () => {
  const chat = teams.chat();
  chat.from.name = MARK;
  const ids = [chat.from.id, chat.from.aadObjectId, chat.conversationId];
  teams.connector.refuse({ status: 403 }, { method: "PUT", status: 404 });
  await teams.post(chat.message(MARK));
  await teams.post(chat.submit({ verb: MARK }));
  await teams.post(chat.submit(MARK));
  await teams.post(chat.execute("answer", { walk: MARK, chosen: MARK }));
  await teams.post({ ...chat.invoke(null), name: MARK });
  await teams.post({ ...chat.message("x"), type: MARK });
  await teams.post({ ...chat.message(MARK), from: MARK });
  await teams.post({ ...chat.message(MARK), serviceUrl: "http://127.0.0.1:9" });
  for (const secret of [MARK, ...ids]) expect(teams.log.text()).not.toContain(secret);
});

import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { card, startTeamsBot } from "../support/teams-bot.ts";

let teams: Awaited<ReturnType<typeof startTeamsBot>>;
beforeAll(async () => {
  teams = await startTeamsBot(() => [card("een"), card("twee")]);
});
afterAll(() => teams.connector.close());
beforeEach(() => teams.connector.reset());

const TOO_MANY = { status: 429, headers: { "retry-after": "0" } };

function sentCards(): unknown[] {
  return teams.connector.calls.map(({ activity }) => activity.attachments[0].content.view.title);
}

test("a send that Teams throttles is tried again before the next one is sent", async () => {
  teams.connector.refuse(TOO_MANY, { status: 429 });
  const { status } = await teams.post(teams.chat().message("hallo"));
  expect(status).toBe(200);
  expect(sentCards()).toEqual(["een", "een", "een", "twee"]);
});

test("a send that stays throttled is given up after two retries", async () => {
  teams.connector.refuse(TOO_MANY, TOO_MANY, TOO_MANY);
  await teams.post(teams.chat().message("hallo"));
  expect(sentCards()).toEqual(["een", "een", "een", "twee"]);
  expect(teams.log.of("send-failed").at(-1)).toMatchObject({ status: 429 });
});

test("a throttled send is not tried again when Teams asks for a longer wait than a person has", async () => {
  teams.connector.refuse({ status: 429, headers: { "retry-after": "60" } });
  await teams.post(teams.chat().message("hallo"));
  expect(sentCards()).toEqual(["een", "twee"]);
});

test.each([400, 401, 403, 404, 408, 412, 500, 502, 503, 504])(
  "a send that is refused with %i is not tried again, does not fail the turn, and is logged",
  async (status) => {
    teams.connector.refuse({ status, headers: { "retry-after": "0" } });
    expect(await teams.post(teams.chat().message("hallo"))).toMatchObject({ status: 200 });
    expect(sentCards()).toEqual(["een", "twee"]);
    expect(teams.log.of("send-failed").at(-1)).toMatchObject({ status });
  },
);

test("a send that nobody answers does not fail the turn", async () => {
  const before = teams.log.of("send-failed").length;
  const activity = { ...teams.chat().message("hallo"), serviceUrl: "http://127.0.0.1:9" };
  expect(await teams.post(activity)).toMatchObject({ status: 200 });
  expect(teams.log.of("send-failed").length).toBe(before + 2);
});

test("an invoke gets its card although a later reply cannot be sent", async () => {
  teams.connector.refuse({ status: 403 });
  const { status, body } = await teams.post(teams.chat().execute("stop"));
  expect(status).toBe(200);
  expect(body.value.view.title).toBe("een");
});

import { createServer } from "node:http";
import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { TURN_TIMES } from "../../src/teams/replies-in-time.ts";
import { card, startTeamsBot } from "../support/teams-bot.ts";

const TEAMS_WAITS_MS = 15_000;

let teams: Awaited<ReturnType<typeof startTeamsBot>>;
beforeAll(async () => {
  teams = await startTeamsBot(() => [card("een"), card("twee")]);
});
afterAll(() => teams.connector.close());
beforeEach(() => teams.connector.reset());

function sentCards(): unknown[] {
  return teams.connector.calls.map(({ activity }) => activity.attachments[0].content.view.title);
}

function pauses(): number[] {
  return teams.connector.calls.slice(1).map(({ at }, index) => at - (teams.connector.calls[index]?.at ?? 0));
}

test.each([412, 429])("a send that is refused with %i is tried again before the next one is sent", async (status) => {
  teams.connector.refuse({ status, headers: { "retry-after": "0" } }, { status });
  await teams.post(teams.chat().message("hallo"));
  expect(sentCards()).toEqual(["een", "een", "een", "twee"]);
});

test("a send that is throttled is tried again after the wait that Teams asks for, and not all at the same moment", async () => {
  teams.connector.refuse({ status: 429, headers: { "retry-after": "1" } });
  await teams.post(teams.chat().message("hallo"));
  expect(sentCards()).toEqual(["een", "een", "twee"]);
  expect(pauses()[0]).toBeGreaterThanOrEqual(1_100);
});

test("a wait may also be asked for as a date", async () => {
  const date = new Date(Date.now() + 2_000).toUTCString();
  teams.connector.refuse({ status: 429, headers: { "retry-after": date } });
  await teams.post(teams.chat().message("hallo"));
  expect(sentCards()).toEqual(["een", "een", "twee"]);
  expect(pauses()[0]).toBeGreaterThan(500);
});

test("a throttled send is not tried again when Teams asks for a longer wait than a person has", async () => {
  teams.connector.refuse({ status: 429, headers: { "retry-after": "60" } });
  await teams.post(teams.chat().message("hallo"));
  expect(sentCards()).toEqual(["een", "twee"]);
  expect(teams.log.of("send-failed").at(-1)).toMatchObject({ status: 429 });
});

test.each([400, 401, 403, 404, 408, 500, 502, 503, 504])(
  "a send that is answered with %i is not tried again, does not fail the turn, and is logged",
  async (status) => {
    teams.connector.refuse({ status, headers: { "retry-after": "0" } });
    expect(await teams.post(teams.chat().message("hallo"))).toMatchObject({ status: 200 });
    expect(sentCards()).toEqual(["een", "twee"]);
    expect(teams.log.of("send-failed").at(-1)).toMatchObject({ status });
  },
);

test("a send on a new connection that breaks may have arrived, and is not tried again", async () => {
  const fresh = await startTeamsBot(() => [card("een"), card("twee")]);
  fresh.connector.refuse({ status: "reset" });
  await fresh.post(fresh.chat().message("hallo"));
  expect(fresh.connector.calls).toHaveLength(2);
  await fresh.connector.close();
});

test("a send on a kept connection that the other side had just closed is done again on a new one", async () => {
  const arrived: string[] = [];
  const connections = new Map<object, number>();
  // Closes every connection at the second request, before it answers anything: as at the end of a keep-alive.
  const server = createServer((request, response) => {
    const requests = (connections.get(request.socket) ?? 0) + 1;
    connections.set(request.socket, requests);
    if (requests > 1) {
      request.socket.resetAndDestroy();
      return;
    }
    arrived.push(request.url ?? "");
    request.resume();
    response.end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  const before = teams.log.of("send-failed").length;
  for (let turn = 0; turn < 3; turn += 1) {
    await teams.post({ ...teams.chat().message("hallo"), serviceUrl: `http://127.0.0.1:${port}` });
  }
  expect(arrived).toHaveLength(6);
  expect(teams.log.of("send-failed")).toHaveLength(before);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test("a send for which there is nobody is given up, and does not fail the turn", async () => {
  const lonely = await startTeamsBot(() => [card("een")]);
  await lonely.connector.close();
  expect(await lonely.post(lonely.chat().message("hallo"))).toMatchObject({ status: 200 });
  await expect(lonely.settle().then(() => lonely.log.of("send-failed").length)).resolves.toBe(1);
}, 20_000);

test("an activity is answered before Teams delivers it again, also when no send ends", async () => {
  expect(TURN_TIMES.answerMs).toBeLessThan(TEAMS_WAITS_MS);
  const hanging = await startTeamsBot(() => [card("een"), card("twee")], {
    turnTimes: { ...TURN_TIMES, answerMs: 100 },
  });
  hanging.connector.refuse({ status: "hang" }, { status: "hang" });
  expect(await hanging.post(hanging.chat().message("hallo"))).toMatchObject({ status: 200 });
  expect(hanging.log.of("send-failed")).toEqual([]);
  await hanging.connector.close();
});

test("an invoke gets its card although a later reply cannot be sent", async () => {
  teams.connector.refuse({ status: 403 });
  const { status, body } = await teams.post(teams.chat().execute("stop"));
  expect(status).toBe(200);
  expect(body.value.view.title).toBe("een");
});

test("the answer of an invoke waits for no send", async () => {
  await teams.settle();
  teams.connector.refuse({ status: "hang" });
  const given = teams.log.of("send-failed").length;
  const { status } = await teams.post(teams.chat().execute("stop"));
  expect(status).toBe(200);
  // The send that hangs is not given up yet.
  expect(teams.log.of("send-failed")).toHaveLength(given);
});

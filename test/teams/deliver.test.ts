import { expect, test } from "@jest/globals";
import { deliver } from "../../src/teams/deliver.ts";

const SHORT = { tryMs: 100, withinMs: 1_000, repeats: 0 };

/** A send that fails with each of these, and then arrives. */
function failing(...failures: object[]) {
  let tries = 0;
  const send = async () => {
    const failure = failures[tries];
    tries += 1;
    if (failure) throw Object.assign(new Error("refused"), failure);
  };
  return { send, tries: () => tries };
}

test("a send that never ends and does not listen to its signal, as when no token comes, is given up in time", async () => {
  await expect(deliver(() => new Promise(() => {}), SHORT)).rejects.toMatchObject({ name: "TimeoutError" });
});

test("the signal of a try that is given up is aborted, so that its connection ends", async () => {
  const signals: AbortSignal[] = [];
  const hang = (signal: AbortSignal) => {
    signals.push(signal);
    return new Promise(() => {});
  };
  await expect(deliver(hang, { ...SHORT, repeats: 2 })).rejects.toThrow();
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, true]);
});

test.each([
  ["412", { statusCode: 412 }],
  ["429", { statusCode: 429 }],
  ["a stale connection", { code: "STALE_SOCKET" }],
  ["nobody there", { code: "ECONNREFUSED" }],
  ["no address", { code: "ENOTFOUND" }],
  ["no room for one more connection on this machine", { code: "EMFILE" }],
])("%s is tried again, as nothing was delivered", async (_what, failure) => {
  const { send, tries } = failing(failure, failure);
  // Not a question of time: a busy machine may take longer than the two waits.
  await deliver(send, { ...SHORT, withinMs: 30_000 });
  expect(tries()).toBe(3);
});

test.each([
  ["502", { statusCode: 502 }],
  ["408", { statusCode: 408 }],
  ["a broken connection", { code: "ECONNRESET" }],
])("%s is tried again only as often as the message may stand there twice", async (_what, failure) => {
  await expect(deliver(failing(failure).send, SHORT)).rejects.toThrow("refused");
  const twice = failing(failure, failure);
  await deliver(twice.send, { ...SHORT, repeats: 2 });
  expect(twice.tries()).toBe(3);
  const always = failing(failure, failure, failure, failure);
  await expect(deliver(always.send, { ...SHORT, repeats: 2 })).rejects.toThrow("refused");
  expect(always.tries()).toBe(3);
});

test.each([400, 401, 403, 404, 413])("%i is not tried again, whoever asks", async (statusCode) => {
  const { send, tries } = failing({ statusCode });
  await expect(deliver(send, { ...SHORT, repeats: 2 })).rejects.toMatchObject({ statusCode });
  expect(tries()).toBe(1);
});

test("what stays refused is given up at the deadline", async () => {
  // It would be taken in the end: after waits of half a minute and more.
  const { send, tries } = failing(...Array.from({ length: 20 }, () => ({ statusCode: 429 })));
  await expect(deliver(send, SHORT)).rejects.toMatchObject({ statusCode: 429 });
  expect(tries()).toBeGreaterThan(1);
});

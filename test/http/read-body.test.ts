import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "@jest/globals";
import { readBody } from "../../src/http/read-body.ts";

const LIMITS = { maxBodyBytes: 10, bodyTimeoutMs: 10_000 };
const TOO_LARGE = { status: 413, code: "BODY_TOO_LARGE" };

function coming(headers: Record<string, string> = {}): IncomingMessage {
  const req = new IncomingMessage(new Socket());
  Object.assign(req.headers, headers);
  return req;
}

test("what is too much is read to its end first, so that who sends it reads why", async () => {
  const req = coming({ "content-length": "18" });
  let isAnswered = false;
  const body = readBody(req, { ...LIMITS, discardBytes: 10 }).finally(() => {
    isAnswered = true;
  });
  req.push("x".repeat(12));
  await new Promise((resolve) => req.once("data", resolve));
  expect(isAnswered).toBe(false);
  req.push("x".repeat(6));
  req.push(null);
  await expect(body).rejects.toMatchObject(TOO_LARGE);
});

test("what is far too much is not read on", async () => {
  await expect(readBody(coming({ "content-length": "21" }), { ...LIMITS, discardBytes: 10 })).rejects.toMatchObject(
    TOO_LARGE,
  );
  const req = coming();
  const body = readBody(req, { ...LIMITS, discardBytes: 10 });
  req.push("x".repeat(21));
  await expect(body).rejects.toMatchObject(TOO_LARGE);
  expect(req.isPaused()).toBe(true);
});

import { expect, test } from "@jest/globals";
import { createSeal } from "../../src/stores/seal.ts";

const SECRET = "a secret of at least thirty-two characters";
const TEXT = JSON.stringify({ conversation: "a:1", serviceUrl: "https://smba.trafficmanager.net/emea/" });

test("what is sealed comes back under the same secret, and says nothing by itself", () => {
  const sealed = createSeal(SECRET).seal(TEXT);
  expect(createSeal(SECRET).open(sealed)).toBe(TEXT);
  expect(Buffer.from(sealed, "base64url").toString("latin1")).not.toContain("a:1");
  expect(createSeal(SECRET).seal(TEXT)).not.toBe(sealed);
});

test("it does not open under another secret, nor when it was changed or is no seal at all", () => {
  const sealed = createSeal(SECRET).seal(TEXT);
  expect(createSeal(`${SECRET}!`).open(sealed)).toBeUndefined();
  const bytes = Buffer.from(sealed, "base64url");
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  expect(createSeal(SECRET).open(bytes.toString("base64url"))).toBeUndefined();
  for (const text of ["", "x", sealed.slice(0, 20)]) expect(createSeal(SECRET).open(text)).toBeUndefined();
});

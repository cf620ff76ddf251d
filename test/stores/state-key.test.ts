import { expect, test } from "@jest/globals";
import { stateKey } from "../../src/stores/secret.ts";

test("the key is the HMAC-SHA256 of the conversation id, as in RFC 4231 test case 2", () => {
  const expected = Buffer.from("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843", "hex");
  expect(stateKey("Jefe", "what do ya want for nothing?")).toBe(expected.toString("base64url"));
});

test("another secret or another conversation gives another key", () => {
  const keys = [stateKey("a", "een"), stateKey("b", "een"), stateKey("a", "twee")];
  expect(new Set(keys).size).toBe(3);
});

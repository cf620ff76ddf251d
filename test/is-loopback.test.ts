import { expect, test } from "@jest/globals";
import { isLoopback } from "../src/is-loopback.ts";

test.each(["localhost", "127.0.0.1", "127.1.2.3", "::1", "[::1]", "::ffff:127.0.0.1", "[::ffff:7f00:1]"])(
  "%s is this machine",
  (host) => expect(isLoopback(host)).toBe(true),
);

test.each([
  "",
  "10.0.0.1",
  "0.0.0.0",
  "::",
  "127.evil.nl",
  "127.0.0.1.evil.nl",
  "localhost.evil.nl",
  "::ffff:10.0.0.1",
])("%s is not", (host) => expect(isLoopback(host)).toBe(false));

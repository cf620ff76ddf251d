import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { checkLicences } from "../../../src/tools/licences/check-licences.ts";

const lock = JSON.parse(readFileSync(new URL("../../../package-lock.json", import.meta.url), "utf8"));

function refused(license: string | undefined, dev = false) {
  const found = { version: "1.0.0", ...(license === undefined ? {} : { license }), dev };
  return checkLicences({ packages: { "": {}, "node_modules/a/node_modules/b": found } }).refused;
}

test("all that runs in production has a licence that may be used", () => {
  const { counts, refused } = checkLicences(lock);
  expect(refused).toEqual([]);
  expect(counts[0]?.[0]).toBe("MIT");
});

describe("allowed is", () => {
  test.each(["MIT", "(MIT OR GPL-3.0)", "MIT or MPL-2.0", "Apache-2.0 AND MIT"])("%s", (license) => {
    expect(refused(license)).toEqual([]);
  });

  test("anything that is used for development only", () => {
    expect(refused("GPL-3.0", true)).toEqual([]);
  });
});

describe("refused, by name and version, is", () => {
  test.each(["GPL-3.0", "SEE LICENSE IN LICENSE", "MIT AND GPL-2.0", undefined])("%s", (license) => {
    expect(refused(license)).toEqual([expect.objectContaining({ name: "b@1.0.0" })]);
  });
});

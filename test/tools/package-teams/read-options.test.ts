import { describe, expect, test } from "@jest/globals";
import { AppError } from "../../../src/errors.ts";
import { readOptions } from "../../../src/tools/package-teams/read-options.ts";
import { APP_ID } from "./support.ts";

const NEEDED = ["--app-id", APP_ID, "--domain", "bot.voorbeeld.nl"];
const PAGES = ["--website", "https://v.nl", "--privacy", "https://v.nl/p", "--terms", "https://v.nl/t"];

function refusalOf(args: string[]): string {
  try {
    readOptions(args, "0.1.0");
  } catch (error) {
    if (error instanceof AppError && error.fix.includes("npm run package:teams")) return error.message;
  }
  throw new Error("these options were not refused");
}

test("an app id and a domain are enough; the rest is said as a warning", () => {
  const { values, warnings, out } = readOptions(NEEDED, "0.1.0");
  expect(values).toMatchObject({ BOT_ID: APP_ID, BOT_DOMAIN: "bot.voorbeeld.nl", APP_VERSION: "0.1.0" });
  expect(values.PRIVACY_URL).toBe("https://bot.voorbeeld.nl");
  expect(out).toMatch(/\.zip$/);
  expect(warnings).toEqual([expect.stringContaining("--privacy")]);
});

test("an app id and a domain in capitals are taken in lower case", () => {
  const { values } = readOptions(["--app-id", APP_ID.toUpperCase(), "--domain", "BOT.Voorbeeld.NL"], "0.1.0");
  expect(values).toMatchObject({ BOT_ID: APP_ID.toLowerCase(), BOT_DOMAIN: "bot.voorbeeld.nl" });
  expect(values.PRIVACY_URL).toBe("https://bot.voorbeeld.nl");
});

test("with everything given there is nothing to warn about", () => {
  const { values, warnings } = readOptions(
    [...NEEDED, ...PAGES, "--organisation", "Gemeente", "--version", "2.0.1"],
    "0.1.0",
  );
  expect(values).toMatchObject({ ORGANISATION: "Gemeente", TERMS_URL: "https://v.nl/t", APP_VERSION: "2.0.1" });
  expect(warnings).toEqual([]);
});

describe("refused, by name, is", () => {
  test.each([
    ["nothing at all", [], "--app-id"],
    ["no domain", ["--app-id", APP_ID], "--domain"],
    ["an app id that is a name", ["--app-id", "wijkteam", "--domain", "bot.voorbeeld.nl"], "--app-id"],
    ["the empty id", ["--app-id", APP_ID.replaceAll(/\d/g, "0"), "--domain", "bot.voorbeeld.nl"], "--app-id"],
    ["a domain with https", ["--app-id", APP_ID, "--domain", "https://bot.voorbeeld.nl"], "--domain"],
    ["a domain with a path", ["--app-id", APP_ID, "--domain", "bot.voorbeeld.nl/api"], "--domain"],
    ["this machine", ["--app-id", APP_ID, "--domain", "localhost"], "--domain"],
    ["an address of a machine", ["--app-id", APP_ID, "--domain", "10.0.0.1"], "--domain"],
    ["a page without TLS", [...NEEDED, "--privacy", "http://v.nl"], "--privacy"],
    ["a version that is no version", [...NEEDED, "--version", "1.0"], "--version"],
    ["a long name", [...NEEDED, "--organisation", "G".repeat(33)], "--organisation"],
    ["an unknown option", [...NEEDED, "--domein", "x"], "kent"],
  ])("%s", (_what, args, named) => {
    expect(refusalOf(args)).toContain(named);
  });

  test("two mistakes are named together", () => {
    expect(refusalOf(["--app-id", "x", "--domain", "y"]).split("\n- ")).toHaveLength(3);
  });
});

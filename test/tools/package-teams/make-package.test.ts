import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { encode } from "fast-png";
import { unzipSync } from "fflate";
import { parse } from "yaml";
import { makePackage } from "../../../src/tools/package-teams/make-package.ts";
import { mistakesOf, replaceIn, TEMPLATE, VALUES } from "./support.ts";

const files = unzipSync(makePackage(TEMPLATE, VALUES));
const manifest = JSON.parse(Buffer.from(files["manifest.json"] ?? []).toString());

test("the package holds the manifest, its language file and its icons, and nothing else", () => {
  expect(Object.keys(files).sort()).toEqual(["color.png", "en.json", "manifest.json", "outline.png"]);
});

test("every value is filled in, and none is left open", () => {
  expect(JSON.stringify(manifest)).not.toContain("${{");
  expect(manifest).toMatchObject({ version: "1.2.3", id: VALUES.BOT_ID, validDomains: ["bot.voorbeeld.nl"] });
  expect(manifest.webApplicationInfo.resource).toBe(`api://bot.voorbeeld.nl/${VALUES.BOT_ID}`);
});

test("the same values give the same bytes", () => {
  expect(Buffer.from(makePackage(TEMPLATE, VALUES)).equals(makePackage(TEMPLATE, VALUES))).toBe(true);
});

test("every command in the list is one that the bot understands", () => {
  const { commands } = parse(readFileSync(join(TEMPLATE, "../../dialogs/commands.yaml"), "utf8"));
  const understood = new Set(Object.values(commands).flat());
  const titles = manifest.bots[0].commandLists[0].commands.map(({ title }: { title: string }) => title);
  expect(titles.length).toBeGreaterThan(5);
  expect(titles.filter((title: string) => !understood.has(title))).toEqual([]);
});

test("the search has the parameter that the bot reads", () => {
  const source = readFileSync(join(TEMPLATE, "../../src/teams/compose-search.ts"), "utf8");
  const [parameter] = manifest.composeExtensions[0].commands[0].parameters;
  expect(source).toContain(`name === "${parameter.name}"`);
});

test("every text that is shown has a translation", () => {
  const english = JSON.parse(Buffer.from(files["en.json"] ?? []).toString());
  const commands = manifest.bots[0].commandLists[0].commands;
  for (const index of commands.keys()) {
    expect(english).toHaveProperty([`bots[0].commandLists[0].commands[${index}].description`]);
  }
});

test("the app is for a person alone, and blocked until an administrator allows it", () => {
  expect(manifest.bots[0].scopes).toEqual(["personal"]);
  expect(manifest.defaultBlockUntilAdminAction).toBe(true);
});

describe("a mistake in the template is named with its file:", () => {
  test.each([
    ["a name that is too long", "manifest.json", "Wijkteam-assistent", "W".repeat(31), "name.short"],
    ["a name of Microsoft", "manifest.json", '"Wijkteam-assistent"', '"Teams-assistent"', "name.short"],
    ["a space at the end of a name", "manifest.json", '"Wijkteam-assistent"', '"Wijkteam "', "name.short"],
    ["a colour that is none", "manifest.json", "#1F4E79", "blauw", "accentColor"],
    ["an unknown key", "manifest.json", '"permissions"', '"permisions"', "permisions"],
    ["a version of the schema that does not exist", "manifest.json", '"1.30"', '"9.9"', "9.9"],
    ["a placeholder without a value", "manifest.json", "APP_VERSION", "APP_VERSON", "APP_VERSON"],
    [
      "another bot for the search",
      "manifest.json",
      '"botId": "${{BOT_ID}}"',
      `"botId": "${"0".repeat(8)}-0000-0000-0000-000000000000"`,
      "ids",
    ],
    [
      "a domain with a star",
      "manifest.json",
      '["${{BOT_DOMAIN}}"]',
      '["${{BOT_DOMAIN}}", "*.azurewebsites.net"]',
      "validDomains",
    ],
    ["a tab elsewhere", "manifest.json", "https://${{BOT_DOMAIN}}/trends", "https://elders.nl/trends", "staticTabs"],
    [
      "a tab without TLS",
      "manifest.json",
      "https://${{BOT_DOMAIN}}/trends",
      "http://${{BOT_DOMAIN}}/trends",
      "staticTabs",
    ],
    ["a resource on another domain", "manifest.json", "api://${{BOT_DOMAIN}}", "api://elders.nl", "webApplicationInfo"],
    ["a translation of nothing", "en.json", "name.full", "name.ful", "name.ful"],
    ["a translation that is too long", "en.json", '"Wijkteam assistant"', `"${"W".repeat(31)}"`, "name.short"],
    ["an icon that is not there as such", "manifest.json", '"color": "color.png"', '"color": "en.json"', "PNG"],
  ])("%s", (_what, file, from, to, named) => {
    expect(mistakesOf(replaceIn(file, from, to)).join("\n")).toContain(named);
  });

  test("all mistakes are told at once", () => {
    const first = replaceIn("manifest.json", "#1F4E79", "blauw");
    const second = replaceIn("en.json", "name.full", "name.ful");
    expect(
      mistakesOf((folder) => {
        first(folder);
        second(folder);
      }).length,
    ).toBeGreaterThanOrEqual(3);
  });
});

describe("an icon is refused:", () => {
  const png = (side: number, channels: 3 | 4, value: number) =>
    encode({ width: side, height: side, channels, depth: 8, data: new Uint8Array(side * side * channels).fill(value) });

  test.each([
    ["a colour icon of the wrong size", "color.png", png(96, 3, 9), "192 x 192"],
    ["an outline of the wrong size", "outline.png", png(64, 4, 0), "32 x 32"],
    ["an outline without transparency", "outline.png", png(32, 3, 255), "wit"],
    ["an outline that is not white", "outline.png", png(32, 4, 100), "wit"],
    ["a file that is no picture", "color.png", new Uint8Array(10), "PNG"],
  ])("%s", (_what, file, bytes, named) => {
    expect(mistakesOf((folder) => writeFileSync(join(folder, file), bytes)).join("\n")).toContain(named);
  });

  test("the colour icon in the place of the outline", () => {
    expect(mistakesOf((f) => copyFileSync(join(f, "color.png"), join(f, "outline.png")))).toHaveLength(3);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";

const TEAMS = new URL("../../src/teams/", import.meta.url);
const DECISION = new URL("../../docs/adr/0012-what-moves-with-a-successor-sdk.md", import.meta.url);

test("all that src/teams/ takes from botbuilder is in the list of what moves", () => {
  const sources = readdirSync(TEAMS).map((name) => readFileSync(new URL(name, TEAMS), "utf8"));
  const imports = sources.flatMap((source) => [...source.matchAll(/import (?:type )?\{([^}]+)\} from "botbuilder"/g)]);
  const names = imports.flatMap(([, list]) => String(list).split(",")).map((name) => name.replace("type ", "").trim());
  const taken = [...new Set(names)].filter((name) => name !== "");
  const decision = readFileSync(DECISION, "utf8");
  expect(taken).toContain("CloudAdapter");
  expect(taken.filter((name) => !decision.includes(`\`${name}\``))).toEqual([]);
});

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { findUnusedExports } from "./architecture/find-unused-exports.ts";
import { findViolations } from "./architecture/find-violations.ts";
import { readModule } from "./architecture/read-module.ts";

const FOLDER = new URL("../", import.meta.url);

function projectModules(folder: "src" | "test" = "src") {
  return readdirSync(new URL(`${folder}/`, FOLDER), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .map((path) => readModule(path, readFileSync(new URL(path, FOLDER), "utf8")));
}

/** Violations of invented sources: path to code. */
function violationsOf(sources: Record<string, string>): string[] {
  return findViolations(Object.entries(sources).map(([path, source]) => readModule(path, source)));
}

test("the sources of the project keep to the import directions and the pure rooms", () => {
  const modules = projectModules();
  expect(modules.length).toBeGreaterThan(20);
  expect(findViolations(modules)).toEqual([]);
});

test("what a module of the project exports, another one imports", () => {
  expect(findUnusedExports([...projectModules(), ...projectModules("test")])).toEqual([]);
});

describe("an export that nobody imports is found:", () => {
  test.each([
    ["a function", "export function used() {} export function left() {}"],
    ["a value", "export const used = 1, left = 2;"],
    ["a value taken apart", "export const { used, a: [left] } = x;"],
    ["a type", "export interface used {} export type left = 1;"],
    ["a class", "export class used {} export class left {}"],
    ["a name given on", 'export { used, b as left } from "./other.ts";'],
  ])("%s", (_name, source) => {
    const modules = { "src/flow/a.ts": source, "src/flow/b.ts": 'import { used as other } from "./a.ts";' };
    const read = Object.entries(modules).map(([path, code]) => readModule(path, code));
    expect(findUnusedExports(read)).toEqual(["src/flow/a.ts: left"]);
  });

  test("not when everything is taken, as by a module that is loaded later", () => {
    const modules = { "src/flow/a.ts": "export const a = 1;", "src/app.ts": 'await import("./flow/a.ts");' };
    expect(findUnusedExports(Object.entries(modules).map(([path, code]) => readModule(path, code)))).toEqual([]);
  });
});

describe("a violation is found:", () => {
  test.each([
    ["an import that runs back", "src/content/a.ts", 'import { x } from "../flow/b.ts";'],
    ["an import between neighbouring rooms", "src/flow/a.ts", 'import { x } from "../signals/b.ts";'],
    ["a type import that runs back", "src/flow/a.ts", 'import type { X } from "../conversation/b.ts";'],
    ["a type import inside an expression", "src/flow/a.ts", 'type X = import("../http/b.ts").X;'],
    ["an export from a higher room", "src/content/a.ts", 'export * from "../app.ts";'],
    ["an import while running", "src/content/a.ts", 'await import("../http/b.ts");'],
    ["a tool used by a lower room", "src/render/a.ts", 'import { x } from "../tools/b.ts";'],
    ["a tool used by the app", "src/app.ts", 'import { x } from "./tools/b.ts";'],
    ["a tool used by the start", "src/main.ts", 'import type { X } from "./tools/b.ts";'],
    ["the check used by what it checks", "src/signals/a.ts", 'import { x } from "../check/b.ts";'],
    ["a bare botbuilder in another tool", "src/tools/a.ts", 'import "botbuilder";'],
    ["config taken instead of passed in", "src/http/a.ts", 'import { config } from "../config.ts";'],
    ["a room without a place", "src/misc/a.ts", "export {};"],
    ["botbuilder outside its room", "src/conversation/a.ts", 'import type { X } from "botbuilder";'],
    ["restify outside its room", "src/teams/a.ts", 'import restify from "restify";'],
    ["sqlite outside its room", "src/app.ts", 'import { DatabaseSync } from "node:sqlite";'],
    ["Cosmos DB outside its room", "src/http/a.ts", 'import { CosmosClient } from "@azure/cosmos";'],
    ["card templates outside their room", "src/teams/a.ts", 'import { Template } from "adaptivecards-templating";'],
    ["a second reader of the environment", "src/stores/a.ts", "export const a = process.env.A;"],
    ["the environment by another name", "src/stores/a.ts", 'import { env } from "node:process";'],
    ["a clock in a pure room", "src/flow/a.ts", "export const a = () => Date.now();"],
    ["a date of today in a pure room", "src/signals/a.ts", "export const a = () => new Date();"],
    ["chance in a pure room", "src/render/a.ts", "export const a = () => Math.random();"],
    ["a file in a pure room", "src/flow/a.ts", 'import { readFileSync } from "node:fs";'],
    ["a timer in a pure room", "src/flow/a.ts", "setTimeout(() => {}, 1);"],
  ])("%s", (_name, path, source) => {
    expect(violationsOf({ [path]: source })).toEqual([expect.stringMatching(`^${path}: `)]);
  });

  test("a clock in a file that the conversation's pure file imports", () => {
    const sources = {
      "src/conversation/turn/converse.ts": 'import { x } from "./step.ts"; import type { Y } from "./shape.ts";',
      "src/conversation/turn/step.ts": "export const x = () => Date.now();",
      "src/conversation/turn/shape.ts": "export interface Y {} const a = Date.now();",
    };
    expect(violationsOf(sources)).toEqual([expect.stringMatching("^src/conversation/turn/step.ts: ")]);
  });
});

describe("allowed is", () => {
  test.each([
    ["an import that skips rooms", "src/app.ts", 'import { x } from "./errors.ts";'],
    ["an import within a room", "src/flow/a.ts", 'import { x } from "./b.ts";'],
    ["a port taken as a type", "src/stores/a.ts", 'import type { X } from "../conversation/ports.ts";'],
    ["the type of what is passed in", "src/http/a.ts", 'import type { Log } from "../log.ts";'],
    ["a library in the room that hides it", "src/teams/a.ts", 'import { TeamsActivityHandler } from "botbuilder";'],
    ["a given date in a pure room", "src/flow/a.ts", "export const a = (ms: number) => new Date(ms);"],
    ["a key that is named like an outer name", "src/flow/a.ts", "export const a = { process: 1 }.process;"],
    ["the environment in its reader", "src/config.ts", "export const a = process.env.A;"],
    ["a store in a tool that works on it", "src/tools/usage-seed.ts", 'import { x } from "../stores/a.ts";'],
    [
      "anything in a server of the bench",
      "src/tools/bench/servers/a.ts",
      'import "botbuilder"; import "../../../app.ts";',
    ],
  ])("%s", (_name, path, source) => {
    expect(violationsOf({ [path]: source })).toEqual([]);
  });
});

import { NODE_ARGUMENTS } from "../node-arguments.ts";
import type { MakeUser } from "./drive.ts";
import { clicker, newcomer, typist } from "./users/simple-users.ts";
import { Walker } from "./users/walker.ts";

/** A server with the users that take turns on it. */
export interface Contestant {
  name: string;
  /** File in `servers/`. */
  server: string;
  /** Of Node. */
  nodeArguments?: readonly string[];
  /** `on`: what it says comes from the store, as staff publish it. */
  contentStore?: "on" | "off";
  /** `cosmos`: what is kept is in a Cosmos DB that takes its time. `seeded`: there is usage of half a year, invented. */
  store?: "cosmos" | "seeded";
  user: MakeUser;
}

export const CONSTANT: Contestant = { name: "restify, constant answer", server: "constant", user: typist("hallo") };
export const ECHO: Contestant = { name: "echo bot, message", server: "echo-bot", user: typist("hallo") };
const click = clicker("answer", { option: "ja" });
export const ECHO_CLICK: Contestant = { name: "echo bot, click on a card", server: "echo-bot", user: click };
const AGENTS_SDK = "agents-sdk-echo-bot";
export const PEER: Contestant = { name: "Agents SDK and express, message", server: AGENTS_SDK, user: typist("hallo") };
export const PEER_CLICK: Contestant = {
  name: "Agents SDK and express, click on a card",
  server: AGENTS_SDK,
  user: click,
};
export const ASSISTANT: Contestant = {
  name: "assistant, TOP-3 answer",
  server: "assistant",
  nodeArguments: NODE_ARGUMENTS,
  user: (conversation, serviceUrl, seed) => new Walker(conversation, serviceUrl, seed),
};

export const ASSISTANT_ON_COSMOS: Contestant = {
  ...ASSISTANT,
  name: "assistant on Cosmos DB, TOP-3 answer",
  store: "cosmos",
};

/** What else people do than answer. */
export const OTHER_TURNS: readonly Contestant[] = [
  { ...ASSISTANT, name: "assistant, question typed", user: typist("hoe lang duurt een huisverbod") },
  { ...ASSISTANT, name: "assistant, danger typed", user: typist("hij slaat haar nu") },
  { ...ASSISTANT, name: "assistant, welcome", user: newcomer },
  {
    ...ASSISTANT,
    name: "assistant, result of a walk",
    user: (conversation, serviceUrl, seed) => new Walker(conversation, serviceUrl, seed, true),
  },
  { ...ASSISTANT, name: "assistant, trends card", store: "seeded", user: clicker("trends", {}) },
];

/** The same, following what staff publish. */
export const ASSISTANT_ON_STORE: Contestant = {
  ...ASSISTANT,
  name: "assistant with the content store, TOP-3 answer",
  contentStore: "on",
};

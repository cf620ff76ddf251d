import { NODE_ARGUMENTS } from "../node-arguments.ts";
import type { VirtualUser } from "./drive.ts";
import { clicker, typist } from "./users/simple-users.ts";
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
  user: (conversation: string, serviceUrl: string, seed: number) => VirtualUser;
}

export const CONSTANT: Contestant = { name: "restify, constant answer", server: "constant", user: typist };
export const ECHO: Contestant = { name: "echo bot, message", server: "echo-bot", user: typist };
export const ECHO_CLICK: Contestant = { name: "echo bot, click on a card", server: "echo-bot", user: clicker };
const AGENTS_SDK = "agents-sdk-echo-bot";
export const PEER: Contestant = { name: "Agents SDK and express, message", server: AGENTS_SDK, user: typist };
export const PEER_CLICK: Contestant = {
  name: "Agents SDK and express, click on a card",
  server: AGENTS_SDK,
  user: clicker,
};
export const ASSISTANT: Contestant = {
  name: "assistant, TOP-3 answer",
  server: "assistant",
  nodeArguments: NODE_ARGUMENTS,
  user: (conversation, serviceUrl, seed) => new Walker(conversation, serviceUrl, seed),
};

/** The same, following what staff publish. */
export const ASSISTANT_ON_STORE: Contestant = {
  ...ASSISTANT,
  name: "assistant with the content store, TOP-3 answer",
  contentStore: "on",
};

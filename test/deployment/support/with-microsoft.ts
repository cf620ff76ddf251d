import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { JWK } from "jose";

/** What a process of the program must know of the Microsoft of a test. */
export interface Published {
  /** The public key with which the channel signs. */
  channel: JWK;
  /** The public key with which Entra ID signs. */
  entra: JWK;
  /** Where what is sent to Teams arrives. */
  connector: string;
}

const PRELOAD = pathToFileURL(resolve(import.meta.dirname, "fake-microsoft.ts")).href;

/** The part of the environment that gives a process of the program a Microsoft of its own, and no way out. */
export function withMicrosoft(published: Published): Record<string, string> {
  return { NODE_OPTIONS: `--import ${PRELOAD}`, FAKE_MICROSOFT: JSON.stringify(published) };
}

import { randomUUID } from "node:crypto";
import { once } from "node:events";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { Agent } from "node:https";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { createHttpsServer } from "@zeit/cosmosdb-server";
import type { CosmosSettings } from "../../../src/stores/cosmos/create-client.ts";

/** What goes wrong with one request: it gets no answer at all, or goes wrong before or after it is carried out. */
export interface Fault {
  when: "never" | "before" | "after";
  /** The status of the answer; absent: the connection is cut. */
  status?: number;
  headers?: Record<string, string>;
}

/** The fault of this request, or undefined when it goes well. */
export type Faults = (request: IncomingMessage) => Fault | undefined;

/** A server that speaks the protocol of Cosmos DB over TLS, on a free port of loopback, empty at first. */
export class CosmosServer {
  readonly #server = createHttpsServer();
  #faults: Faults = () => undefined;

  /** @param lateMs every answer comes this much later */
  static async start(lateMs = 0): Promise<CosmosServer> {
    const cosmos = new CosmosServer();
    const server = cosmos.#server;
    const [handle] = server.listeners("request") as RequestListener[];
    server.removeAllListeners("request");
    server.on("request", async (request, response) => {
      if (lateMs > 0) await wait(lateMs);
      const fault = cosmos.#faults(request);
      if (fault?.when === "never") return;
      if (fault?.when === "before") fail(response, fault);
      else handle?.(request, fault ? failingAtEnd(response, fault) : response);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return cosmos;
  }

  /** From now on requests fail in this way. */
  failWith(faults: Faults): void {
    this.#faults = faults;
  }

  get endpoint(): string {
    return `https://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  /** Settings for this server, whose certificate nobody knows. By itself a database of its own. */
  settings(database: string = randomUUID()): CosmosSettings & { key: string } {
    return { endpoint: this.endpoint, key: KEY, database, agent: new Agent({ rejectUnauthorized: false }) };
  }

  async stop(): Promise<void> {
    const closed = once(this.#server, "close");
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }
}

/** The server takes every key; the client wants one in base64. */
export const KEY = Buffer.from("a key for tests, known to nobody").toString("base64");

function fail(response: ServerResponse, { status, headers = {} }: Fault): void {
  if (status === undefined) response.socket?.destroy();
  else {
    response.writeHead(status, { ...headers, "content-type": "application/json", connection: "close" });
    response.end(JSON.stringify({ code: String(status), message: "made to fail" }));
  }
}

function failingAtEnd(response: ServerResponse, fault: Fault): ServerResponse {
  const end = response.end;
  response.end = () => {
    response.end = end;
    fail(response, fault);
    return response;
  };
  return response;
}

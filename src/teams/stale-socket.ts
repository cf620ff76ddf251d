import { Agent, type ClientRequest, globalAgent } from "node:http";
import { globalAgent as globalTlsAgent, Agent as TlsAgent } from "node:https";
import type { Socket } from "node:net";

/** Code of the error of a request on a kept connection that the other side had closed before it read the request. */
export const STALE_SOCKET = "STALE_SOCKET";

const CLOSED = new Set(["ECONNRESET", "EPIPE"]);
// Like those of Node itself, which know the proxy of HTTPS_PROXY.
const agents = {
  "http:": telling(new Agent({ ...optionsOf(globalAgent), keepAlive: true })),
  "https:": telling(new TlsAgent({ ...optionsOf(globalTlsAgent), keepAlive: true })),
};

/** They are not in the types of Node. */
function optionsOf(agent: Agent): object {
  return (agent as Agent & { options: object }).options;
}

/** The agent that keeps connections to this URL, and tells when one turned out to be closed: see {@link STALE_SOCKET}. */
export function agentFor(url: string): Agent {
  return url.startsWith("http:") ? agents["http:"] : agents["https:"];
}

/** Node gives the same ECONNRESET to a request that was lost with its connection as to one that was carried out. */
function telling<T extends Agent>(agent: T): T {
  const reuse = agent.reuseSocket.bind(agent);
  agent.reuseSocket = (socket, request) => {
    reuse(socket, request);
    tellWhenStale(socket as Socket, request);
  };
  return agent;
}

function tellWhenStale(socket: Socket, request: ClientRequest): void {
  const before = socket.bytesRead;
  request.prependOnceListener("error", (error: NodeJS.ErrnoException) => {
    if (CLOSED.has(error.code ?? "") && socket.bytesRead === before) error.code = STALE_SOCKET;
  });
}

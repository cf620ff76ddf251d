import { once } from "node:events";
import type { Server as NodeServer } from "node:http";
import { setTimeout } from "node:timers/promises";
import type { Server } from "restify";

/**
 * Stops a server: nothing new is accepted, and what is running may end, also when its caller has gone.
 * Returns false when that took longer than `timeoutMs` and was cut off.
 */
export async function closeGracefully(server: Server, timeoutMs: number): Promise<boolean> {
  const { server: node } = server as Server & { server: NodeServer };
  if (!node.listening) return true;
  const closed = once(node, "close");
  node.close();
  // Else a caller that keeps its connection could go on asking.
  server.on("after", () => node.closeIdleConnections());
  const inTime = await Promise.race([untilIdle(server), setTimeout(timeoutMs, false, { ref: false })]);
  // Among these are connections on which nothing was ever asked: Node does not count them as idle.
  node.closeAllConnections();
  await closed;
  return inTime;
}

async function untilIdle(server: Server): Promise<true> {
  while (server.inflightRequests() > 0) await once(server, "after");
  return true;
}

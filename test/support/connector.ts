import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";

/** One call of the bot to Teams: POST sends a message, PUT takes the place of one. */
export interface Call {
  method: string;
  path: string;
  // biome-ignore lint/suspicious/noExplicitAny: an activity as it is on the wire, read by tests only
  activity: any;
  /** When it came, in milliseconds as those of `performance.now`. */
  at: number;
  /** With what it was answered; undefined while it was not. */
  status?: number;
}

/** How the connector answers one call. */
export interface Refusal {
  method?: string;
  /** `hang`: it never answers. `reset`: it breaks the connection. */
  status: number | "hang" | "reset";
  headers?: Record<string, string>;
}

/** A loopback stand-in for the service of Teams to which bots send: it collects, and refuses when told to. */
export async function startConnector() {
  const calls: Call[] = [];
  const refusals: Refusal[] = [];
  let held: Promise<void> | undefined;
  const server = createServer(async (request, response) => {
    const activity = await json(request);
    const call: Call = { method: request.method ?? "", path: request.url ?? "", activity, at: performance.now() };
    calls.push(call);
    const count = calls.length;
    response.on("finish", () => {
      call.status = response.statusCode;
    });
    await held;
    answer(request, response, refusals, count);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    /** The next calls are refused, each with the next of these. */
    refuse: (...next: Refusal[]) => refusals.push(...next),
    /** Calls come in but get no answer until the returned function is called. */
    hold: () => {
      let release = () => {};
      held = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
    reset: () => {
      calls.length = 0;
      refusals.length = 0;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type Connector = Awaited<ReturnType<typeof startConnector>>;

function answer({ method }: IncomingMessage, response: ServerResponse, refusals: Refusal[], count: number): void {
  const index = refusals.findIndex((refusal) => refusal.method === undefined || refusal.method === method);
  const [refusal] = index < 0 ? [] : refusals.splice(index, 1);
  const { status = 200 } = refusal ?? {};
  if (status === "hang") return;
  if (status === "reset") {
    response.socket?.resetAndDestroy();
    return;
  }
  response.writeHead(status, { "content-type": "application/json", ...refusal?.headers });
  response.end(JSON.stringify(refusal ? { error: { code: "Refused" } } : { id: `message-${count}` }));
}

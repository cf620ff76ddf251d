import type { IncomingHttpHeaders, Server as NodeServer } from "node:http";
import { pino } from "pino";
import restify, { type Request, type Response, type Server } from "restify";
import type { Log } from "../log.ts";
import { answerError } from "./answer-error.ts";
import { checkContentType } from "./check-content-type.ts";
import { closeGracefully } from "./close-gracefully.ts";
import { checkReady, type Parts } from "./health.ts";
import { HttpError } from "./http-error.ts";
import { DEFAULT_LIMITS, type Limits } from "./limits.ts";
import { type Address, listen } from "./listen.ts";
import { parseObject } from "./parse-object.ts";
import { readBody } from "./read-body.ts";
import { addTrendsRoutes } from "./trends/add-trends-routes.ts";
import type { TrendsOptions } from "./trends/answer.ts";

/** The parts of restify's request and response that a taker of messages may use. */
export interface MessageRequest {
  headers: IncomingHttpHeaders;
  /** IP address of the caller; undefined when it has gone already. */
  client: string | undefined;
  body: Record<string, unknown>;
}
export interface MessageResponse {
  send(status: number, body?: unknown): unknown;
}

export interface HttpServerOptions {
  log: Log;
  /** Takes one activity and sends the answer. */
  messages: (req: MessageRequest, res: MessageResponse) => Promise<void>;
  ready: () => Promise<Parts>;
  /** Absent: there are no pages with trends. */
  trends?: TrendsOptions;
  limits?: Partial<Limits>;
}

export interface HttpServer {
  /**
   * Starts to listen; port 0 takes a free one. Returns where it listens.
   * @throws AppError `PORT_IN_USE` or `LISTEN_FAILED`
   */
  listen(port: number, host: string): Promise<Address>;
  /** Accepts nothing new and waits for what is running. Returns false when that took too long and was cut off. */
  close(): Promise<boolean>;
}

/**
 * Makes the HTTP server: POST /api/messages, GET /healthz (the process lives) and GET /readyz (it can take a turn),
 * and with `trends` the pages with the trends. An error is answered with JSON `{ code, message }`.
 */
export function createServer({ log, messages, ready, trends, limits: given }: HttpServerOptions): HttpServer {
  const limits = { ...DEFAULT_LIMITS, ...given };
  // Without a name no Server header is sent. restify logs whole requests and responses, so its own log is off; its types
  // still ask for the log library of an older version.
  const server = restify.createServer({ name: "", log: pino({ level: "silent" }) as never });
  guardConnections(server, limits);
  server.pre(checkRequest);
  addRoutes(server, { messages, ready, limits });
  if (trends) addTrendsRoutes(server, trends);
  server.on("restifyError", (req: Request, res: Response, error: Error, done: () => void) => {
    answerError(log, req, res, error);
    done();
  });
  server.on("after", (req: Request, res: Response) => logRequest(log, req, res));
  let closing: Promise<boolean> | undefined;
  return {
    listen: async (port, host) => {
      const address = await listen(server, port, host);
      server.on("error", (error: Error) => log.error("server-failed", { error }));
      return address;
    },
    close: () => {
      closing ??= closeGracefully(server, limits.drainTimeoutMs);
      return closing;
    },
  };
}

function guardConnections(server: Server, { bodyTimeoutMs }: Limits): void {
  const { server: node } = server as Server & { server: NodeServer };
  node.headersTimeout = bodyTimeoutMs;
  node.requestTimeout = 2 * bodyTimeoutMs;
  // restify listens for upgrades but answers none, which would leave the caller waiting for ever.
  node.removeAllListeners("upgrade");
}

/** restify parses the URL and the Host header where nothing catches the error, which would end the process. */
async function checkRequest(req: Request, res: Response): Promise<void> {
  res.setHeader("X-Content-Type-Options", "nosniff");
  res.setHeader("Cache-Control", "no-store");
  try {
    req.getUrl();
  } catch {
    throw new HttpError(400, "BAD_URL", "Het adres of de header Host klopt niet.", "Stuur een geldig adres.");
  }
}

function addRoutes(
  server: Server,
  { messages, ready, limits }: Pick<HttpServerOptions, "messages" | "ready"> & { limits: Limits },
): void {
  server.get("/healthz", async (_req: Request, res: Response) => {
    res.send(200, { status: "ok" });
  });
  server.get("/readyz", async (_req: Request, res: Response) => {
    const { status, parts } = await checkReady(ready);
    res.send(status, { parts });
  });
  server.post("/api/messages", async (req: Request, res: Response) => {
    checkContentType(req.headers);
    const body = parseObject(await readBody(req, limits), limits.maxDepth);
    await messages(Object.assign(req, { body, client: req.socket.remoteAddress }), res);
  });
}

/** A health check passes every few seconds, so it is logged only when it fails. */
function logRequest(log: Log, req: Request, res: Response): void {
  const path = (req.getRoute() as { path?: string } | undefined)?.path;
  const isQuiet = res.statusCode < 400 && path !== "/api/messages";
  const fields = { method: req.method, path, status: res.statusCode, durationMs: Date.now() - req.time() };
  log[isQuiet ? "debug" : "info"]("request", fields);
}

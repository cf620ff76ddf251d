import type { IncomingHttpHeaders, Server as NodeServer } from "node:http";
import { pino } from "pino";
import restify, { type Request, type Response, type Server } from "restify";
import type { Log } from "../log.ts";
import type { Publishing } from "../publishing/publishing.ts";
import { createRateLimit } from "../rate-limit.ts";
import type { SecurityLog } from "../security-log.ts";
import { addMetricsRoute, type MetricsRoute } from "./add-metrics-route.ts";
import { answerError } from "./answer-error.ts";
import { checkContentType } from "./check-content-type.ts";
import { clientAddress } from "./client-address.ts";
import { closeGracefully } from "./close-gracefully.ts";
import { addExchangeRoutes } from "./content-exchange/add-exchange-routes.ts";
import { checkReady, type Parts } from "./health.ts";
import { HttpError } from "./http-error.ts";
import { DEFAULT_LIMITS, type Limits } from "./limits.ts";
import { type Address, listen } from "./listen.ts";
import { parseObject } from "./parse-object.ts";
import { readBody } from "./read-body.ts";
import { setSecurityHeaders } from "./security-headers.ts";
import { addStudioRoutes, type StudioRouteOptions } from "./studio/add-studio-routes.ts";
import { addTrendsRoutes } from "./trends/add-trends-routes.ts";
import type { TrendsPageOptions } from "./trends/answer.ts";

/** The parts of restify's request and response that a taker of messages may use. */
export interface MessageRequest {
  headers: IncomingHttpHeaders;
  /** IP address of the caller; undefined when it has gone already. */
  client: string | undefined;
  body: Record<string, unknown>;
}
export interface MessageResponse {
  send(status: number, body?: unknown, headers?: Record<string, string>): unknown;
}

export interface HttpServerOptions {
  log: Log;
  /** Takes one activity and sends the answer. */
  messages: (req: MessageRequest, res: MessageResponse) => Promise<void>;
  ready: () => Promise<Parts>;
  /** Absent: there are no pages with trends. */
  trends?: TrendsPageOptions;
  /** Absent: content comes from files, and there is nothing to exchange. */
  publishing?: Publishing | undefined;
  /** Absent: there are no pages to change the content on. */
  studio?: StudioRouteOptions;
  security: SecurityLog;
  /** Absent: there is no `/metrics`. */
  metrics?: MetricsRoute;
  /** People reach the server over TLS, by a proxy. */
  isTls?: boolean;
  /** Proxies of our own between the caller and the server. */
  proxies?: number;
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
 * with `trends` the pages with the trends, and with `studio` those to change the content. An error is answered with JSON `{ code, message }`.
 */
export function createServer(options: HttpServerOptions): HttpServer {
  const { log, messages, ready, security, trends, studio, metrics, proxies = 0 } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  // Without a name no Server header is sent. restify logs whole requests and responses, so its own log is off; its types
  // still ask for the log library of an older version.
  const server = restify.createServer({ name: "", log: pino({ level: "silent" }) as never });
  guardConnections(server, limits);
  server.pre(checkRequest(options.isTls ?? false));
  server.pre(takeHeadAsGet);
  server.pre(checkRate({ proxies, security, perMinute: limits.clientPerMinute }));
  addRoutes(server, { messages, ready, limits, proxies });
  if (metrics) addMetricsRoute(server, metrics, security);
  if (trends) addTrendsRoutes(server, { ...trends, addressOf: (req) => clientAddress(req, proxies) });
  if (options.publishing) {
    addExchangeRoutes(server, {
      publishing: options.publishing,
      checkAccess: trends?.checkAccess,
      onRefused: (refusal) => security.record("access-refused", refusal),
      addressOf: (req) => clientAddress(req, proxies),
    });
  }
  if (studio) addStudioRoutes(server, { ...studio, limits, addressOf: (req) => clientAddress(req, proxies) });
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

function guardConnections(server: Server, { bodyTimeoutMs, idleMs, maxConnections, maxHeaders }: Limits): void {
  const { server: node } = server as Server & { server: NodeServer };
  node.maxConnections = maxConnections;
  node.maxHeadersCount = maxHeaders;
  node.keepAliveTimeout = idleMs;
  node.headersTimeout = bodyTimeoutMs;
  node.requestTimeout = 2 * bodyTimeoutMs;
  // restify listens for upgrades but answers none, which would leave the caller waiting for ever.
  node.removeAllListeners("upgrade");
}

/** restify parses the URL and the Host header where nothing catches the error, which would end the process. */
function checkRequest(isTls: boolean) {
  return async (req: Request, res: Response): Promise<void> => {
    setSecurityHeaders(res, isTls);
    try {
      req.getUrl();
    } catch {
      throw new HttpError(400, "BAD_URL", "Het adres of de header Host klopt niet.", "Stuur een geldig adres.");
    }
  };
}

/** A HEAD is answered as its GET: Node itself leaves the body away. Monitors and proxies ask so. */
async function takeHeadAsGet(req: Request): Promise<void> {
  if (req.method === "HEAD") req.method = "GET";
}

interface RateOptions {
  proxies: number;
  security: SecurityLog;
  perMinute: number | undefined;
}

/** Before anything is read of a request, so that asking too much costs little. */
function checkRate({ proxies, security, perMinute }: RateOptions) {
  const tooManyOf = createRateLimit(perMinute);
  return async (req: Request, res: Response): Promise<void> => {
    const address = clientAddress(req, proxies);
    const tooMany = await tooManyOf(address ?? "");
    if (!tooMany) return;
    const code = "TOO_MANY_REQUESTS";
    if (tooMany.isFirst) security.record("access-refused", { code, status: 429, address });
    res.setHeader("Retry-After", tooMany.retryAfterSeconds);
    const fix = `Probeer het over ${tooMany.retryAfterSeconds} seconden opnieuw.`;
    throw new HttpError(429, code, "Dit zijn te veel verzoeken in korte tijd.", fix);
  };
}

function addRoutes(
  server: Server,
  {
    messages,
    ready,
    limits,
    proxies,
  }: Pick<HttpServerOptions, "messages" | "ready"> & {
    limits: Limits;
    proxies: number;
  },
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
    await messages(Object.assign(req, { body, client: clientAddress(req, proxies) }), res);
  });
}

/** A health check passes every few seconds, so it is logged only when it fails. */
function logRequest(log: Log, req: Request, res: Response): void {
  const path = (req.getRoute() as { path?: string } | undefined)?.path;
  const isQuiet = res.statusCode < 400 && path !== "/api/messages";
  const fields = { method: req.method, path, status: res.statusCode, durationMs: Date.now() - req.time() };
  log[isQuiet ? "debug" : "info"]("request", fields);
}

import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Request, Response, Server } from "restify";
import { isLoopback } from "../is-loopback.ts";
import type { Metrics } from "../metrics.ts";
import type { SecurityLog } from "../security-log.ts";
import { HttpError } from "./http-error.ts";

export interface MetricsRoute {
  metrics: Metrics;
  /** The bearer token that a reader must have. Absent: only this machine may read, and not through a proxy. */
  token?: string | undefined;
}

/** Adds GET /metrics, in the text format of Prometheus. Who may not read gets 401. */
export function addMetricsRoute(server: Server, { metrics, token }: MetricsRoute, security: SecurityLog): void {
  server.get("/metrics", async (req: Request, res: Response) => {
    if (!(token === undefined ? isLocal(req) : hasToken(req, token))) {
      security.record("access-refused", { what: "/metrics", status: 401, address: req.socket.remoteAddress });
      res.setHeader("WWW-Authenticate", "Bearer");
      const fix = "Lees ze op de machine zelf, of stuur METRICS_TOKEN mee als Bearer-token.";
      throw new HttpError(401, "METRICS_REFUSED", "De metingen zijn niet openbaar.", fix);
    }
    res.writeHead(200, { "Content-Type": metrics.contentType });
    res.end(await metrics.text());
  });
}

/** A proxy on this machine also calls from loopback, but says for whom. */
function isLocal({ socket, headers }: IncomingMessage): boolean {
  const isNear = isLoopback(socket.remoteAddress ?? "");
  return isNear && ["x-forwarded-for", "forwarded", "via"].every((name) => headers[name] === undefined);
}

/** Compared as digests, in a time that tells nothing about either. */
function hasToken({ headers }: IncomingMessage, token: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(headers.authorization ?? ""), digest(`Bearer ${token}`));
}

import type { ServerResponse } from "node:http";

/** For answers that are no page. A page sets its own policy in its place. */
const NOTHING_ALLOWED = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Two years, the least with which browsers take a domain in their list (hstspreload.org). */
const HSTS = "max-age=63072000; includeSubDomains";

/**
 * The headers of every answer (OWASP, HTTP Headers Cheat Sheet).
 * @param isTls people reach the bot over TLS, so that a browser may be told never to do without
 */
export function setSecurityHeaders(res: ServerResponse, isTls: boolean): void {
  res.setHeader("X-Content-Type-Options", "nosniff");
  res.setHeader("Cache-Control", "no-store");
  res.setHeader("Referrer-Policy", "no-referrer");
  res.setHeader("Content-Security-Policy", NOTHING_ALLOWED);
  res.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  if (isTls) res.setHeader("Strict-Transport-Security", HSTS);
}

import type { IncomingHttpHeaders } from "node:http";
import { isLoopback } from "../../is-loopback.ts";
import { HttpError } from "../http-error.ts";

/**
 * A write comes from a page of our own, and not from another site that the same browser has open.
 * @param isOpen nobody signs in: then the name must be that of this machine, so that no other name can be made to lead here
 * @throws HttpError 403
 */
export function checkSameOrigin(headers: IncomingHttpHeaders, { isOpen }: { isOpen: boolean }): void {
  const { origin, host = "" } = headers;
  const site = headers["sec-fetch-site"];
  // Browsers that do not say it are told by the name; behind a proxy that name can be another one.
  const isOurs = site === undefined ? URL.parse(origin ?? "")?.host === host : site === "same-origin";
  if (isOurs && (!isOpen || isThisMachine(host))) return;
  const what = "Dit verzoek komt niet van deze pagina zelf.";
  throw new HttpError(403, "OTHER_ORIGIN", what, "Open /inhoud, en doe het daar opnieuw.");
}

function isThisMachine(host: string): boolean {
  return isLoopback(URL.parse(`http://${host}`)?.hostname ?? "");
}

import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

/** An address as proxies write it down: App Service adds the port. */
const WITH_PORT = /^\[?([\da-f.:]+?)\]?(:\d+)?$/i;

/**
 * The IP address of the caller; undefined when it has gone already.
 * @param proxies how many proxies of our own stand before the bot. Each adds the address that it saw to the end of
 *   `X-Forwarded-For`; what stands before those was made up by the caller.
 */
export function clientAddress(req: Pick<IncomingMessage, "headers" | "socket">, proxies: number): string | undefined {
  const seen =
    proxies === 0
      ? undefined
      : String(req.headers["x-forwarded-for"] ?? "")
          .split(",")
          .at(-proxies);
  return addressIn(seen?.trim()) ?? addressIn(req.socket.remoteAddress);
}

function addressIn(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const address = isIP(text) ? text : (WITH_PORT.exec(text)?.[1] ?? "");
  return isIP(address) ? address.replace(/^::ffff:(?=\d+\.)/i, "") : undefined;
}

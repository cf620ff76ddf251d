import type { IncomingMessage } from "node:http";
import { HttpError } from "./http-error.ts";
import type { Limits } from "./limits.ts";

interface BodyLimits extends Pick<Limits, "maxBodyBytes" | "bodyTimeoutMs"> {
  /**
   * So many bytes too many are read and thrown away: hanging up on who is still sending resets the connection, and then
   * they never read why. Only for who may be here.
   */
  discardBytes?: number;
}

/**
 * Reads the body of a request, once, and not further than allowed. restify's own reader does not serve: it reads on
 * after the limit, does not count what it unzips, and damaged gzip ends the process.
 * @throws HttpError 413 when it is too large, 408 when it takes too long, 400 when the caller goes away
 */
export function readBody(
  req: IncomingMessage,
  { maxBodyBytes, bodyTimeoutMs, discardBytes = 0 }: BodyLimits,
): Promise<Buffer> {
  const most = maxBodyBytes + discardBytes;
  if (Number(req.headers["content-length"]) > most) return Promise.reject(tooLarge(maxBodyBytes));
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    const timer = setTimeout(() => fail(size > maxBodyBytes ? tooLarge(maxBodyBytes) : tooSlow()), bodyTimeoutMs);
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBodyBytes) chunks.push(chunk);
      else chunks = [];
      if (size > most) fail(tooLarge(maxBodyBytes));
    };
    const fail = (error: HttpError) => {
      clearTimeout(timer);
      req.off("data", onData).pause();
      reject(error);
    };
    req.on("data", onData);
    req.once("error", () => fail(brokenOff()));
    req.once("end", () => {
      clearTimeout(timer);
      if (size > maxBodyBytes) reject(tooLarge(maxBodyBytes));
      else resolve(Buffer.concat(chunks));
    });
  });
}

function tooLarge(maxBytes: number): HttpError {
  const most = `Stuur niet meer dan ${Math.floor(maxBytes / 1024)} kB.`;
  return new HttpError(413, "BODY_TOO_LARGE", "Het bericht is te groot.", most);
}

function tooSlow(): HttpError {
  return new HttpError(408, "BODY_TOO_SLOW", "Het bericht kwam niet op tijd helemaal binnen.", "Stuur het opnieuw.");
}

function brokenOff(): HttpError {
  return new HttpError(400, "BODY_BROKEN_OFF", "Het bericht brak af.", "Stuur het opnieuw.");
}

import type { IncomingMessage } from "node:http";
import { HttpError } from "./http-error.ts";
import type { Limits } from "./limits.ts";

/**
 * Reads the body of a request, once, and not further than allowed. restify's own reader does not serve: it reads on
 * after the limit, does not count what it unzips, and damaged gzip ends the process.
 * @throws HttpError 413 when it is too large, 408 when it takes too long, 400 when the caller goes away
 */
export function readBody(req: IncomingMessage, { maxBodyBytes, bodyTimeoutMs }: Limits): Promise<Buffer> {
  if (Number(req.headers["content-length"]) > maxBodyBytes) return Promise.reject(tooLarge(maxBodyBytes));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const timer = setTimeout(() => fail(tooSlow()), bodyTimeoutMs);
    const onData = (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > maxBodyBytes) fail(tooLarge(maxBodyBytes));
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
      resolve(Buffer.concat(chunks));
    });
  });
}

function tooLarge(maxBytes: number): HttpError {
  return new HttpError(413, "BODY_TOO_LARGE", "Het bericht is te groot.", `Stuur niet meer dan ${maxBytes} bytes.`);
}

function tooSlow(): HttpError {
  return new HttpError(408, "BODY_TOO_SLOW", "Het bericht kwam niet op tijd helemaal binnen.", "Stuur het opnieuw.");
}

function brokenOff(): HttpError {
  return new HttpError(400, "BODY_BROKEN_OFF", "Het bericht brak af.", "Stuur het opnieuw.");
}

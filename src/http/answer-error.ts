import { randomUUID } from "node:crypto";
import type { Request, Response } from "restify";
import type { Log } from "../log.ts";
import { HttpError } from "./http-error.ts";

/** Answers a request that failed with small JSON: a code and what to do, never what went wrong inside. */
export function answerError(log: Log, req: Request, res: Response, error: Error): void {
  const { status, code, message, fix } = toHttpError(log, error);
  if (res.headersSent) return;
  // What has not been read of the request is not going to be, so the connection cannot be used again.
  if (!req.complete) res.setHeader("Connection", "close");
  res.send(status, { code, message: `${message} ${fix}` });
}

function toHttpError(log: Log, error: Error & { statusCode?: number }): HttpError {
  if (error instanceof HttpError) return error;
  if (error.statusCode === 404) return notFound();
  if (error.statusCode === 405) return wrongMethod();
  const reference = randomUUID().slice(0, 8);
  log.error("request-failed", { reference, error });
  return new HttpError(500, "FAILED", "Er ging iets mis in de bot.", `In de log staat het onder kenmerk ${reference}.`);
}

function notFound(): HttpError {
  return new HttpError(404, "NOT_FOUND", "Dit adres is er niet.", "De bot luistert op /api/messages.");
}

function wrongMethod(): HttpError {
  return new HttpError(405, "WRONG_METHOD", "Dat kan niet op dit adres.", "De header Allow zegt wat wel kan.");
}

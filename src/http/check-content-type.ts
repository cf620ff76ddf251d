import type { IncomingHttpHeaders } from "node:http";
import { HttpError } from "./http-error.ts";

/** @throws HttpError 415 when the headers say anything else than plain JSON */
export function checkContentType(headers: IncomingHttpHeaders): void {
  const type = headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  if (type === "application/json" && (headers["content-encoding"] ?? "identity") === "identity") return;
  throw new HttpError(
    415,
    "NOT_JSON",
    "Dit soort bericht neemt de bot niet aan.",
    "Stuur Content-Type: application/json, zonder Content-Encoding.",
  );
}

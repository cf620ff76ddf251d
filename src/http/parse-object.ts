import { HttpError } from "./http-error.ts";

const UTF8 = new TextDecoder("utf-8", { fatal: true });

/**
 * The object in the JSON of a body.
 * @param maxDepth how many arrays and objects may be within each other: code that walks through them calls itself,
 *   and would run out of stack
 * @throws HttpError 400 when it is not UTF-8, not JSON, not an object, nested deeper, or has a key `__proto__`
 */
export function parseObject(body: Buffer, maxDepth: number): Record<string, unknown> {
  const value = parseJson(body);
  if (!isContainer(value) || Array.isArray(value)) throw badBody("NOT_AN_OBJECT", "Het bericht is geen JSON-object.");
  checkContainer(value, maxDepth);
  return value as Record<string, unknown>;
}

/** @throws HttpError 400 when it is nested deeper than `depthLeft`, or has a key `__proto__` anywhere */
function checkContainer(container: object, depthLeft: number): void {
  if (depthLeft === 0) throw badBody("TOO_DEEP", "Het bericht heeft te veel lagen.");
  // A copy made with this key would get another prototype.
  if (Object.hasOwn(container, "__proto__")) {
    throw badBody("FORBIDDEN_KEY", "Het bericht heeft een sleutel die niet mag.");
  }
  for (const value of Object.values(container)) if (isContainer(value)) checkContainer(value, depthLeft - 1);
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(UTF8.decode(body));
  } catch {
    throw badBody("MALFORMED_JSON", "Het bericht is geen geldige JSON.");
  }
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function badBody(code: string, message: string): HttpError {
  return new HttpError(400, code, message, "Stuur een activiteit van het Bot Framework, als JSON in UTF-8.");
}

/** Why an activity was refused. The caller gets the status only; the code is for the logs. */
export type RefusalCode =
  | "NO_TOKEN"
  | "TOKEN_REFUSED"
  | "NOT_FROM_CHANNEL"
  | "NOT_FROM_TEAMS"
  | "SERVICE_URL_REFUSED"
  | "TENANT_REFUSED"
  | "KEYS_UNREACHABLE";

/** An activity that is not served: 401 when it is unknown who sends it, 403 when that one may not, 503 when that cannot be known now. */
export class Refusal extends Error {
  readonly statusCode: 401 | 403 | 503;
  readonly code: RefusalCode;

  constructor(statusCode: 401 | 403 | 503, code: RefusalCode, options?: ErrorOptions) {
    super(code, options);
    this.name = "Refusal";
    this.statusCode = statusCode;
    this.code = code;
  }
}

/** The HTTP status with which Teams refused a call, as botbuilder throws it; undefined when no answer came. */
export function statusCodeOf(error: unknown): number | undefined {
  return (error as { statusCode?: number } | undefined)?.statusCode;
}

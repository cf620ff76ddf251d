/** The HTTP status with which Teams refused a call, as botbuilder throws it; undefined when no answer came. */
export function statusOf(error: unknown): number | undefined {
  return (error as { statusCode?: number } | undefined)?.statusCode;
}

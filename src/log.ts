import { isNativeError } from "node:util/types";
import { type DestinationStream, type Logger, pino, stdTimeFunctions } from "pino";

export const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** All that can be said in the log. What happened is always one of these, never a sentence. */
const LOG_EVENTS = [
  "start-failed",
  "listening",
  "stopping",
  "stopped",
  "stopped-early",
  "content-loaded",
  "content-refused",
  "content-not-kept",
  "content-store-failed",
  "request",
  "request-failed",
  "server-failed",
  "activity-ignored",
  "activity-refused",
  "activity-slowed",
  "turn",
  "turn-failed",
  "send-failed",
  "state-purged",
  "drafts-purged",
  "purge-failed",
  "usage-flushed",
  "flush-failed",
  "count-failed",
  "usage-purged",
  "monthly-sent",
  "monthly-failed",
  "security-log-failed",
] as const;
export type LogEvent = (typeof LOG_EVENTS)[number];

/** `path` is the pattern of a route, not the URL; `reference` is also shown to the person who meets the error. */
const TEXT_FIELDS = [
  "code",
  "reference",
  "method",
  "path",
  "verb",
  "activityType",
  "file",
  "rule",
  "version",
  "host",
  "signal",
  "content",
] as const;
const NUMBER_FIELDS = ["status", "durationMs", "count", "line", "column", "port"] as const;

/**
 * The allow-list. A text field takes one word out of a known set: what came from outside is looked up there before it
 * is logged.
 * `error` may be anything that was thrown: only its name, code and our own stack frames are kept.
 */
export type LogFields = { readonly [name in (typeof TEXT_FIELDS)[number]]?: string | undefined } & {
  readonly [name in (typeof NUMBER_FIELDS)[number]]?: number | undefined;
} & { readonly error?: unknown };

type Write = (event: LogEvent, fields?: LogFields) => void;

/** Writes JSON lines. Whatever is not on the allow-list is dropped, also when the types are passed by. */
export interface Log {
  fatal: Write;
  error: Write;
  warn: Write;
  info: Write;
  debug: Write;
  /** A log that adds these fields to each of its lines. */
  child(fields: LogFields): Log;
}

/** One word: no spaces, so that a typed sentence cannot pass as the value of a field. */
const WORD = /^[\w.:/\\@-]{1,200}$/;
const NAME_OR_CODE = /^\w{1,60}$/;
const MAX_CAUSES = 3;
const OWN_FRAME = /^\s+at .*\b(src[/\\][\w./\\-]+\.ts:\d+:\d+)\)?$/;

/**
 * Makes the log of the application: one JSON line per event, on standard output unless `destination` is given.
 * Process id and host name are left out.
 */
export function createLog({ level, destination }: { level: LogLevel; destination?: DestinationStream }): Log {
  const options = {
    level,
    base: null,
    messageKey: "event",
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return wrap(destination === undefined ? pino(options) : pino(options, destination));
}

function wrap(logger: Logger): Log {
  const writer =
    (level: "fatal" | "error" | "warn" | "info" | "debug"): Write =>
    (event, fields = {}) =>
      logger[level](allowed(fields), LOG_EVENTS.includes(event) ? event : "unknown-event");
  return {
    fatal: writer("fatal"),
    error: writer("error"),
    warn: writer("warn"),
    info: writer("info"),
    debug: writer("debug"),
    child: (fields) => wrap(logger.child(allowed(fields))),
  };
}

function allowed(fields: LogFields): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const name of TEXT_FIELDS) if (isMatch(WORD, fields[name])) kept[name] = fields[name];
  for (const name of NUMBER_FIELDS) if (Number.isFinite(fields[name])) kept[name] = fields[name];
  if (fields.error !== undefined) kept.error = describeError(fields.error);
  return kept;
}

/** The message of an error can hold typed text, so it is not used. */
function describeError(error: unknown, depth = 0): Record<string, unknown> {
  if (!isNativeError(error) && !(error instanceof Error)) return { name: typeof error };
  const { name, code, cause } = error as Error & { code?: unknown };
  return {
    name: isMatch(NAME_OR_CODE, name) ? name : "Error",
    ...(isMatch(NAME_OR_CODE, code) || typeof code === "number" ? { code } : {}),
    frames: ownFrames(error),
    ...(cause !== undefined && depth < MAX_CAUSES ? { cause: describeError(cause, depth + 1) } : {}),
  };
}

/** The places in `src/` on the stack, after the message: a message can be written to look like a frame. */
function ownFrames({ message, stack = "" }: Error): string[] {
  const start = stack.indexOf(message);
  if (start < 0) return [];
  return stack
    .slice(start + message.length)
    .split("\n")
    .filter((line) => !line.includes("node_modules"))
    .flatMap((line) => OWN_FRAME.exec(line)?.[1] ?? []);
}

function isMatch(pattern: RegExp, value: unknown): value is string {
  return typeof value === "string" && pattern.test(value);
}

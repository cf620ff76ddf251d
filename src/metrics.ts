import { Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Log, LogEvent, LogFields } from "./log.ts";

/** What is read at the moment that somebody asks for the metrics. */
export interface Readings {
  contentVersion(): string;
  /** Number of the published version in use; 0 for the files of the release. */
  contentNumber?(): number;
  /** 1 when this release cannot read the newest version. */
  contentRefused?(): number;
  /** Counters of the usage that wait for the central store. */
  outboxLength?(): number | Promise<number>;
  /** Seconds since the last flush to the central store that worked; undefined when there was none yet. */
  flushAgeSeconds?(): number | undefined | Promise<number | undefined>;
}

export interface Metrics {
  /** For the Content-Type header. */
  readonly contentType: string;
  /** All metrics, in the text format of Prometheus. */
  text(): Promise<string>;
  /** Counts one line of the log. */
  observe(event: LogEvent, fields?: LogFields): void;
}

/** From 5 ms to 10 s; Teams gives up on a turn after 15 s. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const CODE = /^[A-Z][A-Z0-9_]{2,40}$/;

/**
 * Makes the metrics of one process. They follow from the log, so that the two cannot disagree and no other room has to
 * know of them. Labels are codes, events and statuses: no ids, and nothing of what people typed or chose.
 */
export function createMetrics(readings: Readings): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const turns = new Histogram({
    name: "wijkteam_turn_duration_seconds",
    help: "Time of a turn, without the sending of its replies. The count is the number of turns.",
    buckets: BUCKETS,
    registers,
  });
  const errors = new Counter({
    name: "wijkteam_errors_total",
    help: "What went wrong, by event of the log and code of the error.",
    labelNames: ["event", "code"],
    registers,
  });
  const requests = new Counter({
    name: "wijkteam_http_requests_total",
    help: "Answered requests, by status.",
    labelNames: ["status"],
    registers,
  });
  addReadings(readings, registers);
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    observe(event, { durationMs, status, error } = {}) {
      if (event === "turn") turns.observe((durationMs ?? 0) / 1000);
      else if (event === "request") requests.inc({ status: String(status) });
      else if (error !== undefined) errors.inc({ event, code: codeOf(error) });
    },
  };
}

/** The log, of which each line is also counted. */
export function withMetrics(log: Log, metrics: Metrics): Log {
  const counted =
    (level: Exclude<keyof Log, "child">) =>
    (event: LogEvent, fields?: LogFields): void => {
      metrics.observe(event, fields);
      log[level](event, fields);
    };
  return {
    fatal: counted("fatal"),
    error: counted("error"),
    warn: counted("warn"),
    info: counted("info"),
    debug: counted("debug"),
    child: (fields) => withMetrics(log.child(fields), metrics),
  };
}

function addReadings(readings: Readings, registers: Registry[]): void {
  const { contentVersion, contentNumber, contentRefused, outboxLength, flushAgeSeconds } = readings;
  new Gauge({
    name: "wijkteam_content_info",
    help: "The version of the content in use.",
    labelNames: ["version"],
    registers,
    collect() {
      this.reset();
      this.set({ version: contentVersion() }, 1);
    },
  });
  addReading("wijkteam_content_number", "The number of the published version in use.", contentNumber, registers);
  addReading("wijkteam_content_refused", "Whether the newest version cannot be used.", contentRefused, registers);
  addReading(
    "wijkteam_outbox_length",
    "Counters of the usage that wait for the central store.",
    outboxLength,
    registers,
  );
  addReading("wijkteam_flush_age_seconds", "Time since the last flush that worked.", flushAgeSeconds, registers);
}

function addReading(
  name: string,
  help: string,
  read: (() => number | undefined | Promise<number | undefined>) | undefined,
  registers: Registry[],
): void {
  if (read === undefined) return;
  new Gauge({
    name,
    help,
    registers,
    async collect() {
      const value = await read();
      if (value === undefined) this.remove();
      else this.set(value);
    },
  });
}

/** Other codes and all messages stay out: they could hold anything. */
function codeOf(error: unknown): string {
  const { code } = Object(error) as { code?: unknown };
  return typeof code === "string" && CODE.test(code) ? code : "other";
}

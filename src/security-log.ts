import { appendFileSync, readdirSync, rmSync } from "node:fs";
import { isIP } from "node:net";
import { join } from "node:path";
import type { Log } from "./log.ts";
import { makePrivateFolder } from "./make-private-folder.ts";

/** All that can be said in the security log: who got in, who did not, with which settings, and what they published. */
const SECURITY_EVENTS = [
  "started",
  "sign-in",
  "access-refused",
  "content-published",
  "content-proposed",
  "content-undone",
  "content-refused",
  "lines-dropped",
] as const;
export type SecurityEvent = (typeof SECURITY_EVENTS)[number];

/** One word, such as a code, a route or the name of a setting. */
const WORD = /^[\w.:/,@-]{1,200}$/;
const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** The allow-list: the fields of a line, and what may stand in them. What does not fit is dropped. */
const FIELDS = {
  /** Object id of the person in Entra ID. */
  who: (value: unknown) => isMatch(ID, value),
  tenant: (value: unknown) => isMatch(ID, value),
  /** IP address of the caller. */
  address: (value: unknown) => typeof value === "string" && isIP(value) !== 0,
  /** What was asked for: the pattern of a route, the name of a page, file or command. */
  what: (value: unknown) => isMatch(WORD, value),
  /** Why it was refused, or what was published. */
  code: (value: unknown) => isMatch(WORD, value),
  status: (value: unknown) => Number.isInteger(value),
} as const;
export type SecurityFields = { readonly [name in keyof typeof FIELDS]?: unknown };

export interface SecurityLog {
  /**
   * Adds one line. Never throws: when the file cannot be written the ordinary log says so and the bot works on.
   * @param settings of a start: names and values of settings that are no secret
   */
  record(event: SecurityEvent, fields?: SecurityFields, settings?: Readonly<Record<string, string>>): void;
}

export interface SecurityLogOptions {
  /** The lines go to `security-<date>.jsonl` in this folder, readable by the owner only. */
  dataDir: string;
  /** Days after which a file is deleted. */
  days: number;
  log: Log;
  now?: () => Date;
}

/** Somebody who knocks without end must not fill the disk. */
const MAX_LINES_PER_MINUTE = 600;
const FILE_NAME = /^security-(\d{4}-\d\d-\d\d)\.jsonl$/;
const DAY_MS = 24 * 60 * 60_000;

/**
 * Makes the security log: JSON lines that are traceable to a person, about access only (BIO2 8.15.01). It is kept apart
 * from the ordinary log and from the usage, and holds nothing of a conversation.
 */
export function createSecurityLog({ dataDir, days, log, now = () => new Date() }: SecurityLogOptions): SecurityLog {
  const mayWrite = createLineLimit();
  let today = "";

  const append = (line: object, at: Date) => {
    const date = at.toISOString().slice(0, 10);
    if (date !== today) {
      makePrivateFolder(dataDir);
      deleteOld(dataDir, new Date(at.getTime() - days * DAY_MS).toISOString().slice(0, 10));
      today = date;
    }
    appendFileSync(join(dataDir, `security-${date}.jsonl`), `${JSON.stringify(line)}\n`, { mode: 0o600 });
  };

  return {
    record(event, fields = {}, settings) {
      const at = now();
      const allowed = mayWrite(at);
      if (allowed === "no") return;
      const line =
        allowed === "last" ? { event: "lines-dropped" } : { event, ...allowedFields(fields), ...wordsOf(settings) };
      try {
        append({ time: at.toISOString(), ...line }, at);
      } catch (error) {
        log.error("security-log-failed", { error });
      }
    },
  };
}

/** Whether a line may be written in this minute; `last` is the place for a line that says that the rest is missing. */
function createLineLimit(): (at: Date) => "yes" | "last" | "no" {
  let minute = 0;
  let lines = 0;
  return (at) => {
    const present = Math.floor(at.getTime() / 60_000);
    lines = present === minute ? lines + 1 : 1;
    minute = present;
    if (lines === MAX_LINES_PER_MINUTE) return "last";
    return lines < MAX_LINES_PER_MINUTE ? "yes" : "no";
  };
}

function deleteOld(folder: string, oldest: string): void {
  for (const name of readdirSync(folder)) {
    const date = FILE_NAME.exec(name)?.[1];
    if (date !== undefined && date < oldest) rmSync(join(folder, name), { force: true });
  }
}

function allowedFields(fields: SecurityFields): object {
  const names = Object.keys(FIELDS) as (keyof typeof FIELDS)[];
  return Object.fromEntries(names.filter((name) => FIELDS[name](fields[name])).map((name) => [name, fields[name]]));
}

function wordsOf(settings: Readonly<Record<string, string>> | undefined): object {
  if (settings === undefined) return {};
  return { settings: Object.fromEntries(Object.entries(settings).filter(([, value]) => isMatch(WORD, value))) };
}

function isMatch(pattern: RegExp, value: unknown): boolean {
  return typeof value === "string" && pattern.test(value);
}

import { z } from "zod";
import { type Finding, meant } from "./mistake.ts";
import { nearest } from "./nearest.ts";
import { typeInWords } from "./schema/fix.ts";

type Issue = z.core.$ZodIssue;

/** What is wrong, in Dutch. The issue's message is the fix (see `schema/fix.ts`). */
export function describeIssue(issue: Issue): Finding {
  const { rule, what } = ruleOf(issue, nameOf(issue));
  const fix = issue.code === "invalid_key" ? issue.issues[0]?.message : issue.message;
  const mend = mendOf(issue);
  return { rule, what, fix: fix ?? issue.message, ...(mend !== undefined && { mend: meant(mend) }) };
}

/** What was obviously meant by a value of the wrong form; undefined when that is not certain. */
function mendOf(issue: Issue): string | undefined {
  if (typeof issue.input !== "string") return undefined;
  const written = issue.input.trim();
  if (issue.code === "invalid_value") return nearest(written, issue.values.map(String));
  if (issue.code !== "invalid_format") return undefined;
  if (issue.format === "date") return dayOf(written);
  return issue.format === "url" ? secureAddress(written) : undefined;
}

/** `31-3-2025` as `2025-03-31`. */
function dayOf(written: string): string | undefined {
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(written) ?? [];
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return z.iso.date().safeParse(iso).success ? iso : undefined;
}

/** The address with https in front, when it has http or nothing there. */
function secureAddress(written: string): string | undefined {
  const [, rest = ""] = /^(?:http:\/\/)?(\S+)$/i.exec(written) ?? [];
  const address = URL.parse(`https://${rest}`);
  const isDomain = z.regexes.domain.test(address?.hostname ?? "");
  return isDomain && !/^[a-z]+:/i.test(rest) ? `https://${rest}` : undefined;
}

/** One finding per unknown key. */
export function describeUnknownKeys(issue: z.core.$ZodIssueUnrecognizedKeys): { key: string; finding: Finding }[] {
  const fixes = issue.message.split("\n");
  return issue.keys.map((key, index) => ({
    key,
    finding: { rule: "unknown-key", what: `Onbekende sleutel "${key}".`, fix: fixes[index] ?? "" },
  }));
}

function ruleOf(issue: Issue, name: string): Omit<Finding, "fix"> {
  if (issue.code === "custom") return issue.params as Omit<Finding, "fix">;
  if (issue.code === "invalid_key")
    return { rule: "wrong-format", what: `De sleutel ${name} heeft niet de goede vorm.` };
  if (issue.input === undefined || issue.input === null)
    return { rule: "missing-key", what: `${name} ontbreekt of is leeg.` };
  if (issue.code === "invalid_type") {
    return { rule: "wrong-type", what: `Bij ${name} staat ${typeInWords(typeOf(issue.input))}.` };
  }
  if (issue.code === "invalid_value")
    return { rule: "unknown-value", what: `${name} kan niet ${quote(issue.input)} zijn.` };
  if (issue.code === "too_small") {
    const isSmall = typeof issue.input === "number";
    return { rule: "too-small", what: isSmall ? `${name} is te klein.` : `Hier staat nog niets (${name}).` };
  }
  if (issue.code === "too_big") return { rule: "too-big", what: `${name} is te lang of te groot.` };
  return { rule: "wrong-format", what: `${name} heeft niet de goede vorm: ${quote(issue.input)}.` };
}

/** The nearest key above the issue; a list number alone says little. */
function nameOf({ path }: Issue): string {
  const key = path.findLast((part) => typeof part === "string");
  return key === undefined ? "Dit bestand" : `"${key}"`;
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return "array";
  return typeof value;
}

const QUOTED_LENGTH = 60;

function quote(value: unknown): string {
  const text = typeof value === "object" ? typeInWords(typeOf(value)) : `"${value}"`;
  return text.length > QUOTED_LENGTH ? `${text.slice(0, QUOTED_LENGTH)}…` : text;
}

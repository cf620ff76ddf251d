import type { z } from "zod";
import type { Finding } from "./mistake.ts";
import { typeInWords } from "./schema/fix.ts";

type Issue = z.core.$ZodIssue;

/** What is wrong, in Dutch. The issue's message is the fix (see `schema/fix.ts`). */
export function describeIssue(issue: Issue): Finding {
  const { rule, what } = ruleOf(issue, nameOf(issue));
  const fix = issue.code === "invalid_key" ? issue.issues[0]?.message : issue.message;
  return { rule, what, fix: fix ?? issue.message };
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
  if (issue.code === "too_small") return { rule: "too-small", what: `${name} is leeg of te klein.` };
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

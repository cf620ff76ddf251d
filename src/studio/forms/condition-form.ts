import { isDeepStrictEqual } from "node:util";
import type { Data } from "../edit/emit-yaml.ts";
import { field, idsIn, listIn } from "../library/thing.ts";

const GROUPS = ["all", "any", "none"] as const;
export type GroupKind = (typeof GROUPS)[number];

/** Deeper than anybody can read. */
const MAX_DEPTH = 6;
const MAX_PARTS = 40;

/** A condition as the form shows it: always a group first, with rules and groups in it. */
export type FormCondition = FormGroup | FormAtom;

export interface FormGroup {
  kind: GroupKind;
  parts: FormCondition[];
}

export interface FormAtom {
  question: string;
  /** The answers count, or all but these. */
  butNot: boolean;
  options: string[];
  atLeast: number;
}

/** The group that the form shows for a condition; undefined: always. */
export function toForm(condition: Data | undefined): FormGroup | undefined {
  if (condition === undefined || condition === null) return undefined;
  const part = toPart(condition);
  return "parts" in part ? part : { kind: "all", parts: [part] };
}

function toPart(condition: Data): FormCondition {
  const kind = GROUPS.find((group) => field(condition, group) !== undefined);
  if (kind) return { kind, parts: listIn(condition, kind).map(toPart) };
  const butNot = field(condition, "any-but") !== undefined;
  return {
    question: String(field(condition, "question") ?? ""),
    butNot,
    options: idsIn(field(condition, butNot ? "any-but" : "is")),
    atLeast: Number(field(condition, "at-least") ?? 1),
  };
}

/** Whether every rule has a question and an answer. */
export function isWhole(part: FormCondition): boolean {
  return "parts" in part ? part.parts.every(isWhole) : part.question !== "" && part.options.length > 0;
}

/** The condition for the file; undefined when there is no rule left. */
export function fromForm(group: FormGroup | undefined): Data | undefined {
  const part = group && fromPart(group);
  if (part === undefined) return undefined;
  // One rule needs no group around it.
  const only = group?.kind !== "none" && group?.parts.length === 1 ? group.parts[0] : undefined;
  return only ? fromPart(only) : part;
}

function fromPart(part: FormCondition): Data | undefined {
  if ("parts" in part) {
    const parts = part.parts.flatMap((one) => fromPart(one) ?? []);
    return parts.length > 0 ? { [part.kind]: parts } : undefined;
  }
  const { question, butNot, options, atLeast } = part;
  const [only] = options;
  const answers = options.length === 1 && only !== undefined ? only : options;
  return { question, [butNot ? "any-but" : "is"]: answers, ...(atLeast > 1 && { "at-least": atLeast }) };
}

/** Whether two conditions say the same, however they are written. */
export function isSameCondition(a: Data | undefined, b: Data | undefined): boolean {
  return isDeepStrictEqual(fromForm(toForm(a)), fromForm(toForm(b)));
}

/** Reads the fields of a condition, of which the names begin with `name`. */
export function readCondition(form: URLSearchParams, name: string): FormGroup | undefined {
  const part = form.has(`${name}.kind`) ? readPart(form, name, 0) : undefined;
  if (!part) return undefined;
  return "parts" in part ? part : { kind: "all", parts: [part] };
}

function readPart(form: URLSearchParams, name: string, depth: number): FormCondition | undefined {
  const kind = form.get(`${name}.kind`);
  const group = GROUPS.find((one) => one === kind);
  if (group) {
    const parts: FormCondition[] = [];
    for (let index = 0; depth < MAX_DEPTH && index < MAX_PARTS && form.has(`${name}.${index}.kind`); index += 1) {
      const part = readPart(form, `${name}.${index}`, depth + 1);
      if (part) parts.push(part);
    }
    return { kind: group, parts };
  }
  const was = form.get(`${name}.was`);
  const question = form.get(`${name}.question`) ?? "";
  return {
    question,
    butNot: form.get(`${name}.but`) === "1",
    // Answers of the question that stood here before say nothing about another one.
    options: was === null || was === question ? form.getAll(`${name}.is`) : [],
    atLeast: Math.max(1, Number.parseInt(form.get(`${name}.least`) ?? "1", 10) || 1),
  };
}

const NEW_RULE: FormAtom = { question: "", butNot: false, options: [], atLeast: 1 };

/**
 * Does what a button of the form asks for: `add:when`, `group:when.1`, `drop:when.0`.
 * @param root the name of the whole condition
 */
export function changeCondition(group: FormGroup | undefined, op: string, root: string): FormGroup | undefined {
  const [verb, name = ""] = op.split(":");
  const steps =
    name === root
      ? []
      : name
          .slice(root.length + 1)
          .split(".")
          .map(Number);
  const start: FormGroup = group ?? { kind: "all", parts: [] };
  if (verb === "add") return changeAt(start, steps, (part) => withPart(part, NEW_RULE)) as FormGroup;
  if (verb === "group") {
    return changeAt(start, steps, (part) => withPart(part, { kind: "any", parts: [NEW_RULE] })) as FormGroup;
  }
  if (verb === "drop" && steps.length === 0) return undefined;
  if (verb === "drop") {
    const at = steps.at(-1) ?? 0;
    return changeAt(start, steps.slice(0, -1), (part) =>
      "parts" in part ? { ...part, parts: part.parts.filter((_, index) => index !== at) } : part,
    ) as FormGroup;
  }
  return group;
}

function withPart(part: FormCondition, added: FormCondition): FormCondition {
  return "parts" in part ? { ...part, parts: [...part.parts, added] } : part;
}

function changeAt(
  part: FormCondition,
  [step, ...rest]: readonly number[],
  change: (part: FormCondition) => FormCondition,
): FormCondition {
  if (step === undefined) return change(part);
  if (!("parts" in part)) return part;
  return { ...part, parts: part.parts.map((one, index) => (index === step ? changeAt(one, rest, change) : one)) };
}

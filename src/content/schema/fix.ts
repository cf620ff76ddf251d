import type { z } from "zod";
import { nearest } from "../nearest.ts";

type RawIssue = z.core.$ZodRawIssue;

/**
 * How to mend an issue, in Dutch. Used as zod's error map: throughout the content schemas the
 * `message` of an issue is its fix, and `validate-file.ts` adds what is wrong.
 * For unknown keys: one line per key.
 */
function fix(issue: RawIssue): string {
  switch (issue.code) {
    case "unrecognized_keys":
      return (issue.keys as string[]).map((key) => fixUnknownKey(key, validKeys(issue.inst))).join("\n");
    case "invalid_value":
      return `Kies uit: ${(issue.values as unknown[]).join(", ")}.`;
    case "invalid_type":
      return fixType(issue);
    case "too_small":
      return issue.origin === "array" ? "Zet er minstens één regel in." : `Kies ${issue.minimum} of meer.`;
    case "invalid_format":
      return fixFormat(issue.format as string);
    default:
      return "Vergelijk dit met een ander bestand van deze soort.";
  }
}

/** The settings for `safeParse` on every content schema. */
export const PARSE = { error: fix, reportInput: true } as const;

/** A JSON type as a content writer would say it. */
export function typeInWords(type: string): string {
  const words: Record<string, string> = {
    string: "tekst",
    array: "een lijst (regels die beginnen met een streepje)",
    object: "een groep sleutels",
    record: "een groep sleutels",
    int: "een heel getal",
    number: "een getal",
    boolean: "true of false",
  };
  return words[type] ?? type;
}

function fixType({ input, expected, path }: RawIssue): string {
  const words = typeInWords(expected as string);
  const key = path?.at(-1);
  const missing = input === undefined && typeof key === "string";
  return missing ? `Voeg "${key}:" toe, met ${words}.` : `Schrijf hier ${words}.`;
}

function validKeys(schema: RawIssue["inst"]): string[] {
  const { shape, keyType } = (schema as z.core.$ZodType & { _zod: { def: Definition } })._zod.def;
  return shape ? Object.keys(shape) : [...(keyType?._zod.values ?? [])].map(String);
}

interface Definition {
  shape?: Record<string, unknown>;
  keyType?: z.core.$ZodType;
}

/** Which key was meant, and which keys are possible. */
export function fixUnknownKey(key: string, valid: readonly string[]): string {
  const near = nearest(key, valid);
  const all = `Hier kan: ${valid.join(", ")}.`;
  return near && near !== key ? `Bedoel je "${near}"? ${all}` : all;
}

function fixFormat(format: string): string {
  if (format === "url") return "Schrijf het hele adres, beginnend met https://.";
  if (format === "date") return "Schrijf de datum als jaar-maand-dag, bijvoorbeeld 2025-03-31.";
  return "Schrijf het zoals in een ander bestand van deze soort.";
}

import { fingerprint } from "./confirmation.ts";
import type { Content, Texts } from "./content.ts";

/** The fixed sentences on cards about danger. */
const FIXED: readonly string[] = ["danger-now", "danger-typed", "danger-today", "call-now", "case"];

/**
 * Every text that a worker acts on when there is danger, to letters that change with its words: the fixed sentences of the
 * danger cards by key, and the signals of level `nu` and `vandaag` by id. Code knows only some wordings of a false promise.
 */
export function dangerWordingOf({
  texts,
  signalGroups,
}: Pick<Content, "texts" | "signalGroups">): Record<string, string> {
  const { common, ...other } = texts;
  const emergency = typeof common === "object" ? common.emergency : undefined;
  const sentences = [
    ...FIXED.flatMap((key) => sentencesIn(key, other[key])),
    ...sentencesIn("common.emergency", emergency),
  ];
  const signals = signalGroups
    .flatMap((group) => group.signals)
    .filter(({ level }) => level === "nu" || level === "vandaag")
    .map(({ id, title, advice, next, banner }) => [`signaal ${id}`, fingerprint({ title, advice, next, banner })]);
  return Object.fromEntries([...sentences, ...signals]);
}

function sentencesIn(key: string, text: Texts | string | undefined): [string, string][] {
  if (text === undefined) return [];
  if (typeof text === "string") return [[key, fingerprint({ text })]];
  return Object.entries(text).flatMap(([name, inner]) => sentencesIn(`${key}.${name}`, inner));
}

/** What reads otherwise than before, or is new or gone. */
export function rewordedSince(
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((key) => before[key] !== now[key]);
}

import type { OrdinaryKind } from "../content/schema/typed-lines.ts";
import type { Model } from "../language/classifier.ts";
import type { Features } from "../language/features.ts";
import { learnTwo } from "../language/learn-two.ts";
import { type DangerLine, LOOKS_LIKE } from "./danger-lines.ts";

export const CASE = "casus";
const OTHER = "geen-casus";

/** Ordinary kinds that tell about people in a case. */
const TELLING = new Set(["casus-nieuws", "ontkend", "voorbij", LOOKS_LIKE]);
/** Kinds of both sorts, of which nothing can be learned here. */
const MIXED = "gemengd";

/**
 * Learns to tell messages about people and what happens from questions and everything else.
 * @param cases whole messages of both sorts
 * @param questions that articles answer
 */
export function trainCases(
  lines: readonly DangerLine[],
  cases: readonly OrdinaryKind[],
  questions: readonly string[],
  read: (text: string) => Features,
): Model {
  return learnTwo([
    ...lines
      .filter(({ kind }) => kind !== MIXED)
      .map(({ text, kind, level }) => ({
        features: read(text),
        label: level !== "geen" || TELLING.has(kind) ? CASE : OTHER,
      })),
    ...cases.flatMap(({ kind, lines }) =>
      Object.values(lines)
        .flat()
        .map((text) => ({ features: read(text), label: kind === CASE ? CASE : OTHER })),
    ),
    ...questions.map((text) => ({ features: read(text), label: OTHER })),
  ]);
}

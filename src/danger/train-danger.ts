import type { Model } from "../language/classifier.ts";
import type { Features } from "../language/features.ts";
import { learnMany } from "../language/learn-many.ts";
import { learnTwo } from "../language/learn-two.ts";
import type { DangerLine } from "./danger-lines.ts";

/** Three questions about a sentence, the last two only when there is danger. */
export interface DangerModels {
  /** `gevaar` or `geen`. */
  danger: Model;
  levels: Model;
  signs: Model;
}

export const DANGER = "gevaar";

/** Measured: what one line holds helps to see danger, and with two labels it costs little memory. */
const ALL_FEATURES = { atLeast: 1, counts: 0.5 };
/** Their lines were written to try out the grammar of before: short, and with danger in words. Measured: they count for less. */
const FIRST_WRITERS = new Set(["eerste", "tweede", "derde", "derde-b", "vierde"]);
const FIRST_WEIGHT = 0.25;

/** Learns to see danger, how grave it is, and which sign of it. */
export function trainDanger(lines: readonly DangerLine[], read: (text: string) => Features): DangerModels {
  const all = lines.map((line) => ({ ...line, features: read(line.text) }));
  const grave = all.filter(({ level }) => level !== "geen");
  return {
    danger: learnTwo(
      all.map(({ features, level, writer }) => ({
        features,
        label: level === "geen" ? level : DANGER,
        weight: FIRST_WRITERS.has(writer) ? FIRST_WEIGHT : 1,
      })),
      ALL_FEATURES,
    ),
    // Measured: with fewer lines for each label, counting does as well as learning from mistakes, or better.
    levels: learnMany(grave.map(({ features, level }) => ({ features, label: level }))),
    signs: learnMany(grave.map(({ features, kind }) => ({ features, label: kind }))),
  };
}

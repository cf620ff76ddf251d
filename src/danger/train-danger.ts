import { type Model, train } from "../language/classifier.ts";
import { textFeatures } from "../language/text-features.ts";
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
const ALL_FEATURES = { atLeast: 1 };

/** Learns to see danger, how grave it is, and which sign of it. */
export function trainDanger(lines: readonly DangerLine[]): DangerModels {
  const read = lines.map((line) => ({ ...line, features: textFeatures(line.text) }));
  const grave = read.filter(({ level }) => level !== "geen");
  return {
    danger: train(
      read.map(({ features, level }) => ({ features, label: level === "geen" ? level : DANGER })),
      ALL_FEATURES,
    ),
    levels: train(grave.map(({ features, level }) => ({ features, label: level }))),
    signs: train(grave.map(({ features, kind }) => ({ features, label: kind }))),
  };
}

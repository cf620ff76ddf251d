import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import type { PersonalDataRules } from "../../content/schema/personal-data.ts";
import { createPersonalDataCheck, type PersonalDataKind } from "../../personal-data/personal-data-check.ts";

const RECALL = 0.95;
const FALSE_ALARMS = 0.03;

const lines = z.array(z.string()).min(1);
const batchSchema = z.strictObject({ personal: z.record(z.string(), lines), clean: lines });
const fileSchema = z.record(z.string(), batchSchema);

/** How well personal data are seen. `met`: over all lines the targets of the project are reached. */
export interface PersonalDataEvaluation {
  name: string;
  lines: string[];
  met: boolean;
}

interface Score {
  personal: number;
  clean: number;
  /** One printed line for each text of which the kind was not seen, and for each false alarm. */
  missed: string[];
  alarms: string[];
}

/**
 * Measures the rules on the lines of `test/personal-data/eval/personal-data.yaml`. A text counts as seen when
 * its own kind is seen; a text without personal data counts as false alarm when any kind is.
 * @param file path of that file
 * @throws ZodError when it has another shape
 */
export function evaluatePersonalData(rules: PersonalDataRules, file: string): PersonalDataEvaluation {
  const check = createPersonalDataCheck(rules);
  const batches = Object.entries(fileSchema.parse(parse(readFileSync(file, "utf8"))));
  const scores = batches.map(([name, batch]) => ({ name, ...score(batch, check) }));
  const total = scores.reduce<Score>(add, { personal: 0, clean: 0, missed: [], alarms: [] });
  return {
    name: "persoonsgegevens",
    lines: [
      ...scores.map((batch) => summary(batch.name, batch)),
      summary("alles", total),
      ...total.missed,
      ...total.alarms,
    ],
    met: recall(total) >= RECALL && falseAlarms(total) <= FALSE_ALARMS,
  };
}

function score(batch: z.infer<typeof batchSchema>, check: (text: string) => PersonalDataKind[]): Score {
  const personal = Object.entries(batch.personal).flatMap(([kind, texts]) => texts.map((text) => ({ kind, text })));
  const missed = personal.filter(({ kind, text }) => !check(text).some((seen) => seen === kind));
  const alarms = batch.clean.filter((text) => check(text).length > 0);
  return {
    personal: personal.length,
    clean: batch.clean.length,
    missed: missed.map(({ kind, text }) => `  gemist (${kind}): ${text}`),
    alarms: alarms.map((text) => `  vals alarm (${check(text).join(", ")}): ${text}`),
  };
}

function add(a: Score, b: Score): Score {
  return {
    personal: a.personal + b.personal,
    clean: a.clean + b.clean,
    missed: [...a.missed, ...b.missed],
    alarms: [...a.alarms, ...b.alarms],
  };
}

function recall({ personal, missed }: Score): number {
  return 1 - missed.length / personal;
}

function falseAlarms({ clean, alarms }: Score): number {
  return alarms.length / clean;
}

function summary(name: string, score: Score): string {
  const seen = score.personal - score.missed.length;
  return `${name}: gezien ${seen}/${score.personal} (${percent(recall(score))}), vals alarm ${
    score.alarms.length
  }/${score.clean} (${percent(falseAlarms(score))})`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

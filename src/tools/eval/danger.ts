import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import type { DangerRules } from "../../content/schema/danger.ts";
import { createDangerCheck } from "../../safety/danger-check.ts";

const RECALL = 0.97;
const FALSE_ALARMS = 0.05;

const batchSchema = z.strictObject({ danger: z.array(z.string()).min(1), other: z.array(z.string()).min(1) });
const linesSchema = z.record(z.string(), batchSchema);

/** How well danger is noticed. `met`: over all lines the targets of the project are reached. */
export interface DangerEvaluation {
  name: string;
  lines: string[];
  met: boolean;
}

/**
 * Measures the rules on the lines of `test/safety/eval/danger.yaml`. Any level but "geen" counts as danger.
 * @param file path of that file
 * @throws ZodError when it has another shape
 */
export function evaluateDanger(rules: DangerRules, file: string): DangerEvaluation {
  const check = createDangerCheck(rules);
  const noticed = (line: string): boolean => check(line).level !== "geen";
  const batches = Object.entries(linesSchema.parse(parse(readFileSync(file, "utf8")))).map(([name, batch]) => ({
    name,
    ...batch,
    missed: batch.danger.filter((line) => !noticed(line)),
    alarms: batch.other.filter(noticed),
  }));
  const all = { name: "alles", danger: [], other: [], missed: [], alarms: [] };
  const total = batches.reduce<Batch>(add, all);
  const met = recall(total) >= RECALL && falseAlarms(total) <= FALSE_ALARMS;
  const misses = batches.flatMap(({ missed, alarms }) => [
    ...missed.map((line) => `  gemist: ${line}`),
    ...alarms.map((line) => `  vals alarm: ${line} (${check(line).signs.join(", ")})`),
  ]);
  return { name: "gevaar", lines: [...batches.map(summary), summary(total), ...misses], met };
}

interface Batch {
  name: string;
  danger: readonly string[];
  other: readonly string[];
  missed: readonly string[];
  alarms: readonly string[];
}

function add(a: Batch, b: Batch): Batch {
  return {
    name: a.name,
    danger: [...a.danger, ...b.danger],
    other: [...a.other, ...b.other],
    missed: [...a.missed, ...b.missed],
    alarms: [...a.alarms, ...b.alarms],
  };
}

function recall({ danger, missed }: Batch): number {
  return 1 - missed.length / danger.length;
}

function falseAlarms({ other, alarms }: Batch): number {
  return alarms.length / other.length;
}

function summary(batch: Batch): string {
  const seen = batch.danger.length - batch.missed.length;
  return `${batch.name}: gezien ${seen}/${batch.danger.length} (${percent(recall(batch))}), vals alarm ${
    batch.alarms.length
  }/${batch.other.length} (${percent(falseAlarms(batch))})`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { BenchTarget } from "./targets.ts";

const LIMIT_MS = 0.2;

/** What counting adds to a turn, measured in a process of its own. */
export function countingTarget(): BenchTarget {
  const value = Number(execFileSync(process.execPath, [join(import.meta.dirname, "measure-counting.ts")]));
  return { name: "CPU of a turn's counting, in ms", value, target: `<= ${LIMIT_MS}`, met: value <= LIMIT_MS };
}

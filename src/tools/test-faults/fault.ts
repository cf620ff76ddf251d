import type { Random } from "../simulate-use/random.ts";

/** How much of a fault is done: `short` takes a second or two, `long` is what the promises are about. */
export interface Size {
  isLong: boolean;
  /** The one that belongs to this size. */
  of<T>(short: T, long: T): T;
}

export interface Run {
  size: Size;
  /** Chance of this fault only: the same for the same seed, whatever other faults are run. */
  random: Random;
}

export interface Outcome {
  /** How often the fault was made to happen. */
  times: number;
  /** What the people saw who were using the bot. */
  worker: string;
  /** Answers, counts or messages that were acknowledged and are not there. */
  lost: number;
  /** Answers, counts or messages that are there once too often. */
  doubled: number;
  /** What `/readyz` and the log said. */
  tells: string;
  /** What else did not hold; empty when all did. */
  broken: readonly string[];
}

/** Something that goes wrong, made to happen to the bot itself. */
export interface Fault {
  name: string;
  /** Part of the short form, which the tests run. */
  isQuick?: boolean;
  run(run: Run): Promise<Outcome>;
}

/** The complaints of the checks that did not hold. */
export function brokenOf(checks: Record<string, boolean>): string[] {
  return Object.entries(checks).flatMap(([name, holds]) => (holds ? [] : [name]));
}

export function isPassed({ lost, doubled, broken }: Outcome): boolean {
  return lost === 0 && doubled === 0 && broken.length === 0;
}

import { setImmediate } from "node:timers/promises";

/** Milliseconds after which the turns of workers go first. */
const SLICE_MS = 10;

/**
 * Does work in steps, with the turns of workers in between.
 * @throws the reason of `signal` when that ends it, and what a step throws
 */
export async function inSlices<T>(steps: Generator<void, T>, signal?: AbortSignal): Promise<T> {
  let until = performance.now() + SLICE_MS;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await setImmediate();
    signal?.throwIfAborted();
    until = performance.now() + SLICE_MS;
  }
}

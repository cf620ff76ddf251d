import { syncBuiltinESMExports } from "node:module";
import timers from "node:timers/promises";

/** How many times as fast the time goes from now on, and how far the clock on the wall jumps at once. */
export interface ClockOrder {
  rate?: number;
  jumpMs?: number;
}

/**
 * Loaded before the bot into its process: its clock and its waits follow what they are told. At rate 1 and without a
 * jump all is as it was. Only what the program itself asks for: what Node waits for inside (sockets) keeps real time.
 */
const real = {
  now: Date.now,
  performanceNow: performance.now.bind(performance),
  setTimeout: globalThis.setTimeout,
  setInterval: globalThis.setInterval,
  wait: timers.setTimeout,
};
let rate = 1;
let jumpedMs = 0;
/** Real and told time when the rate last changed. */
let changed = { real: real.performanceNow(), told: real.performanceNow() };

const told = () => changed.told + (real.performanceNow() - changed.real) * rate;
const wallOffset = real.now() - real.performanceNow();
const wall = () => Math.round(wallOffset + told() + jumpedMs);

class ToldDate extends Date {
  constructor(...args: unknown[]) {
    super(...((args.length === 0 ? [wall()] : args) as [number]));
  }
  static override now = wall;
}

globalThis.Date = ToldDate as DateConstructor;
performance.now = told;
globalThis.setTimeout = ((work: () => void, ms = 0, ...args: []) =>
  real.setTimeout(work, ms / rate, ...args)) as typeof setTimeout;
globalThis.setInterval = ((work: () => void, ms = 0, ...args: []) =>
  real.setInterval(work, ms / rate, ...args)) as typeof setInterval;
timers.setTimeout = ((ms = 0, ...rest: []) => real.wait(ms / rate, ...rest)) as typeof timers.setTimeout;
AbortSignal.timeout = (ms) => {
  const cut = new AbortController();
  const late = () => cut.abort(new DOMException("The operation was aborted due to timeout", "TimeoutError"));
  real.setTimeout(late, ms / rate).unref();
  return cut.signal;
};
syncBuiltinESMExports();

process.on("message", (order: ClockOrder) => {
  changed = { real: real.performanceNow(), told: told() };
  rate = order.rate ?? rate;
  jumpedMs += order.jumpMs ?? 0;
});
// To listen must not keep the process alive.
process.channel?.unref();

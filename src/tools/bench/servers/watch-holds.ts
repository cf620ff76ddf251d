import type { Holds } from "../server-usage.ts";

const EVERY_MS = 5;

/** Watches how long this process does one thing and nothing else. Each call gives the longest since the one before. */
export function watchHolds(): () => Holds {
  let holds: Holds = { ms: 0, cpuMs: 0 };
  let last = performance.now();
  let cpu = process.threadCpuUsage();
  setInterval(() => {
    const now = performance.now();
    const used = process.threadCpuUsage(cpu);
    const cpuMs = (used.user + used.system) / 1000;
    holds = { ms: Math.max(holds.ms, now - last - EVERY_MS), cpuMs: Math.max(holds.cpuMs, cpuMs) };
    last = now;
    cpu = process.threadCpuUsage();
  }, EVERY_MS).unref();
  return () => {
    const found = holds;
    holds = { ms: 0, cpuMs: 0 };
    return found;
  };
}

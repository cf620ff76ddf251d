import type { ServerUsage } from "../server-usage.ts";

/** Tells the bench the port of this server, and answers each question about its use of the machine. */
export function answerBench(port: number, storeCalls: () => number = () => 0): void {
  process.on("message", () => {
    const { user, system } = process.cpuUsage();
    const usage: ServerUsage = {
      rssBytes: process.memoryUsage.rss(),
      cpuMs: (user + system) / 1000,
      storeCalls: storeCalls(),
    };
    process.send?.(usage);
  });
  process.send?.(port);
}

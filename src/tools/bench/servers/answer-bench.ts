import type { Holds, ServerUsage } from "../server-usage.ts";
import { watchHolds } from "./watch-holds.ts";

/** Tells the bench the port of this server, answers its questions about the use of the machine, and ends with it. */
export function answerBench(port: number, storeCalls: () => number = () => 0): void {
  let holds: (() => Holds) | undefined;
  process.on("message", (asked) => {
    if (asked === "holds") {
      holds ??= watchHolds();
      process.send?.(holds());
      return;
    }
    const { user, system } = process.cpuUsage();
    const usage: ServerUsage = {
      rssBytes: process.memoryUsage.rss(),
      cpuMs: (user + system) / 1000,
      storeCalls: storeCalls(),
    };
    process.send?.(usage);
  });
  // A bench that fails must not leave its servers behind.
  process.on("disconnect", () => process.exit());
  process.send?.(port);
}

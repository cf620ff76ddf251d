import type { Bot } from "./bot.ts";

/** Asks these instances how they are, ends them in peace, and tells what their logs warned of. */
export async function told(bots: readonly Bot[]): Promise<{ text: string; endedWell: boolean }> {
  const health = await Promise.all(bots.map((bot) => bot.health()));
  const codes = await Promise.all(bots.map((bot) => bot.stop()));
  const warnings = new Map<string, number>();
  for (const bot of bots) {
    for (const [event, times] of await bot.warnings()) warnings.set(event, times + (warnings.get(event) ?? 0));
  }
  const log = [...warnings].map(([event, times]) => `${event} ${times}x`).join(", ") || "nothing";
  return {
    text: `readyz ${[...new Set(health)].join("; ")}; log: ${log}`,
    endedWell: codes.every((code) => code === 0),
  };
}

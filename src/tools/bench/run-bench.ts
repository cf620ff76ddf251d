import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startConnector } from "./connector.ts";
import type { Contestant } from "./contestants.ts";
import { drive, type VirtualUser } from "./drive.ts";
import { quantile } from "./quantile.ts";
import { seedUsage } from "./seed-usage.ts";
import { ServerProcess } from "./server-process.ts";
import { SlowCosmos } from "./slow-cosmos.ts";
import type { Round } from "./targets.ts";

export interface Size {
  rounds: number;
  /** Turns of each server in each round. */
  turns: number;
  /** Users of each server, who take turns at the same time. */
  users: number;
}

interface Running {
  name: string;
  server: ServerProcess;
  users: VirtualUser[];
  rounds: Round[];
  cosmos: SlowCosmos | undefined;
}

const MEBIBYTE = 2 ** 20;

/**
 * Runs all servers next to each other, and lets the rounds go by turns, each time in another order. The first round
 * warms up and is not counted.
 * @returns per contestant its rounds
 */
export async function runBench(contestants: readonly Contestant[], size: Size): Promise<Map<string, Round[]>> {
  const folder = mkdtempSync(join(tmpdir(), "wijkteam-bench-"));
  const connector = await startConnector();
  const running: Running[] = [];
  try {
    for (const contestant of contestants) {
      const dataDir = join(folder, `${running.length}`);
      const cosmos = contestant.store === "cosmos" ? await SlowCosmos.start() : undefined;
      if (contestant.store === "seeded") seedUsage(dataDir);
      const server = await ServerProcess.start(contestant, dataDir, cosmos?.settings);
      const users = Array.from({ length: size.users }, (_, seed) =>
        contestant.user(`bench-${seed}`, connector.url, seed),
      );
      running.push({ name: contestant.name, server, users, rounds: [], cosmos });
    }
    await runRounds(running, size);
  } finally {
    await Promise.all(running.map(({ server }) => server.stop()));
    await Promise.all(running.map(({ cosmos }) => cosmos?.stop()));
    connector.server.close();
    rmSync(folder, { recursive: true });
  }
  return new Map(running.map(({ name, rounds }) => [name, rounds]));
}

async function runRounds(running: readonly Running[], { rounds, turns }: Size): Promise<void> {
  for (let round = 0; round <= rounds; round += 1) {
    for (const one of rotate(running, round)) {
      const measured = await measure(one, turns);
      if (round > 0) one.rounds.push(measured);
    }
  }
}

async function measure({ server, users, cosmos }: Running, turns: number): Promise<Round> {
  const before = { ...(await server.usage()), ...(cosmos && { storeCalls: cosmos.calls }) };
  const { seconds, latencies } = await drive(server.port, users, turns);
  const after = { ...(await server.usage()), ...(cosmos && { storeCalls: cosmos.calls }) };
  return {
    turnsPerSecond: turns / seconds,
    p50Ms: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
    rssMiB: after.rssBytes / MEBIBYTE,
    cpuMsPerTurn: (after.cpuMs - before.cpuMs) / turns,
    storeCallsPerTurn: (after.storeCalls - before.storeCalls) / turns,
  };
}

function rotate<T>(list: readonly T[], by: number): T[] {
  const start = by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startConnector } from "./connector.ts";
import type { Contestant } from "./contestants.ts";
import { drive, type VirtualUser } from "./drive.ts";
import { quantile } from "./quantile.ts";
import { ServerProcess } from "./server-process.ts";
import type { Round } from "./summary.ts";

export interface Size {
  rounds: number;
  /** Turns of each server in each round. */
  turns: number;
  /** Users of each server, who take turns at the same time. */
  users: number;
}

interface Running {
  contestant: Contestant;
  server: ServerProcess;
  dataDir: string;
  users: VirtualUser[];
  rounds: Round[];
}

const MEBIBYTE = 2 ** 20;

/**
 * Runs all servers next to each other, and lets the rounds go by turns, each time in another order. The first round
 * warms up and is not counted.
 * @returns per contestant its rounds
 */
export async function runBench(contestants: readonly Contestant[], size: Size): Promise<Map<string, Round[]>> {
  const connector = await startConnector();
  const running = await Promise.all(contestants.map((contestant) => start(contestant, connector.url, size.users)));
  try {
    for (let round = 0; round <= size.rounds; round += 1) {
      for (const one of rotate(running, round)) {
        const measured = await measure(one, size.turns);
        if (round > 0) one.rounds.push(measured);
      }
    }
  } finally {
    await Promise.all(running.map(stop));
    connector.server.close();
  }
  return new Map(running.map(({ contestant, rounds }) => [contestant.name, rounds]));
}

async function start(contestant: Contestant, serviceUrl: string, count: number): Promise<Running> {
  const dataDir = mkdtempSync(join(tmpdir(), "wijkteam-bench-"));
  const server = await ServerProcess.start(contestant.server, dataDir);
  const users = Array.from({ length: count }, (_, seed) => contestant.user(`bench-${seed}`, serviceUrl, seed));
  return { contestant, server, dataDir, users, rounds: [] };
}

async function stop({ server, dataDir }: Running): Promise<void> {
  await server.stop();
  rmSync(dataDir, { recursive: true });
}

async function measure({ server, users }: Running, turns: number): Promise<Round> {
  const before = await server.usage();
  const { seconds, latencies } = await drive(server.port, users, turns);
  const after = await server.usage();
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

import { median } from "./quantile.ts";

/** One round of one server. */
export interface Round {
  turnsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** Resident memory at the end of the round. */
  rssMiB: number;
  cpuMsPerTurn: number;
  storeCallsPerTurn: number;
}

export interface BenchTarget {
  name: string;
  value: number;
  target: string;
  met: boolean;
  /** The lowest and the highest of the rounds. */
  spread?: [number, number];
}

const MEASURES = ["turnsPerSecond", "p50Ms", "p99Ms", "rssMiB", "cpuMsPerTurn", "storeCallsPerTurn"] as const;

/** The median of every measure over the rounds. */
export function medians(rounds: readonly Round[]): Round {
  return Object.fromEntries(
    MEASURES.map((name) => [name, median(rounds.map((round) => round[name]))]),
  ) as unknown as Round;
}

/**
 * How an answer turn of the assistant compares to the echo bot. Every ratio is the median of the ratios per round,
 * because a slow moment of the machine hits both servers of a round. The echo of a message also makes a call to Teams; its
 * click does not, as an answer turn.
 */
export function targets(
  assistant: readonly Round[],
  echo: readonly Round[],
  echoClick: readonly Round[],
): BenchTarget[] {
  const ratio = (name: keyof Round, against = echo) =>
    median(assistant.map((round, index) => round[name] / (against[index]?.[name] ?? 0)));
  return [
    atLeast("turns per second, against the echo bot's click", ratio("turnsPerSecond", echoClick), 0.65),
    atMost("p99 latency, against the echo bot's click", ratio("p99Ms", echoClick), 1.3),
    atLeast("turns per second, against the echo bot", ratio("turnsPerSecond"), 0.8),
    atMost("p99 latency, against the echo bot", ratio("p99Ms"), 1.5),
    atMost("resident memory, against the echo bot", ratio("rssMiB"), 1.25),
    atMost("store calls per turn", medians(assistant).storeCallsPerTurn, 2),
  ];
}

/** Calls of Cosmos DB for a turn: usage is sent behind the turns, every 15 seconds. */
export function cosmosTarget(onCosmos: readonly Round[]): BenchTarget {
  return atMost("calls of Cosmos DB per turn, usage counted along", medians(onCosmos).storeCallsPerTurn, 2.01);
}

/** An answer turn with the content store against one without: they should cost the same. */
export function storeTargets(onStore: readonly Round[], assistant: readonly Round[]): BenchTarget[] {
  const against = (name: keyof Round) => onStore.map((round, index) => round[name] / (assistant[index]?.[name] ?? 0));
  const withSpread = (target: BenchTarget, ratios: number[]): BenchTarget => {
    return { ...target, spread: [Math.min(...ratios), Math.max(...ratios)] };
  };
  const [turns, cpu] = [against("turnsPerSecond"), against("cpuMsPerTurn")];
  return [
    withSpread(atLeast("turns per second with the content store, against without", median(turns), 0.95), turns),
    withSpread(atMost("CPU per turn with the content store, against without", median(cpu), 1.05), cpu),
  ];
}

function atLeast(name: string, value: number, limit: number): BenchTarget {
  return { name, value, target: `>= ${limit}`, met: value >= limit };
}

function atMost(name: string, value: number, limit: number): BenchTarget {
  return { name, value, target: `<= ${limit}`, met: value <= limit };
}

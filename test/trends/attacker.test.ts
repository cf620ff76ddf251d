import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { attack, type KnownCell } from "../../src/tools/attack-trends/attacker.ts";
import { publishWorld } from "../../src/tools/attack-trends/publish-world.ts";
import { PROMISED_WIDTH, runAttack } from "../../src/tools/attack-trends/run-attack.ts";
import { answersOf } from "../../src/trends/answers.ts";
import { buildReport, periodsOf } from "../../src/trends/build-report.ts";
import { describeChanges } from "../../src/trends/changes.ts";
import { choicesOf, parseFilters } from "../../src/trends/filters.ts";
import { createNoise, MOST_NOISE } from "../../src/trends/noise.ts";
import type { Publication } from "../../src/trends/publication.ts";
import type { Counter, Metric } from "../../src/usage/count.ts";
import { realContent } from "../support/real-content.ts";
import { readerOf } from "./support/reader-of.ts";

const content = await realContent();
/** A small form of `npm run attack:trends`: few cells, of a year that is drawn from few uses. */
const SMALL = { walksPerMonth: 30, seed: 5, cells: 24, pool: 6 };

describe("the integer program", () => {
  const REGIONS = { regions: ["a", "b"], groups: {} };
  const NOW = new Date("2026-08-01T12:00:00Z");
  const cells: KnownCell[] = ["2026-01", "2026-02"].map((month) => ({
    month,
    region: "a",
    metric: "walk-started",
    value: "top3",
  }));
  const world = (ns: number[]): Counter[] =>
    ["2026-W03", "2026-W07"].map((week, index) => ({
      region: "a",
      week,
      metric: "walk-started",
      value: "top3",
      n: ns[index] ?? 0,
    }));
  const publish = (ns: number[], noise: () => number) =>
    publishWorld({ counters: world(ns), regions: REGIONS, firstMonth: "2026-01", now: NOW, least: 10, noise });

  test("finds a hidden count, when there is no noise and nothing keeps a sum low", async () => {
    const hidden = ["2026-01", "2026-02"].map((period) => ({ period, groups: {}, counts: {} }));
    const publications = [
      ...hidden,
      { period: "2026-Q1", groups: {}, counts: { "walk-started": { top3: { a: 20 } } } },
    ];
    const knowledge = { cells, relations: [], least: 10, mostNoise: 0 };
    // Each of both is below ten, and together they are 18 at least.
    expect(attack(publications, knowledge, cells)).toEqual([
      { low: 9, high: 9 },
      { low: 9, high: 9 },
    ]);
  }, 20_000);

  test("finds nothing in what is published of nine and nine", async () => {
    const publications = await publish([9, 9], () => 0);
    const intervals = attack(publications, { cells, relations: [], least: 10, mostNoise: 4 }, cells);
    for (const interval of intervals) expect((interval?.high ?? 0) - (interval?.low ?? 0)).toBeGreaterThanOrEqual(9);
  });

  test("leaves an insider in doubt, who did 9 or 19 uses, whatever the noise was", async () => {
    for (const own of [9, 19]) {
      for (const others of [0, 1, 5]) {
        for (const noise of [-MOST_NOISE, -9, 0, 9, MOST_NOISE]) {
          const publications = await publish([own + others, 0], () => noise);
          const known = [{ ...(cells[0] as KnownCell), own }];
          const [interval] = attack(publications, { cells: known, relations: [], least: 10 }, known);
          const [low, high] = [Math.max(0, interval?.low ?? 0), interval?.high ?? 0];
          expect(high - low).toBeGreaterThanOrEqual(PROMISED_WIDTH);
          if (others === 0) expect(interval?.low).toBeLessThanOrEqual(0);
        }
      }
    }
  });
});

describe("counts that say something of each other", () => {
  const cell = (metric: Metric, value: string): KnownCell => ({ month: "2026-01", region: "a", metric, value });
  const [started, finished] = [cell("walk-started", "top3"), cell("walk-finished", "top3")];
  const left = cell("walk-left", "top3/ordenen");
  const [first, second] = [cell("question-unknown", "een"), cell("question-unknown", "twee")];
  const all = cell("answer-given", "weet-ik-niet");

  /** As it is seen: started too small and finished shown; of two questions one, and their sum. */
  const shown: Publication = {
    period: "2026-01",
    groups: {},
    counts: {
      "walk-finished": { top3: { a: 10 } },
      "question-unknown": { een: { a: 20 } },
      "answer-given": { "weet-ik-niet": { a: 20 } },
    },
  };
  const relations = [
    { less: [finished, left], more: [started], isEqual: true },
    { less: [first, second], more: [all], isEqual: true },
  ];
  const widths = (mostNoise?: number) => {
    const known = { cells: [started, finished, left, first, second, all], relations, least: 10 };
    const intervals = attack([shown], { ...known, ...(mostNoise !== undefined && { mostNoise }) }, [left, second]);
    return intervals.map((interval) => (interval ? interval.high - Math.max(0, interval.low) : 0));
  };

  test("tell no more than is promised: a part that is shown beside a whole that is not, and a sum beside its parts", () => {
    for (const width of widths()) expect(width).toBeGreaterThanOrEqual(PROMISED_WIDTH);
  });

  test("are known in every month and region, wherever they were first seen", () => {
    const february = (known: KnownCell): KnownCell => ({ ...known, month: "2026-02" });
    const cells = [started, finished, left];
    const knowledge = { cells: [...cells, ...cells.map(february)], relations, least: 10, mostNoise: 1 };
    const [interval] = attack([shown, { ...shown, period: "2026-02" }], knowledge, [february(left)]);
    expect(interval).toEqual({ low: 0, high: 1 });
  });

  test("would tell it if the noise were no more than one", () => {
    const [ofLeft, ofSecond] = widths(1);
    expect(ofLeft).toBe(1);
    expect(ofSecond).toBeLessThan(PROMISED_WIDTH);
  });
});

describe("a year of simulated use", () => {
  test("keeps every attacked count as wide as is promised", async () => {
    const outcome = await runAttack(content, SMALL);
    expect(outcome).toMatchObject({ narrower: 0, certain: 0, wrong: 0 });
    expect(outcome.attacked).toBeGreaterThanOrEqual(SMALL.cells);
  }, 60_000);

  test("does so for who did 9 of the uses", async () => {
    const outcome = await runAttack(content, { ...SMALL, clicks: 9 });
    expect(outcome).toMatchObject({ narrower: 0, certain: 0, wrong: 0 });
    expect(outcome.attacked).toBeGreaterThan(10);
  }, 60_000);

  test("would not without noise: then who did 19 of the uses finds the others", async () => {
    const outcome = await runAttack(content, { ...SMALL, clicks: 19, noise: () => 0, mostNoise: 0 });
    expect(outcome.narrower).toBeGreaterThan(0);
  }, 60_000);
});

describe("one use more or less", () => {
  /** The chance of each number that can be shown, over all noise, exactly. */
  function chances(n: number): Map<string, number> {
    const found = new Map<string, number>();
    for (let noise = -60; noise <= 60; noise += 1) {
      const noisy = n + noise;
      const shown = noisy < 10 ? "hidden" : String(Math.round(noisy / 5) * 5);
      found.set(shown, (found.get(shown) ?? 0) + 2 ** -Math.abs(noise) / 3);
    }
    return found;
  }

  test("makes nothing that is shown more than twice as likely, nor half as likely", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (n) => {
        const [with_, without] = [chances(n + 1), chances(n)];
        for (const [shown, chance] of with_) {
          const other = without.get(shown) ?? 0;
          if (chance < 1e-9 || other < 1e-9) continue;
          expect(chance / other).toBeLessThanOrEqual(2 + 1e-6);
          expect(other / chance).toBeLessThanOrEqual(2 + 1e-6);
        }
      }),
    );
  });
});

describe("whoever asks everything that can be asked", () => {
  const NOW = new Date("2026-04-13T12:00:00Z");
  const MARCH: Counter = { region: "alkmaar", week: "2026-W10", metric: "walk-started", value: "top3", n: 40 };

  /** All that an attacker can ask: the page, the card, the file and the interface are made of these, and of nothing else. */
  async function everything(counters: readonly Counter[]): Promise<string> {
    const { published, lastMonth } = await readerOf(counters, { now: NOW, noise: createNoise("a secret") })(content);
    const { period, region } = choicesOf(content, lastMonth);
    const answers = period.flatMap((periode) =>
      region.map((regio) => {
        const { filters } = parseFilters(new URLSearchParams({ periode, regio }), content, lastMonth);
        const periods = periodsOf(published, { content, filters, lastMonth });
        const report = buildReport(periods, 10);
        return [report, describeChanges(periods), answersOf(periods, report)];
      }),
    );
    return JSON.stringify(answers);
  }

  test("sees nothing of what was counted since the last publication", async () => {
    const since = ["2026-W14", "2026-W15", "2026-W16"].map((week) => ({ ...MARCH, week }));
    expect(await everything([MARCH, ...since])).toBe(await everything([MARCH]));
  }, 30_000);

  test("sees a difference as soon as a published number differs", async () => {
    expect(await everything([{ ...MARCH, n: 90 }])).not.toBe(await everything([MARCH]));
  }, 30_000);
});

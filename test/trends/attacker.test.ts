import { resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Content } from "../../src/content/content.ts";
import { loadContent } from "../../src/content/load-content.ts";
import { buildReport } from "../../src/trends/build-report.ts";
import { describeChanges } from "../../src/trends/changes.ts";
import { choicesOf, type Filters, parseFilters } from "../../src/trends/filters.ts";
import type { Cell } from "../../src/trends/protect-month.ts";
import { publish } from "../../src/trends/publish.ts";
import { createTrendsReader } from "../../src/trends/read-trends.ts";
import { Selection } from "../../src/trends/selection.ts";
import { type Counter, type Metric, NO_REGION } from "../../src/usage/count.ts";
import { usageOf } from "./support/usage-of.ts";

const content = (await loadContent(resolve(import.meta.dirname, "../.."))).partial as Content;
const NOW = new Date("2026-04-10T12:00:00Z");
const RUNNING_WEEK = "2026-W15";
const LEAST = 10;

/** Everything that the product lets somebody choose. */
const ALL_FILTERS: Filters[] = (() => {
  const { period, region, walk } = choicesOf(content);
  return period.flatMap((periode) =>
    region.flatMap((regio) =>
      walk.map((ronde) => parseFilters(new URLSearchParams({ periode, regio, ronde }), content).filters),
    ),
  );
})();

/** All that an attacker can ask: the page, the file and the interface are made of these, and of nothing else. */
async function everything(counters: readonly Counter[], isDemo = false): Promise<string[]> {
  const read = createTrendsReader({ store: usageOf(counters), minimum: LEAST, isDemo, now: () => NOW });
  const answers = ALL_FILTERS.map(async (filters) => {
    const { published, lastMonth, leastCount } = await read(content, filters);
    const request = { content, filters, lastMonth, leastCount };
    return JSON.stringify([buildReport(published, request), describeChanges(published, request)]);
  });
  return Promise.all(answers);
}

const region = fc.constantFrom("alkmaar", "west-friesland", "kennemerland", NO_REGION);
const week = fc.constantFrom("2026-W02", "2026-W03", "2026-W08", "2026-W11");
const counted = fc.constantFrom<[Metric, string]>(
  ["walk-started", "top3"],
  ["walk-finished", "top3"],
  ["question-known", "direct-gevaar"],
  ["question-unknown", "direct-gevaar"],
  ["signal-shown", "mda-past/bespreek"],
  ["useful", "ja"],
);
const someCounters = fc
  .uniqueArray(
    fc.tuple(region, week, counted, fc.oneof(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 90 }))),
    {
      maxLength: 50,
      selector: ([where, when, [metric, value]]) => `${where} ${when} ${metric} ${value}`,
    },
  )
  .map((all) =>
    all.map(([where, when, [metric, value], n]): Counter => ({ region: where, week: when, metric, value, n })),
  );

/** Enough use everywhere, so that no region is left out whole. */
const ENOUGH: Counter[] = [...content.regions.keys(), NO_REGION].flatMap((where) =>
  ["2026-W02", "2026-W08", "2026-W11"].map((when) => ({
    region: where,
    week: when,
    metric: "article-shown" as const,
    value: "mda",
    n: 50,
  })),
);

describe("whoever asks everything that can be asked", () => {
  test("gets sums of published cells only", () => {
    fc.assert(
      fc.property(someCounters, fc.constantFrom(...ALL_FILTERS), counted, (counters, filters, [metric, value]) => {
        const published = publish(counters, rules());
        const selection = new Selection(published, { content, filters, lastMonth: "2026-03" });
        const inPeriod = published.filter(({ month }) => selection.months.includes(month));
        const isAsked = (cell: Cell) =>
          cell.metric === metric && cell.value === value && (filters.region ?? cell.region) === cell.region;
        const cells = inPeriod.flatMap((month) => month.cells.filter(isAsked));
        const expected = cells.length === 0 ? null : cells.reduce((total, { n }) => total + n, 0);
        expect(selection.count(metric, value).n).toBe(expected);
      }),
    );
  });

  test("sees no difference between worlds that differ in hidden numbers and by rounding only", async () => {
    await fc.assert(
      fc.asyncProperty(someCounters, fc.infiniteStream(fc.nat()), async (counters, lots) => {
        const world = [...ENOUGH, ...counters];
        expect(await everything(otherWorld(world, lots))).toEqual(await everything(world));
      }),
      { numRuns: 8 },
    );
  });

  test("sees nothing of one more use in the running month", async () => {
    const more: Counter[] = [
      { region: "alkmaar", week: RUNNING_WEEK, metric: "walk-started", value: "top3", n: 40 },
      { region: "alkmaar", week: RUNNING_WEEK, metric: "question-unknown", value: "direct-gevaar", n: 40 },
    ];
    expect(await everything([...ENOUGH, ...more])).toEqual(await everything(ENOUGH));
    expect(await everything([...ENOUGH, ...more], true)).not.toEqual(await everything(ENOUGH, true));
  });

  test("sees a difference as soon as a published number differs", async () => {
    const busier = ENOUGH.map((counter) => ({ ...counter, n: counter.n + 5 }));
    expect(await everything(busier)).not.toEqual(await everything(ENOUGH));
  });
});

function rules() {
  const regions = [...content.regions.keys(), NO_REGION];
  return { minimum: LEAST, regions, runningMonth: "2026-04", includeRunning: false };
}

/**
 * Another world with the same published numbers, made without asking the product: weeks are laid together by month;
 * a number that is shown moves within its rounding, and the hidden numbers of one count change places, as their sum
 * may be shown.
 */
function otherWorld(counters: readonly Counter[], lots: Iterator<number>): Counter[] {
  const draw = (below: number) => (lots.next().value as number) % below;
  const months = Map.groupBy(counters, ({ week }) =>
    week < "2026-W06" ? "2026-W03" : week < "2026-W10" ? "2026-W08" : "2026-W11",
  );
  return [...months].flatMap(([lastWeek, inMonth]) =>
    [...Map.groupBy(inMonth, ({ metric, value }) => `${metric} ${value}`).values()].flatMap((same) => {
      const byRegion = Map.groupBy(same, (counter) => counter.region);
      const regions = [...content.regions.keys(), NO_REGION];
      const numbers = regions.map((id) => (byRegion.get(id) ?? []).reduce((total, { n }) => total + n, 0));
      const hidden = numbers.filter((n) => n < LEAST);
      const turn = draw(Math.max(1, hidden.length));
      const turned = [...hidden.slice(turn), ...hidden.slice(0, turn)];
      return regions.flatMap((where, index) => {
        const n = numbers[index] ?? 0;
        const other = n < LEAST ? (turned.shift() ?? 0) : withinRounding(n, draw);
        const { metric, value } = same[0] as Counter;
        return other === 0 ? [] : [{ region: where, week: lastWeek, metric, value, n: other }];
      });
    }),
  );
}

/** Another number that is shown as the same multiple of five, and is not below the minimum. */
function withinRounding(n: number, draw: (below: number) => number): number {
  const shown = Math.round(n / 5) * 5;
  return Math.max(LEAST, shown - 2 + draw(5));
}

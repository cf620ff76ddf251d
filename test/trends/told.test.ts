import { describe, expect, test } from "@jest/globals";
import { buildReport, periodsOf } from "../../src/trends/build-report.ts";
import { describeChanges } from "../../src/trends/changes.ts";
import type { Filters } from "../../src/trends/filters.ts";
import type { TableId } from "../../src/trends/report.ts";
import type { Counter, Metric } from "../../src/usage/count.ts";
import { isoWeek } from "../../src/usage/iso-week.ts";
import { content } from "../http/trends/support/trends-server.ts";
import { readerOf } from "./support/reader-of.ts";

/** October 2026 is the last month that is published. */
const NOW = new Date("2026-11-28T12:00:00Z");
const HALF = ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06"];
const MONTHS = ["2025-11", "2025-12", ...HALF, "2026-07", "2026-08", "2026-09", "2026-10"];

/** So often in each month, in two regions. */
function monthly(metric: Metric, value: string, n: number, months = MONTHS): Counter[] {
  return months.flatMap((month) =>
    ["alkmaar", "kennemerland"].map((region) => ({
      region,
      metric,
      value,
      n,
      week: isoWeek(new Date(`${month}-15T12:00:00Z`)),
    })),
  );
}

async function reportOf(counters: Counter[], filters: Filters = { period: 12 }) {
  const { published, lastMonth } = await readerOf(counters, { now: NOW })(content);
  const periods = periodsOf(published, { content, filters, lastMonth });
  const report = buildReport(periods, 10);
  const table = (id: TableId) => report.sections.flatMap(({ tables }) => tables).find((one) => one.id === id);
  return { report, table, changes: describeChanges(periods) };
}

describe("of a period that is not complete yet", () => {
  const small = monthly("walk-started", "top3", 6);

  test("tables that rank, share and compare are about the half years that are over, and say so", async () => {
    const { table, report } = await reportOf(small);
    expect(report.months).toHaveLength(12);
    expect(table("use-by-walk")?.months).toEqual(HALF);
    const top3 = table("use-by-walk")?.rows.find(({ id }) => id === "top3");
    // 6 months, 2 regions, 6 times: about all of it, since quarters of a region hold what months could not.
    expect(top3?.figures[0]?.n).toBe(80);
    expect(table("compared")?.columnMonths).toEqual([HALF]);
    expect(table("use-over-time")?.months).toEqual(report.months);
  });

  test("the sentence about use names the months that it is about", async () => {
    const { changes } = await reportOf(small);
    expect(changes[0]).toContain("januari tot en met juni 2026: 3,1");
  });

  test("numbers of which more is hidden are not compared with each other", async () => {
    const { changes } = await reportOf(small, { period: 3 });
    expect(changes[0]).not.toContain("waren het er");
  });
});

test("a period of which hardly anything is hidden is told whole, also when it is no half year", async () => {
  const flows = [...content.flows.keys()];
  const all = flows.flatMap((flow) => monthly("walk-started", flow, 800));
  const { table, report, changes } = await reportOf(all, { period: 3 });
  expect(table("use-by-walk")?.months).toEqual(report.months);
  expect(changes[0]).toContain("waren het er");
});

test("periods of unequal length are compared by what there was in a week", async () => {
  const all = [...content.flows.keys()].flatMap((flow) => monthly("walk-started", flow, 800));
  const { table, report, changes } = await reportOf(all, { period: 3, length: "1", against: "2026-01" });
  expect(report.comparedMonths).toEqual(["2026-01"]);
  expect(table("compared")?.columnMonths).toEqual([["2026-01"], ["2026-08", "2026-09", "2026-10"]]);
  // Five weeks of January, and four of each of the others but October, which has five.
  const perMonth = 2 * 800 * content.flows.size;
  const [then, now] = table("compared")?.rows[0]?.figures ?? [];
  expect([then?.n, now?.n]).toEqual([perMonth / 5, Math.round((30 * perMonth) / 13) / 10]);
  expect(changes[0]).toContain("waren het er");
});

test("what staff marked between two periods is told where they are compared", async () => {
  const marked = { ...content, trendNotes: [{ on: "2026-05-18", text: "Training TOP-3" }] };
  const { published, lastMonth } = await readerOf(monthly("walk-started", "top3", 800), { now: NOW })(marked);
  const notesOf = (filters: Filters) =>
    buildReport(periodsOf(published, { content: marked, filters, lastMonth }), 10).comparedNotes.map(
      ({ text }) => text,
    );
  expect(notesOf({ period: 3, against: "2026-03" })).toEqual(["Training TOP-3"]);
  expect(notesOf({ period: 1 })).toEqual([]);
});

test("weeks before the first use do not lower an average", async () => {
  const { table } = await reportOf(monthly("walk-started", "top3", 400, ["2026-09", "2026-10"]));
  const rows = table("use-over-time")?.rows ?? [];
  // Four weeks of September and five of October, 1,600 walks.
  expect(rows.at(-1)?.figures[0]?.n).toBe(160);
  expect(table("compared")?.rows[0]?.figures[0]?.n).toBeCloseTo(1600 / 9, 1);
});

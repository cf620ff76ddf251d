import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { duePeriods, monthsOf, partOver, periodOf, publishedFrom, spanOf, weeksIn } from "../../src/trends/periods.ts";
import { isoWeek, monthOfWeek } from "../../src/usage/iso-week.ts";

const DAY_MS = 86_400_000;
const months = fc
  .tuple(fc.integer({ min: 2020, max: 2080 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, "0")}`);

test.each([
  ["2026-08", "month", "2026-08", ["2026-08"]],
  ["2026-08", "quarter", "2026-Q3", ["2026-07", "2026-08", "2026-09"]],
  ["2026-08", "half", "2026-H2", ["2026-07", "2026-08", "2026-09", "2026-10", "2026-11", "2026-12"]],
] as const)("%s lies in the %s %s", (month, span, period, inPeriod) => {
  expect(periodOf(month, span)).toBe(period);
  expect(monthsOf(period)).toEqual(inPeriod);
  expect(spanOf(period)).toBe(span);
});

test("a year has its twelve months", () => {
  expect(monthsOf("2026")).toHaveLength(12);
  expect([monthsOf("2026")[0], monthsOf("2026").at(-1)]).toEqual(["2026-01", "2026-12"]);
});

test.each([
  // June 2026 has its first Thursday on the 4th, so its first week begins on Monday 1 June.
  [["2026-06"], "2026-06-01", 0],
  [["2026-06"], "2026-06-15", 0.5],
  [["2026-04", "2026-05", "2026-06"], "2026-06-15", 11 / 13],
  // The first week of January 2026 began on 29 December.
  [["2026-01"], "2025-12-29", 0],
])("of %j so much is over on %s", (inPeriod, day, part) => {
  expect(partOver(inPeriod, day)).toBeCloseTo(part, 5);
});

test("a month has the weeks whose Thursday is in it", () => {
  fc.assert(
    fc.property(months, (month) => {
      const first = Date.parse(`${month}-01T00:00:00Z`);
      const days = Array.from({ length: 45 }, (_, day) => new Date(first + (day - 7) * DAY_MS));
      const weeks = new Set(days.map(isoWeek).filter((week) => monthOfWeek(week) === month));
      expect(weeksIn(month)).toBe(weeks.size);
    }),
  );
});

test("a period is published a week after the Sunday of its last week", () => {
  // The last Thursday of March 2026 is the 26th, and its Sunday the 29th.
  expect(publishedFrom("2026-03")).toEqual(new Date("2026-04-06T00:00:00Z"));
  expect(publishedFrom("2026-Q1")).toEqual(publishedFrom("2026-03"));
  fc.assert(
    fc.property(months, (month) => {
      const sunday = new Date(publishedFrom(month).getTime() - 7 * DAY_MS - 1);
      expect(monthOfWeek(isoWeek(sunday))).toBe(month);
      expect(monthOfWeek(isoWeek(new Date(sunday.getTime() + 1)))).not.toBe(month);
    }),
  );
});

test("periods are due in the order in which they end, the short ones first", () => {
  expect(duePeriods("2025-11", new Date("2026-04-06T00:00:00Z"))).toEqual([
    "2025-11",
    "2025-12",
    "2025-Q4",
    "2025-H2",
    "2025",
    "2026-01",
    "2026-02",
    "2026-03",
    "2026-Q1",
  ]);
  expect(duePeriods("2025-11", new Date("2026-04-05T23:59:59Z"))).not.toContain("2026-03");
});

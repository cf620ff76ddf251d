import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { firstKeptWeek } from "../../src/usage/first-kept-week.ts";
import { isoWeek, monthOfWeek } from "../../src/usage/iso-week.ts";

test.each([
  // 1 March 2024 is a Friday: its week belongs to February, and the first of March is the next.
  ["2026-03-02T09:00:00Z", 24, "2024-W10"],
  // 1 January 2026 is a Thursday.
  ["2026-01-31T23:59:59Z", 0, "2026-W01"],
  ["2026-01-15T00:00:00Z", 1, "2025-W49"],
])("on %s, %d months back, the first week that is kept is %s", (now, months, week) => {
  expect(firstKeptWeek(new Date(now), months)).toBe(week);
});

test("in the days of a month whose week belongs to the next one, a month more is over", () => {
  // 30 November 2026 is a Monday, and its week that of 3 December.
  expect(firstKeptWeek(new Date("2026-11-29T12:00:00Z"), 1)).toBe("2026-W40");
  expect(firstKeptWeek(new Date("2026-11-30T12:00:00Z"), 1)).toBe("2026-W45");
});

test("it is the first week of the month that many months before the running one", () => {
  const dates = fc.date({ min: new Date("2020-01-01"), max: new Date("2080-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(dates, fc.integer({ min: 0, max: 120 }), (now, months) => {
      const week = firstKeptWeek(now, months);
      const [year = 0, running = 0] = monthOfWeek(isoWeek(now)).split("-").map(Number);
      const month = new Date(Date.UTC(year, running - 1 - months, 1));
      expect(monthOfWeek(week)).toBe(month.toISOString().slice(0, 7));
      const dayBefore = new Date(month.getTime() - 86_400_000 * 4);
      expect(isoWeek(dayBefore) < week).toBe(true);
      expect(monthOfWeek(isoWeek(dayBefore)) < monthOfWeek(week)).toBe(true);
    }),
  );
});

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { isoWeek, monthOfWeek } from "../../src/usage/iso-week.ts";

const DAY_MS = 86_400_000;

describe("the ISO week", () => {
  // Dates and weeks as in the tables of ISO 8601.
  test.each([
    ["2026-02-26T12:00:00Z", "2026-W09"],
    ["2027-01-03T23:59:59Z", "2026-W53"],
    ["2027-01-04T00:00:00Z", "2027-W01"],
    ["2024-12-30T00:00:00Z", "2025-W01"],
    ["2021-01-01T00:00:00Z", "2020-W53"],
    ["2023-01-01T00:00:00Z", "2022-W52"],
  ])("of %s is %s", (moment, week) => {
    expect(isoWeek(new Date(moment))).toBe(week);
  });

  test("changes on Mondays only, and never comes back", () => {
    const days = fc.integer({ min: 0, max: 36_500 }).map((day) => day * DAY_MS);
    fc.assert(
      fc.property(days, (day) => {
        const [before, after] = [new Date(day), new Date(day + DAY_MS)];
        const isMonday = after.getUTCDay() === 1;
        expect(isoWeek(after) > isoWeek(before)).toBe(isMonday);
        expect(isoWeek(after) >= isoWeek(before)).toBe(true);
      }),
    );
  });
});

describe("the month of a week", () => {
  test.each([
    ["2026-W09", "2026-02"],
    ["2026-W53", "2026-12"],
    ["2025-W01", "2025-01"],
    ["2026-W18", "2026-04"],
    ["2026-W14", "2026-04"],
  ])("%s is in %s, where its Thursday is", (week, month) => {
    expect(monthOfWeek(week)).toBe(month);
  });

  test("is that of the Thursday, for every day of the week", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_500 }), (day) => {
        const moment = new Date(day * DAY_MS);
        const weekday = (moment.getUTCDay() + 6) % 7;
        const thursday = new Date(moment.getTime() + (3 - weekday) * DAY_MS);
        expect(monthOfWeek(isoWeek(moment))).toBe(thursday.toISOString().slice(0, 7));
      }),
    );
  });
});

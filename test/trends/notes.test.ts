import { describe, expect, test } from "@jest/globals";
import { periodsOf } from "../../src/trends/build-report.ts";
import { toQuery } from "../../src/trends/filters.ts";
import { monthsUntil } from "../../src/trends/months.ts";
import { compareAround, notesIn, noteText, versionNotes } from "../../src/trends/notes.ts";
import type { Counter } from "../../src/usage/count.ts";
import { isoWeek } from "../../src/usage/iso-week.ts";
import { content as real } from "../http/trends/support/trends-server.ts";
import { readerOf } from "./support/reader-of.ts";

const content = {
  ...real,
  trendNotes: [
    { on: "2026-09-14", text: "Training TOP-3" },
    { on: "2026-08-31", text: "Team gestart", region: "alkmaar" },
    { on: "2026-06-01", text: "Eerder" },
  ],
};
const MONTHS = ["2026-08", "2026-09"];
const inMonths = (months: string[], area?: string) => notesIn(content, content.trendNotes, { months, area });
const textsIn = (area?: string) => inMonths(MONTHS, area).map(({ number, text }) => `${number} ${text}`);

describe("notes at the trends", () => {
  test("are numbered in the order of time, and those outside the period are left out", () => {
    expect(textsIn()).toEqual(["1 Team gestart", "2 Training TOP-3"]);
  });

  test("of a region are for who looks at it, at its group or at all", () => {
    expect(textsIn("alkmaar")).toHaveLength(2);
    expect(textsIn("groep-noord-holland-noord")).toHaveLength(2);
    expect(textsIn("kennemerland")).toEqual(["1 Training TOP-3"]);
  });

  test("are in the month of their week, as what is counted is", () => {
    // Monday 31 August 2026 is in the week of Thursday 3 September.
    expect(inMonths(["2026-09"]).map(({ text }) => text)).toContain("Team gestart");
    expect(inMonths(["2026-08"])).toEqual([]);
  });

  test("come from new versions of the content too, one for each month, and not of the first", () => {
    const version = (number: number, day: string) => ({ number, countsFrom: `${day}T09:00:00Z` });
    const versions = [
      version(4, "2026-09-21"),
      version(3, "2026-09-14"),
      version(2, "2026-08-12"),
      version(1, "2026-08-11"),
    ];
    expect(versionNotes(content, versions)).toEqual([
      { on: "2026-08-12", text: "Nieuwe inhoud (versie 2)" },
      { on: "2026-09-14", text: "Nieuwe inhoud (versie 3 tot en met 4)" },
    ]);
  });

  test("say their day, and their region", () => {
    expect(content.trendNotes.map((note) => noteText(content, note)).slice(0, 2)).toEqual([
      "14 september 2026: Training TOP-3",
      "31 augustus 2026: Team gestart (Alkmaar)",
    ]);
  });

  test.each([
    // So often that each month can be shown: the quarters beside the nearest border between two of them.
    [400, "2026-09", 12, "2026-12", "periode=3&ronde=top3&tot=2026-12&vergelijk=2026-09"],
    [400, "2026-07", 12, "2026-12", "periode=3&ronde=top3&tot=2026-09&vergelijk=2026-06"],
    // Seldom: half years, in which less is hidden.
    [60, "2026-06", 12, "2026-12", "periode=6&ronde=top3&tot=2026-12&vergelijk=2026-06"],
    [60, "2026-08", 12, "2026-12", "periode=6&ronde=top3&tot=2026-12&vergelijk=2026-06"],
    // Not over yet, or before the first use.
    [60, "2026-10", 12, "2026-12", undefined],
    [60, "2026-02", 12, "2026-12", undefined],
    [400, "2026-12", 12, "2026-12", undefined],
    [400, "2026-01", 12, "2026-12", undefined],
  ])("compare, of %i walks in each month, what was around %s", async (n, month, period, lastMonth, query) => {
    const months = monthsUntil("2026-12", 12);
    const counters = months.flatMap((one) => counterIn(one, n));
    const { published } = await readerOf(counters, { now: new Date("2027-01-15T12:00:00Z") })(content);
    const periods = periodsOf(published, { content, filters: { period, walk: "top3" }, lastMonth });
    const around = compareAround({ on: `${month}-15`, text: "", month, number: 1 }, periods);
    expect(around && String(toQuery(around.filters))).toBe(query);
  });
});

function counterIn(month: string, n: number): Counter[] {
  const week = isoWeek(new Date(`${month}-15T12:00:00Z`));
  return [{ region: "alkmaar", week, metric: "walk-started", value: "top3", n }];
}

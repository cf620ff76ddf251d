import { describe, expect, test } from "@jest/globals";
import { compareAround, notesIn, noteText, versionNotes } from "../../src/trends/notes.ts";
import { content as real } from "../http/trends/support/trends-server.ts";

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

  test("compare the half years that are over before them and begin after them, once both are over", () => {
    const [, note] = inMonths(MONTHS);
    if (!note) throw new Error("no note");
    expect(compareAround(note, { period: 12, walk: "top3" }, "2027-05")).toBeUndefined();
    expect(String(compareAround(note, { period: 12, walk: "top3" }, "2027-06"))).toBe(
      "periode=6&ronde=top3&tot=2027-06&vergelijk=2026-06",
    );
    const atStart = { ...note, month: "2026-07" };
    expect(String(compareAround(atStart, { period: 12 }, "2026-12"))).toBe("periode=6&tot=2026-12&vergelijk=2026-06");
  });
});

import { describe, expect, test } from "@jest/globals";
import type { Publication } from "../../src/trends/publication.ts";
import { Published } from "../../src/trends/published.ts";

const GROUPS = { alkmaar: "noord", "west-friesland": "noord" };
const KNOWN = { regions: ["alkmaar", "west-friesland", "geen-regio"], groups: GROUPS, least: 10 };
const FIRST_HALF = ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06"];

function publication(period: string, boxes: Record<string, number>): Publication {
  return { period, groups: GROUPS, counts: { "walk-started": { top3: boxes } } };
}

/** January of Alkmaar apart, the rest of its first quarter together, and the rest of the half year in a group and in all. */
const published = new Published(
  [
    publication("2026-01", { alkmaar: 40 }),
    ...["2026-02", "2026-03", "2026-04", "2026-05", "2026-06"].map((month) => publication(month, {})),
    publication("2026-Q1", { alkmaar: 15 }),
    publication("2026-Q2", {}),
    publication("2026-H1", { "groep-noord": 25, alle: 10 }),
  ],
  KNOWN,
);
const figure = (months: string[], area: string) => published.figure("walk-started", "top3", { months, area });

describe("a figure", () => {
  test("is the sum of the boxes that lie within what is asked", () => {
    expect(figure(FIRST_HALF, "alle")).toEqual({ n: 90, boxes: 4, atLeast: false, missing: 0 });
    expect(figure(["2026-01"], "alkmaar")).toMatchObject({ n: 40, atLeast: false, missing: 0 });
    expect(figure(FIRST_HALF.slice(0, 3), "alkmaar")).toMatchObject({ n: 55, atLeast: false });
  });

  test("says that there is more when a box reaches beyond what is asked and holds some of it", () => {
    expect(figure(FIRST_HALF, "alkmaar")).toMatchObject({ n: 55, atLeast: true });
    expect(figure(["2026-02"], "alkmaar")).toMatchObject({ n: null, atLeast: true });
  });

  test("of a longer period shows what shorter ones hide", () => {
    expect(figure(["2026-04"], "groep-noord").n).toBeNull();
    expect(figure(FIRST_HALF, "groep-noord").n).toBe(80);
  });

  test("knows how much at most is in no box: almost the minimum for each that was looked at and too small", () => {
    const none = published.figure("walk-finished", "top3", { months: FIRST_HALF, area: "alle" });
    expect(none).toEqual({ n: null, boxes: 0, atLeast: false, missing: 10 });
    // A month was looked at by region only, of which there are three.
    expect(published.figure("walk-finished", "top3", { months: ["2026-01"], area: "alle" }).missing).toBe(30);
  });
});

test("a cell is published when any box holds it", () => {
  const isPublished = (month: string, region: string) => published.isPublished("walk-started", "top3", month, region);
  expect(isPublished("2026-01", "alkmaar")).toBe(true);
  expect(isPublished("2026-06", "geen-regio")).toBe(true);
  expect(isPublished("2026-07", "alkmaar")).toBe(false);
});

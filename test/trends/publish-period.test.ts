import { describe, expect, test } from "@jest/globals";
import {
  type Cell,
  leastCount,
  type PublishingContext,
  publishPeriod,
  shownNumber,
} from "../../src/trends/publish-period.ts";

const GROUPS = { alkmaar: "noord", "west-friesland": "noord" };
const context: PublishingContext = { groups: GROUPS, noise: () => 0, least: 10, isPublished: () => false };

function cell(region: string, n: number, month = "2026-01", value = "top3"): Cell {
  return { month, region, metric: "walk-started", value, n };
}

/** Area to number, of the one count in these cells. */
function boxes(period: string, cells: Cell[], more: Partial<PublishingContext> = {}) {
  return publishPeriod(period, cells, { ...context, ...more }).counts["walk-started"]?.top3;
}

describe("a month", () => {
  test("shows each region that reaches the minimum, rounded, and nothing of the others", () => {
    expect(boxes("2026-01", [cell("alkmaar", 43), cell("west-friesland", 9)])).toEqual({ alkmaar: 45 });
  });

  test("decides by the number with its noise, so that what is hidden says nothing for certain", () => {
    expect(boxes("2026-01", [cell("alkmaar", 8)], { noise: () => 2 })).toEqual({ alkmaar: 10 });
    expect(boxes("2026-01", [cell("alkmaar", 12)], { noise: () => -3 })).toBeUndefined();
  });

  test("never shows what did not happen, however large the noise", () => {
    expect(boxes("2026-01", [cell("alkmaar", 0)], { noise: () => 40 })).toBeUndefined();
  });

  test("gives each box noise of its own, which the secret and the box decide", () => {
    const seen: string[] = [];
    const noise = (box: string) => seen.push(box) * 0;
    boxes("2026-01", [cell("alkmaar", 20), cell("west-friesland", 20)], { noise });
    expect(new Set(seen).size).toBe(2);
  });
});

describe("a longer period", () => {
  const months = ["2026-01", "2026-02", "2026-03"];
  const quarter = (n: number) => months.map((month) => cell("alkmaar", n, month));

  test("adds up the months of a region that were each too small", () => {
    expect(boxes("2026-Q1", quarter(6))).toEqual({ alkmaar: 20 });
  });

  test("leaves out what was published before: each count is in one box", () => {
    const isPublished = ({ month }: Cell) => month === "2026-01";
    expect(
      boxes("2026-Q1", [cell("alkmaar", 43), cell("alkmaar", 7, "2026-02"), cell("alkmaar", 7, "2026-03")], {
        isPublished,
      }),
    ).toEqual({ alkmaar: 15 });
  });

  test("takes regions together in their group, and else all of them", () => {
    const cells = [cell("alkmaar", 6), cell("west-friesland", 8), cell("kennemerland", 6), cell("geen-regio", 8)];
    expect(boxes("2026-H1", cells)).toEqual({ "groep-noord": 15, alle: 15 });
  });

  test("shows no box of which one cell only holds something: that was too small already", () => {
    expect(boxes("2026-Q1", [cell("alkmaar", 9, "2026-02")], { noise: () => 4 })).toBeUndefined();
  });

  test("shows no sum so high that none of its cells could be zero: nine and nine are not eighteen", () => {
    const cells = [cell("alkmaar", 9, "2026-01"), cell("alkmaar", 9, "2026-02")];
    // Two cells, each at most 13 for who counts on small noise: a sum of 15 leaves for each everything from 0.
    expect(boxes("2026-Q1", cells)).toEqual({ alkmaar: 15 });
    expect(boxes("2026-Q1", cells, { noise: () => 12 })).toEqual({ alkmaar: 15 });
  });
});

test("what is the sum of other counts is not published", () => {
  const link: Cell = { month: "2026-01", region: "alkmaar", metric: "link-offered", value: "leidraad", n: 90 };
  expect(publishPeriod("2026-01", [link], context).counts).toEqual({});
});

test.each([
  [5, 10],
  [10, 10],
  [11, 15],
  [20, 20],
])("a minimum of %d is used as %d", (minimum, least) => {
  expect(leastCount(minimum)).toBe(least);
});

describe("what is shown of small counts", () => {
  /** By how much it is too high, a part of 1, of counts of 1 to 40, of which `often` says how many there are; exactly, over all noise. */
  function lean(often: (n: number) => number): number {
    let [shown, truth] = [0, 0];
    for (let n = 1; n <= 40; n += 1) {
      for (let noise = -40; noise <= 40; noise += 1) {
        const number = shownNumber(n + noise, 10);
        if (number === undefined) continue;
        const chance = often(n) * 2 ** -Math.abs(noise);
        shown += chance * number;
        truth += chance * n;
      }
    }
    return shown / truth - 1;
  }

  test("is on average what they are, though the noise chooses which are shown, and small ones are the most", () => {
    for (const often of [(n: number) => 1 / n, (n: number) => Math.exp(-n / 10)]) {
      expect(Math.abs(lean(often))).toBeLessThan(0.005);
    }
  });

  test("is the least count, or a multiple of five near it", () => {
    expect([9, 10, 13, 14, 17, 18].map((noisy) => shownNumber(noisy, 10))).toEqual([undefined, 10, 10, 15, 15, 20]);
    expect([14, 15, 18, 19].map((noisy) => shownNumber(noisy, 15))).toEqual([undefined, 15, 15, 20]);
  });
});

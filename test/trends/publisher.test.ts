import { describe, expect, test } from "@jest/globals";
import type { Publication } from "../../src/trends/publication.ts";
import { createPublisher } from "../../src/trends/publisher.ts";
import type { Counter } from "../../src/usage/count.ts";
import { publicationsIn } from "./support/reader-of.ts";
import { usageOf } from "./support/usage-of.ts";

const REGIONS = { regions: ["alkmaar", "geen-regio"], groups: {} };
const APRIL = new Date("2026-04-13T12:00:00Z");

function started(week: string, n: number, region = "alkmaar"): Counter {
  return { region, week, metric: "walk-started", value: "top3", n };
}

/** A publisher of these counters, which may be added to, that notes each reading of them. */
function publisherOf(counters: Counter[], kept: Publication[] = [], firstKept = "2020-01") {
  const reads: string[] = [];
  const store = usageOf(counters);
  const usage = {
    ...store,
    read: async (weeks: { from: string; to: string }) => {
      reads.push(weeks.from);
      return store.read(weeks);
    },
  };
  const publisher = createPublisher({
    usage,
    publications: publicationsIn(kept),
    noise: () => 0,
    least: 10,
    firstKeptMonth: () => firstKept,
  });
  const shown = async (months: string[], now = APRIL, regions = REGIONS) =>
    (await publisher.read(regions, now)).published.figure("walk-started", "top3", { months, area: "alle" }).n;
  return { publisher, reads, shown, kept };
}

describe("a month is published once", () => {
  test("a week after its end, not before", async () => {
    const { shown } = publisherOf([started("2026-W10", 40)]);
    expect(await shown(["2026-03"], new Date("2026-04-05T23:59:59Z"))).toBeNull();
    expect(await shown(["2026-03"], new Date("2026-04-06T00:00:00Z"))).toBe(40);
  });

  test("and stays as it was, whatever is counted late", async () => {
    const counters = [started("2026-W10", 40)];
    const { shown, kept } = publisherOf(counters);
    expect(await shown(["2026-03"])).toBe(40);
    counters.push(started("2026-W10", 60));
    expect(await shown(["2026-03"])).toBe(40);
    expect(await publisherOf(counters, kept).shown(["2026-03"])).toBe(40);
  });

  test("and stays as it was when a region comes or goes", async () => {
    const counters = [started("2026-W10", 40), started("2026-W10", 7, "geen-regio")];
    const { kept, shown } = publisherOf(counters);
    await shown(["2026-03"]);
    const before = JSON.stringify(kept);
    const again = publisherOf(counters, kept);
    await again.shown(["2026-03"], APRIL, { regions: ["alkmaar", "nieuw", "geen-regio"], groups: {} });
    expect(JSON.stringify(kept)).toBe(before);
  });

  test("and what another instance published a moment earlier is what stays", async () => {
    const kept: Publication[] = [];
    const [one, other] = [publisherOf([started("2026-W10", 40)], kept), publisherOf([started("2026-W10", 90)], kept)];
    await one.shown(["2026-03"]);
    expect(await other.shown(["2026-03"])).toBe(40);
    expect(kept.filter(({ period }) => period === "2026-03")).toHaveLength(1);
  });

  test("not when a part of it is no longer kept: that would look like the whole", async () => {
    const { shown, kept } = publisherOf([started("2026-W02", 40), started("2026-W10", 40)], [], "2026-02");
    await shown(["2026-03"]);
    expect(kept.map(({ period }) => period)).toEqual(["2026-02", "2026-03"]);
  });
});

describe("readers", () => {
  test("who come at once share one publishing, and who come later read nothing of what was counted", async () => {
    const { publisher, reads } = publisherOf([started("2026-W02", 40), started("2026-W10", 40)]);
    await Promise.all(Array.from({ length: 8 }, () => publisher.read(REGIONS, APRIL)));
    expect(new Set(reads).size).toBe(reads.length);
    const before = reads.length;
    await publisher.read(REGIONS, APRIL);
    expect(reads).toHaveLength(before);
  });

  test("get what was published when the store of counters fails later", async () => {
    const counters = [started("2026-W10", 40)];
    const { publisher } = publisherOf(counters);
    await publisher.read(REGIONS, APRIL);
    Object.defineProperty(counters, "filter", { value: () => Promise.reject(new Error("down")) });
    expect((await publisher.read(REGIONS, APRIL)).firstMonth).toBe("2026-03");
  });

  test("see the running month only in a preview, which is not kept", async () => {
    const { publisher, kept } = publisherOf([started("2026-W10", 40), started("2026-W15", 25)]);
    const { published } = await publisher.preview(REGIONS, APRIL);
    expect(published.figure("walk-started", "top3", { months: ["2026-04"], area: "alkmaar" }).n).toBe(25);
    expect(kept.map(({ period }) => period)).not.toContain("2026-04");
  });

  test("are told that there was no use yet", async () => {
    expect((await publisherOf([]).publisher.read(REGIONS, APRIL)).firstMonth).toBeUndefined();
  });
});

import { beforeEach, describe, expect, test } from "@jest/globals";
import type { Counter } from "../../src/usage/count.ts";
import type { UsageStore } from "../../src/usage/ports.ts";
import { counter } from "./support/some-counters.ts";

const ALL = { from: "2000-W01", to: "2099-W53" };

export interface OpenUsage {
  store: UsageStore;
  /** Adds counters in the way in which turns do. */
  add(counters: readonly Counter[]): Promise<void>;
}

/** What every UsageStore must do. `open` gives a new handle on the data of this test, which is empty at first. */
export function testUsageStore(name: string, open: () => Promise<OpenUsage>): void {
  describe(`${name} as a usage store`, () => {
    let store: UsageStore;
    let add: OpenUsage["add"];

    beforeEach(async () => {
      ({ store, add } = await open());
    });

    test("nothing is read from an empty store", async () => {
      expect(await store.read(ALL)).toEqual([]);
    });

    test("what was counted is read back whole", async () => {
      const counters = [
        counter({ region: "alkmaar", metric: "walk-started", value: "top3", n: 2 }),
        counter({ region: "alkmaar", metric: "walk-stopped", value: "top3/taxeren" }),
        counter({ region: "alkmaar", metric: "walk-started", value: "gevaar-check" }),
        counter({ region: "kennemerland", metric: "walk-started", value: "top3", n: 1_000_000_000_000 }),
        counter({ region: "alkmaar", week: "2026-W10", metric: "walk-started", value: "top3" }),
      ];
      await add(counters);
      const read = await store.read(ALL);
      expect(read).toHaveLength(counters.length);
      expect(read).toEqual(expect.arrayContaining(counters));
    });

    test("counters of the same thing are added up, also when another handle counted", async () => {
      await add([counter({ n: 2 })]);
      await add([counter({ n: 3 })]);
      const other = await open();
      await other.add([counter({ n: 4 })]);
      expect(await store.read(ALL)).toEqual([counter({ n: 9 })]);
      expect(await other.store.read(ALL)).toEqual([counter({ n: 9 })]);
    });

    test("handles that count at once lose nothing", async () => {
      const other = await open();
      const turns = [store, other.store].flatMap((_, index) => Array(8).fill(index === 0 ? add : other.add));
      await Promise.all(turns.map((count: OpenUsage["add"]) => count([counter({ n: 1 })])));
      expect(await store.read(ALL)).toEqual([counter({ n: 16 })]);
    });

    test("only the weeks that are asked for are read, both ends included", async () => {
      const weeks = ["2025-W52", "2026-W01", "2026-W09", "2026-W10", "2026-W53", "2027-W01"];
      await add(weeks.map((week) => counter({ week })));
      const read = await store.read({ from: "2026-W01", to: "2026-W10" });
      expect(read.map(({ week }) => week).sort()).toEqual(["2026-W01", "2026-W09", "2026-W10"]);
    });

    test("a purge removes the counters of earlier weeks, says how many, and leaves the rest", async () => {
      const old = ["2023-W52", "2024-W08"].map((week) => counter({ week }));
      const recent = ["2024-W09", "2026-W09"].map((week) => counter({ week }));
      await add([...old, counter({ week: "2023-W52", value: "mda-check" }), ...recent]);
      expect(await store.purge("2024-W09")).toBe(3);
      expect(await store.purge("2024-W09")).toBe(0);
      expect((await store.read(ALL)).map(({ week }) => week).sort()).toEqual(["2024-W09", "2026-W09"]);
    });

    test("the first week is that of the earliest counter, when there is one", async () => {
      expect(await store.firstWeek()).toBeUndefined();
      await add(["2026-W10", "2025-W52", "2026-W01"].map((week) => counter({ week })));
      expect(await store.firstWeek()).toBe("2025-W52");
    });

    test("what is counted is not taken for invented", async () => {
      await add([counter({})]);
      expect(await store.isDemoData()).toBe(false);
    });
  });
}

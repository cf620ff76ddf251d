import { beforeEach, describe, expect, test } from "@jest/globals";
import type { PublicationStore } from "../../src/trends/ports.ts";
import type { Publication } from "../../src/trends/publication.ts";

function publication(period: string, n = 40): Publication {
  return { period, groups: { alkmaar: "noord" }, counts: { "walk-started": { top3: { alkmaar: n } } } };
}

/** What every PublicationStore must do. `open` gives a store that is empty at first. */
export function testPublicationStore(name: string, open: () => Promise<PublicationStore>): void {
  describe(`${name} as a store of publications`, () => {
    let store: PublicationStore;

    beforeEach(async () => {
      store = await open();
    });

    test("has nothing at first", async () => {
      expect(await store.read()).toEqual([]);
    });

    test("gives back what was added, whole", async () => {
      const all = [publication("2026-02"), publication("2026-Q1"), publication("2026-H1"), publication("2026")];
      for (const one of all) expect(await store.add(one)).toEqual(one);
      const kept = (await store.read()).toSorted((a, b) => a.period.localeCompare(b.period));
      expect(kept).toEqual(all.toSorted((a, b) => a.period.localeCompare(b.period)));
    });

    test("keeps the first of a period, and says which that is", async () => {
      await store.add(publication("2026-02", 40));
      expect(await store.add(publication("2026-02", 90))).toEqual(publication("2026-02", 40));
      expect(await store.read()).toEqual([publication("2026-02", 40)]);
    });

    test("removes periods that end before a month, and says how many", async () => {
      for (const period of ["2025-12", "2025", "2026-01", "2026-Q1"]) await store.add(publication(period));
      expect(await store.purge("2026-01")).toBe(2);
      expect(await store.purge("2026-01")).toBe(0);
      expect((await store.read()).map(({ period }) => period).sort()).toEqual(["2026-01", "2026-Q1"]);
    });
  });
}

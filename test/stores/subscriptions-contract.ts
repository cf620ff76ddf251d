import { beforeEach, describe, expect, test } from "@jest/globals";
import type { Subscriptions } from "../../src/trends/ports.ts";

const NOW = new Date("2026-03-09T09:00:00Z");
const LATER = new Date("2026-06-17T09:00:00Z");
const times = (minutes: number) => ({
  now: new Date(NOW.getTime() + minutes * 60_000),
  until: new Date(NOW.getTime() + (minutes + 10) * 60_000),
});
const ANNE = { key: "anne", address: "sealed-1", sent: "2026-01" };

/** What every store of subscriptions must do. `open` gives one that is empty at first. */
export function testSubscriptions(name: string, open: () => Promise<Subscriptions>): void {
  describe(`${name} as a store of subscriptions`, () => {
    let store: Subscriptions;

    beforeEach(async () => {
      store = await open();
    });

    test("has nobody at first, and then who was put there, once", async () => {
      expect([await store.read(), await store.has("anne")]).toEqual([[], false]);
      await store.put({ ...ANNE, address: "sealed-0" }, LATER);
      await store.put(ANNE, LATER);
      expect([await store.read(), await store.has("anne"), await store.has("bert")]).toEqual([[ANNE], true, false]);
    });

    test("gives the message of a month to one process only", async () => {
      await store.put(ANNE, LATER);
      const claims = await Promise.all([1, 2, 3].map(() => store.claim("anne", "2026-02", times(0))));
      expect(claims.filter(Boolean)).toHaveLength(1);
      expect(await store.claim("anne", "2026-02", times(5))).toBe(false);
    });

    test("gives it again when it was not sent in time, and never when it was", async () => {
      await store.put(ANNE, LATER);
      await store.claim("anne", "2026-02", times(0));
      expect(await store.claim("anne", "2026-02", times(10))).toBe(true);
      await store.settle("anne", "2026-02", LATER);
      expect(await store.claim("anne", "2026-02", times(60))).toBe(false);
      expect((await store.read())[0]?.sent).toBe("2026-02");
      expect(await store.claim("anne", "2026-03", times(60))).toBe(true);
    });

    test("forgets who is removed, also while a message is on its way, and claims nothing for nobody", async () => {
      await store.put(ANNE, LATER);
      await store.claim("anne", "2026-02", times(0));
      await store.remove("anne");
      await store.settle("anne", "2026-02", LATER);
      expect(await store.read()).toEqual([]);
      expect(await store.claim("anne", "2026-02", times(0))).toBe(false);
      await store.remove("anne");
    });

    test("forgets who expired", async () => {
      await store.put(ANNE, NOW);
      await store.put({ ...ANNE, key: "bert" }, LATER);
      await store.purge(NOW);
      expect((await store.read()).map(({ key }) => key)).toEqual(["bert"]);
    });
  });
}

import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { CountLeft, StateStore } from "../../src/conversation/ports.ts";
import type { ConversationState } from "../../src/conversation/state.ts";
import { FULL_STATE, stateWith } from "./support/some-state.ts";

const NOW = new Date("2026-03-02T09:00:00Z");
const LATER = new Date("2026-03-02T21:00:00Z");
const JUST_BEFORE_LATER = new Date(LATER.getTime() - 1);
const MUCH_LATER = new Date("2026-03-03T21:00:00Z");

/** What every StateStore must do. `open` gives a new handle on the data of this test, which is empty at first. */
export function testStateStore(name: string, open: (countLeft: CountLeft) => Promise<StateStore>): void {
  describe(`${name} as a state store`, () => {
    let store: StateStore;
    let other: StateStore;
    /** The region, which is the mark here, of each state that was left, and when. */
    let left: string[];
    const countLeft: CountLeft = (state, leftAt) => {
      left.push(`${state.region} ${leftAt.toISOString()}`);
      return [];
    };

    beforeEach(async () => {
      left = [];
      store = await open(countLeft);
      other = await open(countLeft);
    });

    afterEach(async () => {
      await store.close();
      await other.close();
    });

    /** Writes until LATER over what is there now. */
    function write(state: ConversationState, etag?: string, key = "key", by = store): Promise<boolean> {
      return by.write(key, state, { etag, now: NOW, expiresAt: LATER, counters: [] });
    }

    async function etagNow(): Promise<string> {
      const stored = await store.read("key", NOW);
      if (stored === undefined) throw new Error("nothing is kept under this key");
      return stored.etag;
    }

    async function regionNow(now = NOW, by = store): Promise<string | undefined> {
      return (await by.read("key", now))?.state.region;
    }

    test("nothing is found under a key that was never written", async () => {
      expect(await store.read("key", NOW)).toBeUndefined();
    });

    test("what was written is read back whole", async () => {
      expect(await write(FULL_STATE)).toBe(true);
      expect((await store.read("key", NOW))?.state).toEqual(FULL_STATE);
    });

    test("a state is kept under its own key only", async () => {
      await write(stateWith("een"));
      await write(stateWith("twee"), undefined, "other key");
      expect(await regionNow()).toBe("een");
    });

    test("a write with the present etag replaces the state and renews the etag", async () => {
      await write(FULL_STATE);
      const etag = await etagNow();
      expect(await write(stateWith("twee"), etag)).toBe(true);
      expect((await store.read("key", NOW))?.state).toEqual(stateWith("twee"));
      expect(await etagNow()).not.toBe(etag);
    });

    test("a write of the same state renews the etag too", async () => {
      await write(FULL_STATE);
      const etag = await etagNow();
      await write(FULL_STATE, etag);
      expect(await etagNow()).not.toBe(etag);
    });

    test("a write with a stale etag is refused and changes nothing", async () => {
      await write(stateWith("een"));
      const stale = await etagNow();
      await write(stateWith("twee"), stale);
      const before = await store.read("key", NOW);
      const refused = await store.write("key", stateWith("drie"), {
        etag: stale,
        now: NOW,
        expiresAt: MUCH_LATER,
        counters: [],
      });
      expect(refused).toBe(false);
      expect(await store.read("key", NOW)).toEqual(before);
      expect(await store.read("key", LATER)).toBeUndefined();
    });

    test("a write with an etag of nothing is refused", async () => {
      expect(await write(stateWith("een"), "b5f1f0b4-9d4b-4a0e-8a55-6f8d7c1d2e3f")).toBe(false);
      expect(await store.read("key", NOW)).toBeUndefined();
    });

    test("a second first write is refused and changes nothing", async () => {
      await write(stateWith("een"));
      expect(await write(stateWith("twee"))).toBe(false);
      expect(await regionNow()).toBe("een");
    });

    test("a state is there until it expires and not from then on", async () => {
      await write(stateWith("een"));
      expect(await regionNow(JUST_BEFORE_LATER)).toBe("een");
      expect(await store.read("key", LATER)).toBeUndefined();
    });

    test("a write moves the moment of expiry", async () => {
      await write(stateWith("een"));
      await store.write("key", stateWith("twee"), {
        etag: await etagNow(),
        now: NOW,
        expiresAt: MUCH_LATER,
        counters: [],
      });
      expect(await regionNow(LATER)).toBe("twee");
    });

    test("a first write goes over an expired state, with its own moment of expiry", async () => {
      await write(stateWith("een"));
      const written = await store.write("key", stateWith("twee"), {
        etag: undefined,
        now: LATER,
        expiresAt: MUCH_LATER,
        counters: [],
      });
      expect(written).toBe(true);
      expect(await regionNow(LATER)).toBe("twee");
      expect(await store.read("key", MUCH_LATER)).toBeUndefined();
    });

    test("what is removed is gone, whatever its version, and the rest stays", async () => {
      await write(stateWith("een"));
      await write(stateWith("anders"), await etagNow());
      await write(stateWith("twee"), undefined, "other key");
      await other.remove("key");
      await other.remove("never written");
      expect(await store.read("key", NOW)).toBeUndefined();
      expect((await store.read("other key", NOW))?.state).toEqual(stateWith("twee"));
      expect(await write(stateWith("drie"))).toBe(true);
    });

    test("what is remembered is kept apart from the state, for its own time, and goes when all is removed", async () => {
      expect(await store.recall("key", NOW)).toBeUndefined();
      await store.remember("key", { region: "alkmaar" }, MUCH_LATER);
      await store.remember("other key", {}, MUCH_LATER);
      await write(stateWith("een"));
      await store.purge(LATER);
      expect(await store.read("key", LATER)).toBeUndefined();
      expect(await other.recall("key", LATER)).toEqual({ region: "alkmaar" });
      await store.remember("key", { region: "kennemerland" }, MUCH_LATER);
      expect(await store.recall("key", LATER)).toEqual({ region: "kennemerland" });
      expect(await store.recall("key", MUCH_LATER)).toBeUndefined();
      await other.remove("key");
      expect(await store.recall("key", NOW)).toBeUndefined();
      expect(await store.recall("other key", NOW)).toEqual({});
    });

    test("a purge removes what has expired, says how many, and leaves the rest", async () => {
      await write(stateWith("een"), undefined, "first");
      await write(stateWith("twee"), undefined, "second");
      await store.write("key", stateWith("drie"), { etag: undefined, now: NOW, expiresAt: MUCH_LATER, counters: [] });
      expect(await store.purge(JUST_BEFORE_LATER)).toBe(0);
      expect(await store.purge(LATER)).toBe(2);
      expect(await store.purge(LATER)).toBe(0);
      expect(await store.read("first", NOW)).toBeUndefined();
      expect(await regionNow()).toBe("drie");
    });

    test("what expired is counted once: by the purge, or by the state that takes its place", async () => {
      await write(stateWith("weg"), undefined, "first");
      await write(stateWith("terug"));
      await store.write("key", stateWith("later"), {
        etag: undefined,
        now: LATER,
        expiresAt: MUCH_LATER,
        counters: [],
      });
      expect(left).toEqual([`terug ${LATER.toISOString()}`]);
      await store.purge(LATER);
      await other.purge(LATER);
      expect(left.slice(1)).toEqual([`weg ${LATER.toISOString()}`]);
    });

    test("what is replaced in time, or removed, is not counted as left", async () => {
      await write(stateWith("een"));
      await write(stateWith("twee"), await etagNow());
      await store.remove("key");
      await store.purge(MUCH_LATER);
      expect(left).toEqual([]);
    });

    test("an etag from before a purge does not fit the state that came after it", async () => {
      await write(stateWith("een"));
      const old = await etagNow();
      await store.purge(LATER);
      await write(stateWith("twee"));
      expect(await write(stateWith("drie"), old)).toBe(false);
      expect(await regionNow()).toBe("twee");
    });

    test("another handle reads what was written, and its etag counts there too", async () => {
      await write(stateWith("een"));
      expect(await regionNow(NOW, other)).toBe("een");
      expect(await write(stateWith("twee"), await etagNow(), "key", other)).toBe(true);
      expect(await regionNow()).toBe("twee");
    });

    test("of two handles that write at once exactly one is first", async () => {
      const first = await Promise.all([write(stateWith("a")), write(stateWith("b"), undefined, "key", other)]);
      expect(first.filter(Boolean)).toHaveLength(1);
      const etag = await etagNow();
      const next = await Promise.all([write(stateWith("c"), etag), write(stateWith("d"), etag, "key", other)]);
      expect(next.filter(Boolean)).toHaveLength(1);
      expect(await regionNow()).toBe(next[0] ? "c" : "d");
    });

    test("a changed copy of what was read does not change what is kept", async () => {
      await write(FULL_STATE);
      const read = await store.read("key", NOW);
      Object.assign(read?.state ?? {}, stateWith("anders"));
      expect((await store.read("key", NOW))?.state).toEqual(FULL_STATE);
    });

    test.each(["é ë ï € 👩‍👧 עברית", "'; DROP TABLE state; --", 'a "b" \\ c', "nul \u0000 en los \ud800", ""])(
      "text is kept as it is: %j",
      async (text) => {
        await write(stateWith(text));
        expect(await regionNow()).toBe(text);
      },
    );
  });
}

import { beforeEach, describe, expect, test } from "@jest/globals";
import type { ContentProposal, ContentStore, ContentVersion } from "../../src/content/content-store.ts";

const FILES = { "dialogs/texts.yaml": "a: één\r\n", "cards/a.card.json": "{}" };
const ANNA = { id: "00000000-0000-4000-8000-000000000001", name: "Anna" };

function version(number: number, changes: Partial<ContentVersion> = {}): ContentVersion {
  return {
    number,
    hash: "a".repeat(64),
    seedHash: "b".repeat(64),
    base: number - 1,
    publishedAt: "2026-03-02T09:00:00.000Z",
    countsFrom: "2026-03-02T09:00:12.000Z",
    by: ANNA,
    reason: "Nieuw nummer van Veilig Thuis",
    requestId: `verzoek-${number}`,
    ...changes,
  };
}

function draft(text: string | null, savedAt = "2026-03-02T09:00:00.000Z") {
  return { base: 3, changes: { "dialogs/texts.yaml": text }, savedAt };
}

/** What every ContentStore must do. `open` gives a store that is empty at first. */
export function testContentStore(name: string, open: () => Promise<ContentStore>): void {
  describe(`${name} as a store of content`, () => {
    let store: ContentStore;

    beforeEach(async () => {
      store = await open();
    });

    test("has nothing at first", async () => {
      expect(await store.versions()).toEqual([]);
      expect(await store.version(1)).toBeUndefined();
      expect(await store.files("a".repeat(64))).toBeUndefined();
      expect(await store.draft("anna")).toBeUndefined();
      expect(await store.proposals()).toEqual([]);
    });

    test("gives files back to the byte, under an address that is the same for the same files", async () => {
      const hash = await store.keepFiles(FILES);
      expect(await store.files(hash)).toEqual(FILES);
      const [other, ...rest] = Object.entries(FILES).toReversed();
      expect(await store.keepFiles(Object.fromEntries([other, ...rest] as [string, string][]))).toBe(hash);
      expect(await store.keepFiles({ ...FILES, "cards/a.card.json": "{ }" })).not.toBe(hash);
      expect(await store.files(hash)).toEqual(FILES);
    });

    test("keeps files that are larger than one document may be", async () => {
      // Of chance, so that it cannot be made smaller.
      const noise = Array.from({ length: 60_000 }, () => Math.random().toString(36)).join("\n");
      const large = { "dialogs/texts.yaml": noise };
      expect(await store.files(await store.keepFiles(large))).toEqual(large);
    });

    test("gives versions back, the newest first, also past nine", async () => {
      const all = Array.from({ length: 11 }, (_, index) => version(index + 1));
      for (const one of all) expect(await store.addVersion(one)).toEqual(one);
      expect(await store.versions()).toEqual(all.toReversed());
      expect(await store.version(10)).toEqual(all[9]);
      expect(await store.version(12)).toBeUndefined();
    });

    test("gives a number out once: of two at once one is first, and the other is told who", async () => {
      await store.addVersion(version(1));
      const [anna, bert] = [version(2, { requestId: "anna" }), version(2, { requestId: "bert" })];
      const [first, second] = await Promise.all([store.addVersion(anna), store.addVersion(bert)]);
      expect(first).toEqual(second);
      expect(["anna", "bert"]).toContain(first.requestId);
      expect((await store.versions()).map(({ number }) => number)).toEqual([2, 1]);
    });

    test("keeps each kind of thing apart", async () => {
      await store.keepFiles(FILES);
      await store.addVersion(version(1));
      await store.keepDraft("anna", draft("a", "2025-01-01T00:00:00.000Z"), undefined);
      expect(await store.versions()).toEqual([version(1)]);
      expect(await store.proposals()).toEqual([]);
      expect(await store.purgeDrafts(new Date("2099-01-01"))).toBe(1);
      expect(await store.versions()).toHaveLength(1);
    });

    test("a version that was added is never changed", async () => {
      const first = version(1);
      await store.addVersion(first);
      expect(await store.addVersion(version(1, { reason: "Anders" }))).toEqual(first);
    });

    test("keeps the draft of each person, and a save that is sent again changes nothing", async () => {
      const kept = await store.keepDraft("anna", draft("b"), undefined);
      expect(kept).toMatchObject(draft("b"));
      expect(await store.keepDraft("anna", draft("b", "2026-03-02T09:01:00.000Z"), undefined)).toEqual(kept);
      expect(await store.draft("anna")).toEqual(kept);
      expect(await store.draft("bert")).toBeUndefined();
    });

    test("replaces a draft by who saw it last, and by nobody else", async () => {
      const first = await store.keepDraft("anna", draft("b"), undefined);
      const second = await store.keepDraft("anna", draft(null), first.etag);
      expect(second).toMatchObject(draft(null));
      expect(second.etag).not.toBe(first.etag);
      expect(await store.keepDraft("anna", draft("c"), first.etag)).toEqual(second);
      expect(await store.draft("anna")).toEqual(second);
    });

    test("of two saves at once one is kept, and both are told which", async () => {
      const { etag } = await store.keepDraft("anna", draft("a"), undefined);
      const saves = ["b", "c"].map((text) => store.keepDraft("anna", draft(text), etag));
      const [first, second] = await Promise.all(saves);
      expect(first).toEqual(second);
      expect(await store.draft("anna")).toEqual(first);
    });

    test("removes a draft that has not changed since, and keeps what is typed after that", async () => {
      const first = await store.keepDraft("anna", draft("b"), undefined);
      const second = await store.keepDraft("anna", draft("c"), first.etag);
      expect(await store.removeDraft("anna", first.etag)).toBe(false);
      expect(await store.removeDraft("anna", second.etag)).toBe(true);
      expect(await store.removeDraft("anna", second.etag)).toBe(false);
      expect(await store.keepDraft("anna", draft("d"), second.etag)).toMatchObject(draft("d"));
    });

    test("removes drafts that were left, by the moment of their last save", async () => {
      await store.keepDraft("anna", draft("a", "2025-01-01T00:00:00.000Z"), undefined);
      await store.keepDraft("bert", draft("b", "2026-01-01T00:00:00.000Z"), undefined);
      expect(await store.purgeDrafts(new Date("2025-06-01"))).toBe(1);
      expect(await store.purgeDrafts(new Date("2025-06-01"))).toBe(0);
      expect(await store.draft("anna")).toBeUndefined();
      expect(await store.draft("bert")).toBeDefined();
    });

    test("keeps proposals until they are removed, the oldest first, each once", async () => {
      const make = (id: string, proposedAt: string): ContentProposal => {
        const { hash, seedHash, base, by, reason } = version(2);
        return { id, requestId: id, hash, seedHash, base, by, reason, proposedAt };
      };
      const [later, earlier] = [make("a", "2026-03-02T10:00:00.000Z"), make("b", "2026-03-02T09:00:00.000Z")];
      for (const one of [later, earlier, later]) await store.addProposal(one);
      expect(await store.proposals()).toEqual([earlier, later]);
      await store.removeProposal("b");
      await store.removeProposal("b");
      expect(await store.proposals()).toEqual([later]);
    });
  });
}

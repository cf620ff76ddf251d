import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "@jest/globals";
import type { ContentFiles } from "../../src/content/content-files.ts";
import type { ContentStore } from "../../src/content/content-store.ts";
import { SMALL_CONTENT } from "../content/support/small-content.ts";
import { eventually } from "../support/eventually.ts";
import { ANNA, COMMON, type Opened, publishingPerTest, TEXTS } from "./support/open-publishing.ts";

const { store, start, folderOf } = publishingPerTest();

function withTitle(title: string, files: ContentFiles = SMALL_CONTENT): ContentFiles {
  return { ...files, [TEXTS]: `menu:\n  title: ${title}\n` };
}

/** Publishes files as staff do. */
async function publish({ publishing }: Opened, files: ContentFiles, base?: number) {
  const { latest } = await publishing.status();
  const requestId = `verzoek-${latest.number}`;
  return publishing.publishFiles(ANNA, { requestId, reason: "Proef", base: base ?? latest.number, files });
}

/** Adds a version that was never checked, as by a release that reads other content. */
async function addUnchecked(files: ContentFiles) {
  const [latest] = await store().versions();
  if (!latest) throw new Error("no version");
  const now = new Date().toISOString();
  return store().addVersion({
    ...latest,
    number: latest.number + 1,
    base: latest.number,
    hash: await store().keepFiles(files),
    publishedAt: now,
    countsFrom: now,
    by: ANNA,
    requestId: `elders-${latest.number}`,
  });
}

function titleOf({ published }: Opened): unknown {
  return (published.content.texts.menu as Record<string, string>).title;
}

const UNREADABLE = { ...SMALL_CONTENT, [TEXTS]: "menu: [" };

describe("a restart", () => {
  test("goes on with what was published, whatever the files say, and checks nothing again", async () => {
    const one = await start();
    await publish(one, withTitle("Begin"));
    const again = await start({ dataDir: folderOf(0), release: UNREADABLE });
    expect(titleOf(again)).toBe("Begin");
    expect(again.checks()).toBe(0);
  });

  test("with other code checks again what was kept", async () => {
    await start();
    const again = await start({ dataDir: folderOf(0), code: "other" });
    expect(again.checks()).toBe(1);
  });
});

describe("a version that this release cannot read", () => {
  test("is not used: the one before it goes on, and it is said in the log, on the screen and in the status", async () => {
    const one = await start();
    await publish(one, withTitle("Begin"));
    await addUnchecked(UNREADABLE);
    await eventually("seen", () => one.published.newest.number === 3);
    expect(titleOf(one)).toBe("Begin");
    expect(one.published.isRefused).toBe(true);
    expect(one.log.of("content-refused")).toMatchObject([{ count: 1, version: "3" }]);
    expect(one.printed.join("\n")).toMatch(/versie 3 niet gebruiken.*start\.yaml:1/s);
    expect(await one.publishing.status()).toMatchObject({ inUse: { number: 2 }, unreadable: [{ file: TEXTS }] });
  });

  test("is passed over at a start as well, and a better one is taken when it comes", async () => {
    const one = await start();
    await publish(one, withTitle("Begin"));
    await addUnchecked(UNREADABLE);
    const again = await start();
    expect(titleOf(again)).toBe("Begin");
    expect(again.published.isRefused).toBe(true);
    await publish(again, withTitle("Beter"), 3);
    await eventually("the better one", () => titleOf(again) === "Beter");
    expect(again.published.isRefused).toBe(false);
  });

  test("when no version can be read the files of the release go on: never nothing", async () => {
    await start();
    const [first] = await store().versions();
    for (const title of ["a", "b", "c", "d", "e", "f"]) await addUnchecked({ ...UNREADABLE, [COMMON]: title });
    expect(first?.number).toBe(1);
    const release = withTitle("Uitgave");
    const again = await start({ release });
    expect(titleOf(again)).toBe("Uitgave");
    expect(again.published.inUse.version).toBeUndefined();
    expect(await store().versions()).toHaveLength(7);
  });

  test("of which the files are lost is passed over", async () => {
    const one = await start();
    await store().addVersion({ ...one.published.newest, number: 2, hash: "0".repeat(64), requestId: "verzoek-x" });
    await eventually("seen", () => one.published.newest.number === 2);
    expect(one.published.unreadable).toMatchObject([{ rule: "files-damaged" }]);
    expect(titleOf(one)).toBe("Kies");
  });
});

describe("a release with other files", () => {
  test("is published by itself as long as nobody of the staff ever published", async () => {
    await start();
    const next = await start({ release: withTitle("Uitgave 2") });
    expect(titleOf(next)).toBe("Uitgave 2");
    expect(next.published.hasOtherRelease).toBe(false);
    expect(await store().versions()).toMatchObject([{ number: 2, by: { id: "release" } }, { number: 1 }]);
  });

  test("that was there before is not published again: two releases beside each other do not take turns", async () => {
    await start();
    await start({ release: withTitle("Uitgave 2") });
    const older = await start();
    expect(titleOf(older)).toBe("Uitgave 2");
    expect(older.published.hasOtherRelease).toBe(true);
    expect(await store().versions()).toHaveLength(2);
  });

  test("never overwrites what staff published, and says what it brings, file by file", async () => {
    const one = await start();
    await publish(one, withTitle("Van ons"));
    const common = String(SMALL_CONTENT[COMMON]).replace("Hallo", "Welkom");
    const extra = { "dialogs/texts/more.yaml": "meer:\n  title: Meer\n" };
    const next = await start({ release: { ...withTitle("Van de uitgave"), [COMMON]: common, ...extra } });
    expect(titleOf(next)).toBe("Van ons");
    expect(await next.publishing.status()).toMatchObject({ hasOtherRelease: true, inUse: { number: 2 } });
    const before = SMALL_CONTENT[COMMON];
    expect(await next.publishing.releaseDifferences()).toEqual([
      { file: COMMON, before, release: common, published: before, isChangedByStaff: false },
      {
        file: "dialogs/texts/more.yaml",
        before: undefined,
        release: extra["dialogs/texts/more.yaml"],
        published: undefined,
        isChangedByStaff: false,
      },
      {
        file: TEXTS,
        before: SMALL_CONTENT[TEXTS],
        release: withTitle("Van de uitgave")[TEXTS],
        published: withTitle("Van ons")[TEXTS],
        isChangedByStaff: true,
      },
    ]);
  });

  test("is said no more once staff have looked at it, also when they took nothing over", async () => {
    const one = await start();
    await publish(one, withTitle("Van ons"));
    const next = await start({ release: withTitle("Van de uitgave") });
    const { draft } = await next.publishing.saveDraft(ANNA, { base: 2, changes: {} }, undefined);
    const request = { requestId: "verzoek-gezien", reason: "Gezien", etag: draft.etag, adoptsRelease: true };
    expect(await next.publishing.publishDraft(ANNA, request)).toMatchObject({ outcome: "published" });
    await eventually("taken", () => next.published.newest.number === 3);
    expect(await next.publishing.status()).toMatchObject({ hasOtherRelease: false });
    expect(await next.publishing.releaseDifferences()).toEqual([]);
    expect(titleOf(next)).toBe("Van ons");
  });
});

describe("who publishes", () => {
  test("has it in use when told so, also when another look had begun before", async () => {
    const slow: ContentStore = {
      ...store(),
      async version(number) {
        const read = await store().version(number);
        await wait(50);
        return read;
      },
    };
    const one = await start({ store: slow });
    for (const title of ["Begin", "Opnieuw", "Verder"]) {
      await publish(one, withTitle(title));
      expect(titleOf(one)).toBe(title);
    }
  });
});

describe("a store that cannot be reached", () => {
  test("changes nothing for workers, is logged once, and is followed again when it is back", async () => {
    let isDown = false;
    const failing: ContentStore = {
      ...store(),
      version: async (number) => {
        if (isDown) throw new Error("down");
        return store().version(number);
      },
    };
    const one = await start({ store: failing });
    const other = await start();
    isDown = true;
    await eventually("the failure", () => one.log.of("content-store-failed").length > 0);
    await publish(other, withTitle("Begin"));
    expect(titleOf(one)).toBe("Kies");
    expect(one.log.of("content-store-failed")).toHaveLength(1);
    isDown = false;
    await eventually("the new title", () => titleOf(one) === "Begin");
  });
});

describe("a worker who saw a newer version elsewhere", () => {
  test("is served with it here as well, also before it counts", async () => {
    const one = await start({ options: { leadMs: 60_000 } });
    await publish(one, withTitle("Begin"));
    expect(titleOf(one)).toBe("Kies");
    expect((await one.published.atLeast(2, 1_000)).version?.number).toBe(2);
    expect(titleOf(one)).toBe("Begin");
  });

  test("is not kept waiting when it cannot be had", async () => {
    const one = await start();
    expect((await one.published.atLeast(9, 100)).version?.number).toBe(1);
  });
});

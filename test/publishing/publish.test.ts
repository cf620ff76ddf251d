import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "@jest/globals";
import { applyChanges, type FileChanges } from "../../src/content/content-files.ts";
import { MOST_ARTICLES } from "../../src/publishing/limits.ts";
import { SMALL_CONTENT } from "../content/support/small-content.ts";
import { eventually } from "../support/eventually.ts";
import { ANNA, BERT, COMMON, type Opened, publishingPerTest, TEXTS } from "./support/open-publishing.ts";

const { store, start } = publishingPerTest();

function textsWith(title: string): string {
  return `menu:\n  title: ${title}\n`;
}

let count = 0;
function request() {
  count += 1;
  return { requestId: `verzoek-${count}`, reason: "Andere titel" };
}

/** The draft of a person with this title, saved and published. */
async function publishTitle({ publishing }: Opened, title: string, person = ANNA, base?: number) {
  const { latest } = await publishing.status();
  const changes = { [TEXTS]: textsWith(title) };
  const { draft } = await publishing.saveDraft(person, { base: base ?? latest.number, changes }, undefined);
  return publishing.publishDraft(person, { ...request(), etag: draft.etag });
}

function titleOf({ published }: Opened): unknown {
  return (published.content.texts.menu as Record<string, string>).title;
}

describe("on an empty store", () => {
  test("the files of the release are version 1, which nobody of the staff made", async () => {
    const one = await start();
    const [version, ...rest] = await one.publishing.history();
    expect(rest).toEqual([]);
    expect(version).toMatchObject({ number: 1, base: 0, by: { id: "release" } });
    expect(version?.hash).toBe(version?.seedHash);
    expect(await one.publishing.filesOf(1)).toEqual(SMALL_CONTENT);
    expect(titleOf(one)).toBe("Kies");
  });

  test("of two instances that start at once one publishes it", async () => {
    await Promise.all([start(), start()]);
    expect(await store().versions()).toHaveLength(1);
  });

  test("files with mistakes stop the start, with every mistake told", async () => {
    const release = { ...SMALL_CONTENT, [TEXTS]: "menu: [" };
    await expect(start({ release })).rejects.toMatchObject({ code: "CONTENT_INVALID" });
    expect(await store().versions()).toEqual([]);
  });
});

describe("a publication", () => {
  test("is used at once by who is alone, and stands in the history with who and why", async () => {
    const one = await start();
    const publication = await publishTitle(one, "Begin");
    expect(publication).toMatchObject({ outcome: "published", version: { number: 2, base: 1, by: ANNA } });
    await eventually("the new title", () => titleOf(one) === "Begin");
    expect(one.used).toEqual([one.published.content.version]);
    expect((await one.publishing.history())[0]).toMatchObject({ reason: "Andere titel" });
    expect(await one.publishing.draft(ANNA)).toBeUndefined();
    expect(one.records).toEqual([{ event: "content-published", who: ANNA.id, what: "version-2" }]);
  });

  test("is taken by another instance without a word between them, at the moment that it counts from", async () => {
    const [one, other] = [await start({ options: { leadMs: 400 } }), await start()];
    await publishTitle(one, "Begin");
    await eventually("seen by the other", () => other.published.newest.number === 2);
    const countsFrom = Date.parse(other.published.newest.countsFrom);
    // On a busy machine that moment is there before this line is.
    for (const each of [one, other]) expect(titleOf(each) === "Kies" || Date.now() >= countsFrom).toBe(true);
    await eventually("used by the other", () => titleOf(other) === "Begin");
    expect(Date.now()).toBeGreaterThanOrEqual(countsFrom);
    await eventually("used by the one", () => titleOf(one) === "Begin");
  });

  test("with a mistake is refused, and the draft stays", async () => {
    const one = await start();
    const changes = { [TEXTS]: "menu: [" };
    const { draft } = await one.publishing.saveDraft(ANNA, { base: 1, changes }, undefined);
    const publication = await one.publishing.publishDraft(ANNA, { ...request(), etag: draft.etag });
    expect(publication).toMatchObject({ outcome: "refused", mistakes: [{ file: TEXTS, rule: expect.any(String) }] });
    expect(await store().versions()).toHaveLength(1);
    expect(await one.publishing.draft(ANNA)).toMatchObject({ draft: { changes }, overtaken: [] });
    expect(one.records).toEqual([{ event: "content-refused", who: ANNA.id, code: "refused" }]);
  });

  test("asked for twice is published once", async () => {
    const one = await start();
    const changes = { [TEXTS]: textsWith("Begin") };
    const { draft } = await one.publishing.saveDraft(ANNA, { base: 1, changes }, undefined);
    const again = { ...request(), etag: draft.etag };
    const first = await one.publishing.publishDraft(ANNA, again);
    expect(await one.publishing.publishDraft(ANNA, again)).toEqual(first);
    expect(await store().versions()).toHaveLength(2);
  });

  test("of what is used already changes nothing", async () => {
    const one = await start();
    expect(await publishTitle(one, "Kies")).toMatchObject({ outcome: "unchanged" });
    expect(await store().versions()).toHaveLength(1);
  });

  test("with a path outside the two folders is refused before anything is written", async () => {
    const one = await start();
    for (const path of ["dialogs/../../x.yaml", "/etc/x", "dialogs\\x", "src/app.ts", "dialogs/.x", "dialogs//x"]) {
      const files = { ...SMALL_CONTENT, [path]: "x" };
      const refused = await one.publishing.publishFiles(ANNA, { ...request(), base: 1, files });
      expect(refused).toMatchObject({ outcome: "refused", mistakes: [{ file: path, rule: "bad-path" }] });
      await expect(
        one.publishing.saveDraft(ANNA, { base: 1, changes: { [path]: "x" } }, undefined),
      ).rejects.toMatchObject({ code: "BAD_CONTENT_REQUEST" });
    }
  });

  test("of more articles than the bot can learn is refused before it is checked, and says how many can be", async () => {
    const one = await start();
    const checks = one.checks();
    const articles = Array.from({ length: MOST_ARTICLES + 1 }, (_, at) => [`dialogs/knowledge/a-${at}.md`, "x"]);
    const files = { ...SMALL_CONTENT, ...Object.fromEntries(articles) };
    expect(await one.publishing.publishFiles(ANNA, { ...request(), base: 1, files })).toMatchObject({
      outcome: "refused",
      mistakes: [{ rule: "too-many-articles", what: expect.stringContaining(String(MOST_ARTICLES)) }],
    });
    expect(one.checks()).toBe(checks);
  });

  test("that takes too long to check is refused, says so, and does not stand in the way of the next", async () => {
    let isSlow = false;
    const before = (signal: AbortSignal | undefined) =>
      isSlow ? wait(60_000, undefined, { signal }).catch(() => signal?.throwIfAborted()) : Promise.resolve();
    const one = await start({ before, checkWithinMs: 2_000 });
    isSlow = true;
    const refused = await publishTitle(one, "Traag");
    expect(refused).toMatchObject({ outcome: "refused", mistakes: [{ rule: "check-too-slow" }] });
    isSlow = false;
    expect(await publishTitle(one, "Snel", BERT)).toMatchObject({ outcome: "published" });
  });
});

describe("two people at once", () => {
  test("who changed other files both get in, the second on top of the first", async () => {
    const one = await start();
    const common = String(SMALL_CONTENT[COMMON]).replace("Hallo", "Welkom");
    const { draft } = await one.publishing.saveDraft(BERT, { base: 1, changes: { [COMMON]: common } }, undefined);
    await publishTitle(one, "Begin");
    expect(await one.publishing.draft(BERT)).toMatchObject({ overtaken: [] });
    const second = await one.publishing.publishDraft(BERT, { ...request(), etag: draft.etag });
    expect(second).toMatchObject({ outcome: "published", version: { number: 3, base: 2 } });
    expect(await one.publishing.filesOf(3)).toEqual({
      ...SMALL_CONTENT,
      [COMMON]: common,
      [TEXTS]: textsWith("Begin"),
    });
  });

  test("who changed the same file: the second is told which, and loses nothing", async () => {
    const one = await start();
    const changes = { [TEXTS]: textsWith("Start") };
    const { draft } = await one.publishing.saveDraft(BERT, { base: 1, changes }, undefined);
    await publishTitle(one, "Begin");
    expect(await one.publishing.draft(BERT)).toMatchObject({ draft: { changes }, overtaken: [TEXTS] });
    const second = await one.publishing.publishDraft(BERT, { ...request(), etag: draft.etag });
    expect(second).toMatchObject({ outcome: "overtaken", latest: { number: 2 }, files: [TEXTS] });
    const merged = await one.publishing.saveDraft(BERT, { base: 2, changes }, draft.etag);
    const third = await one.publishing.publishDraft(BERT, { ...request(), etag: merged.draft.etag });
    expect(third).toMatchObject({ outcome: "published", version: { number: 3 } });
  });

  test("who publish in the same moment: each in a version of its own, or told", async () => {
    const [one, other] = [await start(), await start()];
    const [first, second] = await Promise.all([
      publishTitle(one, "Een", ANNA, 1),
      publishTitle(other, "Twee", BERT, 1),
    ]);
    const outcomes = [first?.outcome, second?.outcome].sort();
    expect(outcomes).toEqual(["overtaken", "published"]);
    expect(await store().versions()).toHaveLength(2);
  });

  test("files of which it is not known what they were made from never overwrite the work of others", async () => {
    const one = await start();
    const files = { ...SMALL_CONTENT, [TEXTS]: textsWith("Start") };
    const pushed = await one.publishing.publishFiles(BERT, { ...request(), base: 0, files });
    expect(pushed).toMatchObject({ outcome: "overtaken", files: [TEXTS] });
  });
});

describe("a draft", () => {
  test("saved in two tabs: the second is told, and nothing is overwritten", async () => {
    const { publishing } = await start();
    const save = (title: string, etag?: string) =>
      publishing.saveDraft(ANNA, { base: 1, changes: { [TEXTS]: textsWith(title) } }, etag);
    const { draft } = await save("a");
    const first = await save("b", draft.etag);
    expect(first.isKept).toBe(true);
    expect(await save("c", draft.etag)).toEqual({ isKept: false, draft: first.draft });
    expect(await save("b", draft.etag)).toEqual({ isKept: true, draft: first.draft });
  });

  test("typed on while it is published stays, and is not published", async () => {
    const one = await start();
    const first = await one.publishing.saveDraft(ANNA, { base: 1, changes: { [TEXTS]: textsWith("a") } }, undefined);
    await one.publishing.saveDraft(ANNA, { base: 1, changes: { [TEXTS]: textsWith("b") } }, first.draft.etag);
    const late = await one.publishing.publishDraft(ANNA, { ...request(), etag: first.draft.etag });
    expect(late).toEqual({ outcome: "gone" });
    expect(await one.publishing.draft(ANNA)).toMatchObject({ draft: { changes: { [TEXTS]: textsWith("b") } } });
  });

  test("that is larger than a request may be is refused, and says so", async () => {
    const { publishing } = await start();
    const changes = { [TEXTS]: "x".repeat(1_000_001) };
    await expect(publishing.saveDraft(ANNA, { base: 1, changes }, undefined)).rejects.toMatchObject({
      code: "BAD_CONTENT_REQUEST",
    });
  });
});

test("files that were checked as a draft just before are not checked again to be published and used", async () => {
  const one = await start();
  const files = { ...SMALL_CONTENT, [TEXTS]: textsWith("Begin") };
  await one.judge.check(files);
  const checks = one.checks();
  const publication = await one.publishing.publishFiles(ANNA, { ...request(), base: 1, files });
  expect(publication).toMatchObject({ outcome: "published" });
  expect(titleOf(one)).toBe("Begin");
  expect(one.checks()).toBe(checks);
});

describe("going back", () => {
  test("is a new version with the files of the earlier one, and checks nothing again", async () => {
    const one = await start();
    await publishTitle(one, "Begin");
    const checks = one.checks();
    const undone = await one.publishing.undo(BERT, { ...request(), to: 1 });
    expect(undone).toMatchObject({ outcome: "published", version: { number: 3, base: 2, undoneTo: 1 } });
    await eventually("the old title", () => one.published.inUse.version?.number === 3);
    expect(titleOf(one)).toBe("Kies");
    expect(one.checks()).toBe(checks);
    expect(one.records.at(-1)).toEqual({ event: "content-undone", who: BERT.id, what: "version-3" });
  });

  test("to a version that is not there does nothing", async () => {
    const one = await start();
    expect(await one.publishing.undo(BERT, { ...request(), to: 7 })).toEqual({ outcome: "gone" });
  });
});

describe("when others decide", () => {
  const row = (more: string) =>
    `  - { id: titels, what: titels, who: wie erover gaat, ${more} covers: [{ file: ${TEXTS} }] }\n`;
  const policy = (more: string) => ({ "dialogs/who-decides.yaml": `decisions:\n${row(more)}` });

  async function publish({ publishing }: Opened, changes: FileChanges, isAgreed = false) {
    const files = applyChanges(SMALL_CONTENT, { ...changes });
    return publishing.publishFiles(ANNA, { ...request(), base: 1, files, isAgreed });
  }

  test("who publishes says that they agreed, and that stands with the version", async () => {
    const release = { ...SMALL_CONTENT, ...policy("agreement: true,") };
    const one = await start({ release });
    const change = { ...policy("agreement: true,"), [TEXTS]: textsWith("Begin") };
    expect(await publish(one, change)).toMatchObject({ outcome: "undecided", decisions: [{ id: "titels" }] });
    expect(await store().versions()).toHaveLength(1);
    const published = await publish(one, change, true);
    expect(published).toMatchObject({ outcome: "published", version: { agreedBy: ["wie erover gaat"] } });
    expect(await one.publishing.undo(ANNA, { ...request(), to: 1 })).toMatchObject({ outcome: "published" });
  });

  test("a second person is asked for as published content says, whatever the draft makes of it", async () => {
    const one = await start({ release: { ...SMALL_CONTENT, ...policy("second-person: true,") } });
    const change = { ...policy(""), [TEXTS]: textsWith("Begin") };
    expect(await publish(one, change, true)).toMatchObject({ outcome: "proposed" });
    const [proposal] = await one.publishing.proposals();
    expect(await one.publishing.approve(ANNA, proposal?.id ?? "")).toEqual({ outcome: "own" });
    expect(await one.publishing.approve(BERT, proposal?.id ?? "")).toMatchObject({ outcome: "published" });
    expect(await publish(one, { ...policy(""), [TEXTS]: textsWith("Weer anders") })).toMatchObject({
      outcome: "overtaken",
    });
  });

  test("content from before there was such a table is decided about as the release says", async () => {
    const one = await start();
    expect(await publishTitle(one, "Begin")).toMatchObject({ outcome: "published" });
    const newer = await start({ release: { ...SMALL_CONTENT, ...policy("agreement: true,") } });
    expect(await publishTitle(newer, "Kies")).toMatchObject({ outcome: "undecided" });
  });
});

describe("when a second person is needed", () => {
  const options = { needsApproval: true };

  test("a publication waits, is not approved by who made it, and is published by another", async () => {
    const one = await start({ options });
    const proposed = await publishTitle(one, "Begin");
    expect(proposed).toMatchObject({ outcome: "proposed", proposal: { by: ANNA, base: 1 } });
    const [proposal] = await one.publishing.proposals();
    const id = proposal?.id ?? "";
    expect(await store().versions()).toHaveLength(1);
    expect(await one.publishing.approve(ANNA, id)).toEqual({ outcome: "own" });
    expect(await store().versions()).toHaveLength(1);
    const approved = await one.publishing.approve(BERT, id);
    expect(approved).toMatchObject({ outcome: "published", version: { number: 2, by: ANNA, approvedBy: BERT } });
    expect(await one.publishing.proposals()).toEqual([]);
    expect(await one.publishing.approve(BERT, id)).toEqual(approved);
  });

  test("a proposal that is turned down is a draft of who made it again", async () => {
    const one = await start({ options });
    await publishTitle(one, "Begin");
    const [proposal] = await one.publishing.proposals();
    await one.publishing.withdraw(BERT, proposal?.id ?? "");
    expect(await one.publishing.proposals()).toEqual([]);
    expect(await one.publishing.draft(ANNA)).toMatchObject({
      draft: { base: 1, changes: { [TEXTS]: textsWith("Begin") } },
    });
  });

  test("a proposal that was overtaken is not published over the work of another", async () => {
    const one = await start({ options });
    await publishTitle(one, "Een", ANNA);
    await publishTitle(one, "Twee", BERT);
    const [first, second] = await one.publishing.proposals();
    await one.publishing.approve(BERT, first?.id ?? "");
    expect(await one.publishing.approve(ANNA, second?.id ?? "")).toMatchObject({
      outcome: "overtaken",
      files: [TEXTS],
    });
  });

  test("going back to what was published before needs nobody else", async () => {
    const one = await start({ options });
    await publishTitle(one, "Begin");
    const [proposal] = await one.publishing.proposals();
    await one.publishing.approve(BERT, proposal?.id ?? "");
    expect(await one.publishing.undo(ANNA, { ...request(), to: 1 })).toMatchObject({ outcome: "published" });
  });
});

describe("a request", () => {
  test.each([
    ["without a reason", { requestId: "verzoek-x", reason: "  " }],
    ["with a reason that is too long", { requestId: "verzoek-x", reason: "x".repeat(501) }],
    ["with an id that is none", { requestId: "a b", reason: "Waarom" }],
  ])("%s is refused, and says what to do", async (_what, wrong) => {
    const one = await start();
    await expect(one.publishing.undo(ANNA, { ...wrong, to: 1 })).rejects.toMatchObject({
      code: "BAD_CONTENT_REQUEST",
      fix: expect.stringMatching(/\w/),
    });
  });
});

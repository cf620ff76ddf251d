import { once } from "node:events";
import { cpSync, mkdirSync, readdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import type { Content } from "../../src/content/content.ts";
import { loadContent } from "../../src/content/load-content.ts";
import type { Mistake } from "../../src/content/mistake.ts";
import { foldersIn } from "../../src/content/read-files.ts";
import { lookOf, watchContent } from "../../src/content/watch-content.ts";
import { contentFolder } from "./support/content-folder.ts";
import { SMALL_CONTENT } from "./support/small-content.ts";

const FILE = "dialogs/texts/common.yaml";
const GOOD = SMALL_CONTENT[FILE] ?? "";

type News = { content: Content } | { mistakes: Mistake[] } | { error: unknown };

let clean = async (): Promise<void> => {};
afterEach(() => clean());

type Check = (folder: string, signal?: AbortSignal) => ReturnType<typeof loadContent>;

const read: Check = (folder) => loadContent(folder);

const nothing = (_folder: string): void => {};

/** A folder that is watched once it is prepared; `next` waits for what the watcher says next. */
async function watched(check: Check = read, prepare = nothing, whileReading = nothing) {
  const made = await contentFolder();
  prepare(made.folder);
  const news: News[] = [];
  let wake = (): void => {};
  const tell = (item: News): void => {
    news.push(item);
    wake();
  };
  const since = await lookOf(foldersIn(made.folder));
  whileReading(made.folder);
  const watcher = watchContent({
    folders: foldersIn(made.folder),
    since,
    check: (signal) => check(made.folder, signal),
    onContent: (content) => tell({ content }),
    onMistakes: (mistakes) => tell({ mistakes }),
    onError: (error) => tell({ error }),
  });
  clean = async () => {
    await watcher.close();
    await made.remove();
  };
  const next = async (): Promise<News> => {
    while (news.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    return news.shift() as News;
  };
  return { ...made, watcher, news, next };
}

test("a good change goes live", async () => {
  const { write, next } = await watched();
  await write({ [FILE]: GOOD.replace("Hallo", "Hoi") });
  expect(await next()).toMatchObject({ content: { texts: { welcome: { title: "Hoi" } } } });
});

test("a change with mistakes gives the mistakes and no content, and a mended one goes live", async () => {
  const { write, next } = await watched();
  await write({ [FILE]: GOOD.replace("Hallo", "Let op: hallo") });
  expect(await next()).toMatchObject({ mistakes: [{ file: FILE }] });
  await write({ [FILE]: GOOD.replace("Hallo", "Dag") });
  expect(await next()).toMatchObject({ content: { texts: { welcome: { title: "Dag" } } } });
});

test("a new file and a removed file are noticed", async () => {
  const { write, next } = await watched();
  await write({ "cards/menu.card.json": "{}", "cards/menu.sample.json": "{}" });
  expect(await next()).toMatchObject({ content: { cards: expect.objectContaining({ size: 2 }) } });
  await write({ "cards/menu.sample.json": null });
  expect(await next()).toMatchObject({ mistakes: [{ rule: "card-pair" }] });
});

test("what changed while the content in use was being read is noticed", async () => {
  const change = (folder: string) => writeFileSync(join(folder, FILE), GOOD.replace("Hallo", "Hoi"));
  const { next } = await watched(read, nothing, change);
  expect(await next()).toMatchObject({ content: { texts: { welcome: { title: "Hoi" } } } });
});

test("several saves shortly after each other are one change", async () => {
  const { write, next, news } = await watched();
  for (const title of ["Een", "Twee", "Drie"]) await write({ [FILE]: GOOD.replace("Hallo", title) });
  expect(await next()).toMatchObject({ content: { texts: { welcome: { title: "Drie" } } } });
  expect(news).toEqual([]);
});

test("a folder that is replaced as a whole is noticed, and what changes in it afterwards as well", async () => {
  const { folder, write, next } = await watched();
  const dialogs = join(folder, "dialogs");
  cpSync(dialogs, join(folder, "new"), { recursive: true });
  writeFileSync(join(folder, "new/texts/common.yaml"), GOOD.replace("Hallo", "Nieuw"));
  renameSync(dialogs, join(folder, "old"));
  renameSync(join(folder, "new"), dialogs);
  expect(await next()).toMatchObject({ content: { texts: { welcome: { title: "Nieuw" } } } });
  await write({ [FILE]: GOOD.replace("Hallo", "Later") });
  expect(await next()).toMatchObject({ content: { texts: { welcome: { title: "Later" } } } });
});

test("a folder that goes away and comes back is told both times", async () => {
  const { folder, next } = await watched();
  const dialogs = join(folder, "dialogs");
  renameSync(dialogs, join(folder, "away"));
  expect(await next()).toMatchObject({
    mistakes: expect.arrayContaining([expect.objectContaining({ rule: "missing-folder" })]),
  });
  renameSync(join(folder, "away"), dialogs);
  expect(await next()).toMatchObject({ content: { texts: { welcome: { title: "Hallo" } } } });
});

/** Kubernetes mounts a config map as links to links into a folder with a date, and turns the one link in the middle. */
test("a config map that Kubernetes swaps is noticed", async () => {
  const { folder, next } = await watched(read, mountAsConfigMap);
  symlinkSync("..2", join(folder, "dialogs/..next"));
  renameSync(join(folder, "dialogs/..next"), join(folder, "dialogs/..data"));
  expect(await next()).toMatchObject({ content: { texts: { welcome: { title: "Nieuw" } } } });
});

function mountAsConfigMap(folder: string): void {
  const dialogs = join(folder, "dialogs");
  renameSync(dialogs, join(folder, "files"));
  mkdirSync(dialogs);
  for (const version of ["..1", "..2"]) cpSync(join(folder, "files"), join(dialogs, version), { recursive: true });
  writeFileSync(join(dialogs, "..2/texts/common.yaml"), GOOD.replace("Hallo", "Nieuw"));
  symlinkSync("..1", join(dialogs, "..data"));
  for (const name of readdirSync(join(dialogs, "..1"))) symlinkSync(join("..data", name), join(dialogs, name));
}

test("a check that throws is told, and the next change is still noticed", async () => {
  let calls = 0;
  const { write, next } = await watched(async (folder) => {
    calls += 1;
    if (calls === 1) throw new Error("schijf weg");
    return loadContent(folder);
  });
  await write({ [FILE]: GOOD.replace("Hallo", "Een") });
  expect(await next()).toMatchObject({ error: { message: "schijf weg" } });
  await write({ [FILE]: GOOD.replace("Hallo", "Twee") });
  expect(await next()).toMatchObject({ content: { texts: { welcome: { title: "Twee" } } } });
});

test("a check that is still busy when the watching ends is ended, and not told any more", async () => {
  const started = Promise.withResolvers<void>();
  const { write, watcher, news } = await watched(async (_folder, signal) => {
    started.resolve();
    await once(signal as AbortSignal, "abort");
    throw new Error("ended");
  });
  await write({ [FILE]: GOOD.replace("Hallo", "Hoi") });
  await started.promise;
  await watcher.close();
  expect(news).toEqual([]);
});

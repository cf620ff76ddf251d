import { afterEach, expect, test } from "@jest/globals";
import type { Content } from "../../src/content/content.ts";
import { loadContent } from "../../src/content/load-content.ts";
import type { Mistake } from "../../src/content/mistake.ts";
import { foldersIn } from "../../src/content/read-files.ts";
import { type ContentWatcher, watchContent } from "../../src/content/watch-content.ts";
import { contentFolder } from "./support/content-folder.ts";
import { SMALL_CONTENT } from "./support/small-content.ts";

const FILE = "dialogs/texts.yaml";
const GOOD = SMALL_CONTENT[FILE] ?? "";

type News = { content: Content } | { mistakes: Mistake[] } | { error: unknown };

let clean = async (): Promise<void> => {};
afterEach(() => clean());

/** A watched folder; `next` waits for what the watcher says next. */
async function watched(check = loadContent) {
  const made = await contentFolder();
  const news: News[] = [];
  let wake = (): void => {};
  const tell = (item: News): void => {
    news.push(item);
    wake();
  };
  const watcher: ContentWatcher = await watchContent({
    folders: foldersIn(made.folder),
    check: () => check(made.folder),
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

test("a good change is live within two seconds", async () => {
  const { write, next } = await watched();
  const saved = performance.now();
  await write({ [FILE]: GOOD.replace("Hallo", "Hoi") });
  expect(await next()).toMatchObject({ content: { texts: { welcome: { title: "Hoi" } } } });
  expect(performance.now() - saved).toBeLessThan(2000);
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

test("several saves shortly after each other are one change", async () => {
  const { write, next, news } = await watched();
  for (const title of ["Een", "Twee", "Drie"]) await write({ [FILE]: GOOD.replace("Hallo", title) });
  expect(await next()).toMatchObject({ content: { texts: { welcome: { title: "Drie" } } } });
  expect(news).toEqual([]);
});

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

test("a check that is still busy when the watching ends is not told any more", async () => {
  const started = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const { write, watcher, news } = await watched(async (folder) => {
    started.resolve();
    await release.promise;
    return loadContent(folder);
  });
  await write({ [FILE]: GOOD.replace("Hallo", "Hoi") });
  await started.promise;
  const closed = watcher.close();
  release.resolve();
  await closed;
  expect(news).toEqual([]);
});

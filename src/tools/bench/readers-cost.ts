import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Content } from "../../content/content.ts";
import { answerQuery } from "../../http/trends/answer.ts";
import { renderTrendsPage } from "../../http/trends/trends-page.ts";
import { openDatabase } from "../../stores/sqlite/open-database.ts";
import { createSqlitePublicationStore } from "../../stores/sqlite/publication-store.ts";
import { createNoise } from "../../trends/noise.ts";
import { createPublisher, type Publisher } from "../../trends/publisher.ts";
import { createTrendsReader } from "../../trends/read-trends.ts";
import type { BenchTarget } from "./targets.ts";
import { LEAST, NOW, type TrendsSize, usageOf } from "./trends-cost.ts";

const READERS = 8;
const MOST_MS = 1000;
const MOST_MB = 100;

/**
 * How long the last of eight readers waits for the page of two years of many regions, and how much memory they take,
 * when the process has just started: it reads back what was published, from SQLite, as it was.
 */
export async function readersTargets(content: Content, { regions }: TrendsSize): Promise<BenchTarget[]> {
  const folder = mkdtempSync(join(tmpdir(), "trends-"));
  const db = openDatabase(join(folder, "bench.sqlite"));
  try {
    await readPage(content, publisherOf(content, regions, db), "periode=1");
    const [ms, mb] = await measured(async () => {
      const publisher = publisherOf(content, regions, db);
      await Promise.all(Array.from({ length: READERS }, () => readPage(content, publisher, "periode=24")));
    });
    const what = `of two years in ${regions} regions by ${READERS} readers at once, just started`;
    return [
      { name: `ms: the trends ${what}`, value: ms, target: `<= ${MOST_MS}`, met: ms <= MOST_MS },
      { name: `MB: the trends ${what}`, value: mb, target: `<= ${MOST_MB}`, met: mb <= MOST_MB },
    ];
  } finally {
    db.close();
    rmSync(folder, { recursive: true });
  }
}

function publisherOf(content: Content, regions: number, db: ReturnType<typeof openDatabase>): Publisher {
  const publications = createSqlitePublicationStore(db);
  const usage = usageOf(content, regions);
  const noise = createNoise("a secret of the bench");
  return createPublisher({ usage, publications, noise, least: LEAST, firstKeptMonth: () => "2024-01" });
}

async function readPage(content: Content, publisher: Publisher, query: string): Promise<string> {
  const store = { isDemoData: async () => true };
  const read = createTrendsReader({ publisher, store, leastCount: LEAST, isDemo: false, now: () => NOW });
  const answer = await answerQuery({ content: () => content, read }, new URLSearchParams(query));
  return renderTrendsPage(answer, { theme: undefined, signsIn: true });
}

/** Milliseconds, and how many megabytes the process grew at most. */
async function measured(work: () => Promise<unknown>): Promise<[ms: number, mb: number]> {
  const [start, before] = [performance.now(), process.memoryUsage.rss()];
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 1);
  await work();
  clearInterval(watch);
  return [performance.now() - start, (Math.max(most, process.memoryUsage.rss()) - before) / 1e6];
}

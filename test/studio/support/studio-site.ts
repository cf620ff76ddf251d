import { join, resolve } from "node:path";
import { findEffects } from "../../../src/check/effects/find-effects.ts";
import type { FirstCheck } from "../../../src/check/first-check.ts";
import { MEASURED, measuredLines } from "../../../src/check/measured-lines.ts";
import { checkFiles } from "../../../src/content/check-files.ts";
import type { Content, Models } from "../../../src/content/content.ts";
import type { ContentFiles } from "../../../src/content/content-files.ts";
import { toContentFiles, toRawFiles } from "../../../src/content/content-files.ts";
import { loadContent } from "../../../src/content/load-content.ts";
import type { Mistake } from "../../../src/content/mistake.ts";
import { createParser } from "../../../src/content/parse-file.ts";
import { foldersIn, readFiles } from "../../../src/content/read-files.ts";
import { createServer } from "../../../src/http/create-server.ts";
import type { CheckAccess } from "../../../src/http/sign-in/check-access.ts";
import type { PublishingOptions } from "../../../src/publishing/create-publishing.ts";
import { createSqliteContentStore } from "../../../src/stores/sqlite/content-store.ts";
import { openDatabase } from "../../../src/stores/sqlite/open-database.ts";
import { STUDIO_ASSETS } from "../../../src/studio/assets-folder.ts";
import { createStudio } from "../../../src/studio/studio.ts";
import type { LearnedFromUse } from "../../../src/trends/learned.ts";
import { openPublishing } from "../../publishing/support/open-publishing.ts";
import { createTestLog } from "../../support/log-lines.ts";
import { realContent } from "../../support/real-content.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const PROJECT = resolve(import.meta.dirname, "../../..");

/** The files of the project. */
export const FILES: ContentFiles = toContentFiles((await readFiles(foldersIn(PROJECT))).files);

const parse = createParser();

const models = (await realContent()).models as Models;

/** The day on which the tests are. */
export const TODAY = new Date("2026-12-01T12:00:00Z");

/** Who works where nobody signs in. */
export const ME = { id: "lokaal" };

/** What workers said of the answers. */
const learned: LearnedFromUse = {
  missed: [{ topic: "meldcode", often: "25" }],
  article: () => ({ shown: "120", helped: "40", notHelped: "te weinig" }),
};

interface SiteOptions {
  checkAccess?: CheckAccess;
  options?: Partial<PublishingOptions>;
  /** What the whole check finds besides. */
  found?: readonly Mistake[];
  /** What finds mistakes while somebody types; else only those in the shape of a file are told at once. */
  firstCheck?: FirstCheck;
}

/**
 * The real server with the studio on the content of the project, in a store of its own. It is checked by what reads
 * and checks content, without the proofs.
 */
export async function startStudio({ checkAccess, options, found = [], firstCheck }: SiteOptions = {}) {
  const data = temporaryFolder();
  const database = openDatabase(join(data.folder, "test.db"));
  const store = createSqliteContentStore(database);
  const dataDir = join(data.folder, "content");
  const opened = await openPublishing({ store, dataDir, release: FILES, ...(options && { options }) });
  const { publishing, published } = opened;
  const refused: object[] = [];
  const learnt = new WeakMap<Content, Content>();
  /** The same content is the same object, as it is in the app. */
  const withModels = (content: Content): Content => {
    const made = learnt.get(content) ?? { ...content, models, modelsId: "of the project" };
    learnt.set(content, made);
    return made;
  };
  const answer = createStudio({
    publishing,
    content: () => withModels(published.content),
    folder: async () => FILES,
    check: async (files) => {
      const checked = await checkFiles(toRawFiles(files), (folders) => loadContent(folders, { parse }));
      const made = checked.content && withModels(checked.content);
      const [content, readable] = found.length === 0 ? [made, undefined] : [undefined, made];
      return { content, readable, mistakes: [...checked.mistakes, ...found], warnings: [] };
    },
    firstCheck: firstCheck ?? (async () => undefined),
    learned: async () => learned,
    effects: async (_files, { before, after }, onEffects) => {
      for (const effects of findEffects(before, after, measuredLines(MEASURED))) onEffects(effects);
    },
    now: () => TODAY,
  });
  const server = createServer({
    log: createTestLog().log,
    security: { record: () => {} },
    messages: async () => {},
    ready: async () => ({}),
    studio: { answer, assets: STUDIO_ASSETS, checkAccess, onRefused: (refusal) => refused.push(refusal) },
  });
  const { port } = await server.listen(0, "127.0.0.1");
  const url = `http://127.0.0.1:${port}`;
  const origin = { origin: url };
  return {
    ...opened,
    url,
    refused,
    async draft() {
      return (await publishing.draft(ME))?.draft.changes ?? {};
    },
    async dropDraft() {
      const kept = await publishing.draft(ME);
      if (kept) await publishing.dropDraft(ME, kept.draft.etag);
    },
    async close() {
      await server.close();
      await published.close();
      database.close();
      data.remove();
    },
    async get(path: string, headers: Record<string, string> = {}) {
      const response = await fetch(url + path, { headers });
      return { status: response.status, headers: response.headers, text: await response.text() };
    },
    async post(path: string, fields: Record<string, string>, headers: Record<string, string> = origin) {
      const body = new URLSearchParams(fields);
      const response = await fetch(url + path, { method: "POST", body, headers, redirect: "manual" });
      return { status: response.status, location: response.headers.get("location"), text: await response.text() };
    },
  };
}

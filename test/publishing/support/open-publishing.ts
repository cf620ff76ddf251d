import { join } from "node:path";
import { afterEach, beforeEach } from "@jest/globals";
import type { ContentFiles } from "../../../src/content/content-files.ts";
import type { ContentStore } from "../../../src/content/content-store.ts";
import { loadContent } from "../../../src/content/load-content.ts";
import { createParser } from "../../../src/content/parse-file.ts";
import type { ContentFolders } from "../../../src/content/read-files.ts";
import { createPublishing, type PublishingOptions } from "../../../src/publishing/create-publishing.ts";
import { createJudge } from "../../../src/publishing/judge.ts";
import { openPublished } from "../../../src/publishing/open-published.ts";
import { createCheckedKeeper } from "../../../src/stores/content-keeper.ts";
import { createSqliteContentStore } from "../../../src/stores/sqlite/content-store.ts";
import { SMALL_CONTENT } from "../../content/support/small-content.ts";
import { openPerTest } from "../../stores/support/open-per-test.ts";
import { createTestLog } from "../../support/log-lines.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

export const ANNA = { id: "00000000-0000-4000-8000-00000000000a", name: "Anna" };
export const BERT = { id: "00000000-0000-4000-8000-00000000000b", name: "Bert" };

/** Files of the small content, to be changed in tests. */
export const TEXTS = "dialogs/texts/start.yaml";
export const COMMON = "dialogs/texts/common.yaml";

/** The instances of one test file read mostly the same. */
const parse = createParser();

export interface Instance {
  store: ContentStore;
  /** A folder of its own. */
  dataDir: string;
  release?: ContentFiles;
  /** What this release can read, as a hash. */
  code?: string;
  /** Something to wait for before a check. */
  before?: (signal: AbortSignal | undefined) => Promise<void>;
  checkWithinMs?: number;
  options?: Partial<PublishingOptions>;
}

/**
 * One instance with the small content, which is checked by what reads and checks content, without the proofs: these need
 * a whole conversation.
 */
export async function openPublishing({ store, dataDir, release = SMALL_CONTENT, code = "code", ...more }: Instance) {
  const testLog = createTestLog();
  const printed: string[] = [];
  const records: unknown[] = [];
  const used: string[] = [];
  let checks = 0;
  const judge = createJudge({
    async check(folders: ContentFolders, signal?: AbortSignal) {
      checks += 1;
      await more.before?.(signal);
      return { warnings: [], ...(await loadContent(folders, { parse })) };
    },
    keeper: createCheckedKeeper(dataDir, testLog.log, code),
    ...(more.checkWithinMs !== undefined && { withinMs: more.checkWithinMs }),
  });
  const print = (line: string) => printed.push(line);
  const published = await openPublished({ store, judge, release, everyMs: 10, log: testLog.log, print });
  published.watch(async (content) => {
    used.push(content.version);
  });
  const publishing = createPublishing({
    store,
    judge,
    published,
    release,
    ownerOf: ({ id }) => `key of ${id}`,
    needsApproval: false,
    leadMs: 0,
    security: { record: (event, fields) => records.push({ event, ...fields }) },
    ...more.options,
  });
  return { judge, publishing, published, printed, records, used, log: testLog, checks: () => checks };
}

export type Opened = Awaited<ReturnType<typeof openPublishing>>;

/** A new store for each test, and what starts instances on it, each with a folder of its own; they are closed after the test. */
export function publishingPerTest() {
  const open = openPerTest();
  let data: ReturnType<typeof temporaryFolder>;
  let store: ContentStore;
  let opened: Opened[];

  beforeEach(() => {
    data = temporaryFolder();
    store = createSqliteContentStore(open());
    opened = [];
  });
  afterEach(async () => {
    for (const { published } of opened) await published.close();
    data.remove();
  });

  const folderOf = (instance: number) => join(data.folder, String(instance));
  return {
    store: () => store,
    /** The folder of the instance that was started as the first (0), the second and so on. */
    folderOf,
    async start(changes: Partial<Instance> = {}): Promise<Opened> {
      const one = await openPublishing({ store, dataDir: folderOf(opened.length), ...changes });
      opened.push(one);
      return one;
    },
  };
}

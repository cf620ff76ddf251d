import type { ContentFiles } from "../../../src/content/content-files.ts";
import type { ContentStore } from "../../../src/content/content-store.ts";
import { loadContent } from "../../../src/content/load-content.ts";
import type { ContentFolders } from "../../../src/content/read-files.ts";
import { createPublishing, type PublishingOptions } from "../../../src/publishing/create-publishing.ts";
import { createJudge } from "../../../src/publishing/judge.ts";
import { openPublished } from "../../../src/publishing/open-published.ts";
import { createCheckedKeeper } from "../../../src/stores/content-keeper.ts";
import { SMALL_CONTENT } from "../../content/support/small-content.ts";
import { createTestLog } from "../../support/log-lines.ts";

export const ANNA = { id: "00000000-0000-4000-8000-00000000000a", name: "Anna" };
export const BERT = { id: "00000000-0000-4000-8000-00000000000b", name: "Bert" };

/** Files of the small content, to be changed in tests. */
export const TEXTS = "dialogs/texts/start.yaml";
export const COMMON = "dialogs/texts/common.yaml";

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
      return { warnings: [], ...(await loadContent(folders)) };
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
  return { publishing, published, printed, records, used, log: testLog, checks: () => checks };
}

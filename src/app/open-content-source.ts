import { createHmac } from "node:crypto";
import { createApartCheck } from "../check/check-apart.ts";
import { createFirstCheck, type FirstCheck } from "../check/first-check.ts";
import type { Config } from "../config.ts";
import { checkFiles } from "../content/check-files.ts";
import { type ContentFiles, toContentFiles, toRawFiles } from "../content/content-files.ts";
import { type LiveContent, openLiveContent } from "../content/live-content.ts";
import { foldersIn, readFiles } from "../content/read-files.ts";
import type { Log } from "../log.ts";
import { createPublishing } from "../publishing/create-publishing.ts";
import { createJudge, type Judge } from "../publishing/judge.ts";
import { openPublished, type PublishedContent } from "../publishing/open-published.ts";
import { LEAD_MS } from "../publishing/publish-wish.ts";
import type { Publishing } from "../publishing/publishing.ts";
import type { SecurityLog } from "../security-log.ts";
import { createCheckedShare } from "../stores/checked-share.ts";
import { createCheckedKeeper, createContentKeeper } from "../stores/content-keeper.ts";
import type { Stores } from "../stores/open-stores.ts";
import type { FindEffects } from "../studio/effects.ts";

/** Where the content comes from that the bot uses. */
export interface ContentSource {
  live: LiveContent;
  /** Absent when it comes from the files in the content folder. */
  published?: PublishedContent;
  publishing?: Publishing;
  /** The files in the content folder. */
  folder(): Promise<ContentFiles>;
  /** The whole check on files that are not published. Absent without a store. */
  check?: Judge["check"];
  /** What the cheap rules find in such files. Absent without a store. */
  firstCheck?: FirstCheck;
  /** What goes otherwise in conversations with files that are not published. Absent without a store. */
  effects?: FindEffects;
}

export interface ContentSourceOptions {
  config: Config;
  stores: Pick<Stores, "content" | "shared">;
  secret: string;
  security: SecurityLog;
  log: Log;
  print: (line: string) => void;
  /** Time between two looks for a new version. */
  everyMs?: number;
}

const EVERY_MS = 2_000;

/** @throws AppError CONTENT_INVALID after printing all mistakes, when there is nothing that can be used */
export function openContentSource(options: ContentSourceOptions): Promise<ContentSource> {
  return options.config.contentStore ? fromStore(options) : fromFolder(options);
}

async function fromFolder({ config, log, print }: ContentSourceOptions): Promise<ContentSource> {
  const folders = foldersIn(config.contentDir);
  const keeper = createContentKeeper(config.dataDir, log);
  const live = await openLiveContent({ folders, check: createApartCheck(config.dataDir).check, keeper, log, print });
  return { live, folder: () => readFolder(config) };
}

async function fromStore(options: ContentSourceOptions): Promise<ContentSource> {
  const { config, stores, secret, security, log, print, everyMs = EVERY_MS } = options;
  const store = stores.content;
  const release = await readFolder(config);
  const { check, effects } = createApartCheck(config.dataDir);
  const judge = createJudge({
    check,
    keeper: createCheckedKeeper(config.dataDir, log),
    share: stores.shared && createCheckedShare(config.dataDir, secret, stores.shared),
    onShareFailed: (error) => log.warn("content-store-failed", { error }),
  });
  const published = await openPublished({ store, judge, release, everyMs, log, print });
  const publishing = createPublishing({
    store,
    judge,
    published,
    release,
    ownerOf: ({ id }) => createHmac("sha256", secret).update(`content ${id.toLowerCase()}`).digest("base64url"),
    needsApproval: config.contentApproval,
    leadMs: config.cosmos ? LEAD_MS : 0,
    security,
  });
  return {
    live: published,
    published,
    publishing,
    folder: () => readFolder(config),
    check: judge.check,
    firstCheck: createFirstCheck(),
    effects: (files, contents, onEffects, signal) =>
      checkFiles(toRawFiles(files), (folders) => effects(folders, contents, onEffects, signal)),
  };
}

async function readFolder({ contentDir }: Config): Promise<ContentFiles> {
  return toContentFiles((await readFiles(foldersIn(contentDir))).files);
}

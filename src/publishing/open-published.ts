import { randomUUID } from "node:crypto";
import { type ContentFiles, hashContentFiles } from "../content/content-files.ts";
import { type ContentStore, type ContentVersion, RELEASE } from "../content/content-store.ts";
import type { LiveContent } from "../content/live-content.ts";
import { formatMistakes, type Mistake } from "../content/mistake.ts";
import { contentInvalid } from "../content/open-content.ts";
import type { Log } from "../log.ts";
import { type Follower, followVersions, prepareVersion, type Usable } from "./follow-versions.ts";
import type { Judge } from "./judge.ts";

export interface OpenPublishedOptions {
  store: ContentStore;
  judge: Judge;
  /** The files that this release of the program came with. */
  release: ContentFiles;
  everyMs: number;
  log: Log;
  print: (line: string) => void;
}

/** The published content that is used, and from now on every newer version of it. */
export interface PublishedContent extends LiveContent, Pick<Follower, "inUse" | "newest" | "look" | "atLeast"> {
  /** What is wrong with the newest version, when this release cannot read it. */
  readonly unreadable: readonly Mistake[];
  /** The address of the files of this release. */
  readonly releaseHash: string;
  /** This release brings other files than those that the newest version was built on. */
  readonly hasOtherRelease: boolean;
}

/** Versions that are tried one after another at a start, when this release cannot read the newest. Each takes seconds. */
const MAX_TRIES = 5;

/**
 * Opens the newest published version that this release can read, or else the files of the release. On an empty store
 * these are published first.
 * @throws AppError CONTENT_INVALID after printing all mistakes, when there is nothing that can be used
 */
export async function openPublished(options: OpenPublishedOptions): Promise<PublishedContent> {
  const { store, judge, release, everyMs, log } = options;
  const releaseHash = hashContentFiles(release);
  const versions = await publishRelease(options, releaseHash);
  const start = await openNewest(versions, options);
  let { unreadable } = start;
  let onContent: Parameters<LiveContent["watch"]>[0] = async () => {};
  let isFailing = false;

  const follower = followVersions({
    store: {
      files: store.files,
      async version(number) {
        const found = await store.version(number);
        isFailing = false;
        return found;
      },
    },
    judge,
    first: start.usable,
    newest: start.newest,
    everyMs,
    onUse(usable) {
      // A newer one that cannot be read may have come while this one waited for its moment.
      if (usable.version?.number === follower.newest.number) unreadable = [];
      void onContent(usable.content).then(() => tellUsed(usable, options));
    },
    onUnreadable(version, mistakes) {
      unreadable = mistakes;
      tellUnreadable(version, mistakes, options);
    },
    onError(error) {
      if (!isFailing) log.error("content-store-failed", { error });
      isFailing = true;
    },
  });

  tellUsed(start.usable, options);
  return {
    get content() {
      return follower.inUse.content;
    },
    get isRefused() {
      return unreadable.length > 0;
    },
    get unreadable() {
      return unreadable;
    },
    get inUse() {
      return follower.inUse;
    },
    get newest() {
      return follower.newest;
    },
    releaseHash,
    get hasOtherRelease() {
      return ![follower.newest.seedHash, follower.newest.hash].includes(releaseHash);
    },
    look: follower.look,
    atLeast: follower.atLeast,
    watch(listener) {
      onContent = listener;
    },
    close: follower.close,
  };
}

/**
 * Publishes the files of this release when nobody of the staff ever published: then there is nothing of theirs to keep.
 * A release that was there before is not published again: it is an older one that goes on beside, or after, a newer.
 * @returns all versions, the newest first; at least one
 */
async function publishRelease(
  { store, judge, release, print }: OpenPublishedOptions,
  releaseHash: string,
): Promise<ContentVersion[]> {
  const versions = await store.versions();
  const isOfStaff = versions.some(({ by }) => by.id !== RELEASE.id);
  const isKnown = versions.some(({ hash, seedHash }) => hash === releaseHash || seedHash === releaseHash);
  if (isOfStaff || isKnown) return versions;
  const { content, mistakes } = await judge.prepare(release);
  if (!content) {
    for (const line of formatMistakes(mistakes)) print(line);
    if (versions.length > 0) return versions;
    throw contentInvalid(mistakes);
  }
  const [latest] = versions;
  const now = new Date().toISOString();
  await store.addVersion({
    number: (latest?.number ?? 0) + 1,
    hash: await store.keepFiles(release),
    seedHash: releaseHash,
    base: latest?.number ?? 0,
    publishedAt: now,
    countsFrom: now,
    by: RELEASE,
    reason: "De inhoud van deze uitgave",
    requestId: randomUUID(),
  });
  return store.versions();
}

async function openNewest(
  versions: readonly ContentVersion[],
  options: OpenPublishedOptions,
): Promise<{ usable: Usable; newest: ContentVersion; unreadable: readonly Mistake[] }> {
  const now = Date.now();
  const begun = versions.filter(({ countsFrom }) => Date.parse(countsFrom) <= now);
  // Before the first there is nothing; another instance may have published it a moment ahead of this clock.
  const counting = begun.length > 0 ? begun : versions;
  const [newest] = counting;
  if (!newest) throw contentInvalid([]);
  let unreadable: readonly Mistake[] = [];
  const addresses = new Set<string>();
  for (const version of counting) {
    if (addresses.has(version.hash)) continue;
    if (addresses.size === MAX_TRIES) break;
    addresses.add(version.hash);
    const { content, mistakes } = await prepareVersion(version, options);
    if (content) return { usable: { version, content }, newest, unreadable };
    if (version === newest) unreadable = mistakes;
    tellUnreadable(version, mistakes, options);
  }
  const { content, mistakes } = await options.judge.prepare(options.release);
  if (content) return { usable: { version: undefined, content }, newest, unreadable };
  for (const line of formatMistakes(mistakes)) options.print(line);
  throw contentInvalid(mistakes);
}

function tellUsed({ version, content }: Usable, { log, print }: OpenPublishedOptions): void {
  log.info("content-loaded", { content: content.version, ...(version && { count: version.number }) });
  const name = version ? `gepubliceerde versie ${version.number}` : "de bestanden van deze uitgave";
  print(`Inhoud: ${name} (${content.version}).`);
}

function tellUnreadable(
  { number }: ContentVersion,
  mistakes: readonly Mistake[],
  { log, print }: OpenPublishedOptions,
): void {
  log.error("content-refused", { count: mistakes.length, version: String(number) });
  print(
    `Deze uitgave van de bot kan gepubliceerde versie ${number} niet gebruiken. De bot werkt door met een eerdere.`,
  );
  for (const line of formatMistakes(mistakes)) print(line);
}

import { applyChanges, type ContentFiles, changesBetween, hashContentFiles } from "../content/content-files.ts";
import type { ContentProposal, ContentStore, ContentVersion, Person } from "../content/content-store.ts";
import type { Decision } from "../content/schema/decision.ts";
import { AppError } from "../errors.ts";
import type { Judge } from "./judge.ts";
import type { PublishOutcome, PublishRequest } from "./publishing.ts";

/** What is to be published, by whom and why. */
export interface Wish extends PublishRequest {
  by: Person;
  /** The number of the version that the files were made from. */
  base: number;
  files: ContentFiles;
  /** The address of the release that is built on from now on; absent: as before. */
  seedHash?: string | undefined;
  undoneTo?: number;
  /** The second person; absent while one is still needed. */
  approvedBy?: Person;
  /** A second person is needed, also when who decides what does not ask that. */
  needsApproval: boolean;
}

export interface WishOptions {
  store: ContentStore;
  judge: Pick<Judge, "prepare">;
  /** How long before it counts a version is published, so that all instances have it ready. */
  leadMs: number;
  /** The files of which who decides what holds, when published content does not say. */
  release: ContentFiles;
}

/**
 * Other instances look every two seconds, and then check what is new in some five seconds on their own machine: by then
 * all have it, and take it at the same moment, within 15 seconds. Who is alone need not wait.
 */
export const LEAD_MS = 12_000;

/** How often a publication is put on top of another one that was first. */
const MAX_TRIES = 5;

/**
 * Publishes what is wished, unless it has mistakes or others were first with the same files. What others published in other
 * files goes along, and is judged with it. Everything is kept before the version is added, which is one write: whenever
 * the process ends, there is the old version or the new one.
 * @throws AppError `BAD_CONTENT_REQUEST`, and what the store and the check throw
 */
export async function publishWish(wish: Wish, options: WishOptions): Promise<PublishOutcome> {
  const { store, judge, leadMs } = options;
  checkRequest(wish);
  for (let attempt = 1; ; attempt += 1) {
    const versions = await store.versions();
    const [latest] = versions;
    const done = versions.find(({ requestId }) => requestId === wish.requestId);
    if (done) return { outcome: "published", version: done };
    if (!latest) return { outcome: "gone" };
    const { files, overtaken } = await putOnTop(wish, versions, store);
    if (overtaken.length > 0 || attempt > MAX_TRIES) return { outcome: "overtaken", latest, files: overtaken };
    const seedHash = wish.seedHash ?? latest.seedHash;
    if (hashContentFiles(files) === latest.hash && seedHash === latest.seedHash)
      return { outcome: "unchanged", latest };
    const { mistakes } = await judge.prepare(files);
    if (mistakes.length > 0) return { outcome: "refused", mistakes };
    const decisions = await decisionsAbout(wish, { latest, files }, options);
    const agreedBy = decisions.filter(({ agreement }) => agreement).map(({ who }) => who);
    if (agreedBy.length > 0 && !wish.isAgreed) return { outcome: "undecided", decisions };
    const hash = await store.keepFiles(files);
    const made = { hash, seedHash, ...(agreedBy.length > 0 && { agreedBy }) };
    if (needsSecond(wish, decisions)) return propose({ ...wish, base: latest.number }, made, store);
    const version = makeVersion(wish, latest, { ...made, leadMs });
    const added = await store.addVersion(version);
    if (added.requestId === version.requestId) return { outcome: "published", version: added };
  }
}

/** Nobody decides again about words that were published before: who goes back to them is in a hurry. */
async function decisionsAbout(
  { undoneTo }: Wish,
  { latest, files }: { latest: ContentVersion; files: ContentFiles },
  { store, release }: WishOptions,
): Promise<readonly Decision[]> {
  if (undoneTo !== undefined) return [];
  const now = (await store.files(latest.hash)) ?? {};
  // It reads files, and a start does not wait for what can do that.
  const { decisionsFor, decisionsIn } = await import("./decisions.ts");
  return decisionsFor(now, files, decisionsIn(now) ?? decisionsIn(release) ?? []);
}

function needsSecond({ needsApproval, approvedBy }: Wish, decisions: readonly Decision[]): boolean {
  return needsApproval || (!approvedBy && decisions.some((decision) => decision["second-person"]));
}

/** The wished files on top of the newest version, and those that others changed as well since. */
async function putOnTop(
  { base, files }: Wish,
  versions: readonly ContentVersion[],
  store: ContentStore,
): Promise<{ files: ContentFiles; overtaken: string[] }> {
  const [latest] = versions;
  const from = versions.find(({ number }) => number === base);
  if (!latest || from?.hash === latest.hash) return { files, overtaken: [] };
  const now = (await store.files(latest.hash)) ?? {};
  // What the files were made from is not known, so anything that is other than now may be the work of somebody.
  if (!from) return { files, overtaken: Object.keys(changesBetween(now, files)) };
  const before = (await store.files(from.hash)) ?? {};
  const changes = changesBetween(before, files);
  const overtaken = overtakenIn(changes, before, now);
  return { files: applyChanges(now, changes), overtaken };
}

/** The changed files in which others published something else since. */
export function overtakenIn(
  changes: Readonly<Record<string, string | null>>,
  before: ContentFiles,
  now: ContentFiles,
): string[] {
  return Object.keys(changes).filter(
    (file) => now[file] !== before[file] && (now[file] ?? null) !== (changes[file] ?? null),
  );
}

/** What a version is made of besides who asked for it. */
type Made = Pick<ContentVersion, "hash" | "seedHash" | "agreedBy">;

async function propose(
  { by, base, reason, requestId }: Wish,
  made: Made,
  store: ContentStore,
): Promise<PublishOutcome> {
  const proposedAt = new Date().toISOString();
  const proposal: ContentProposal = { id: requestId, requestId, ...made, base, by, reason, proposedAt };
  await store.addProposal(proposal);
  return { outcome: "proposed", proposal };
}

function makeVersion(
  { by, reason, requestId, undoneTo, approvedBy }: Wish,
  latest: ContentVersion,
  { leadMs, ...made }: Made & { leadMs: number },
): ContentVersion {
  const now = Date.now();
  // Never before an earlier one: versions count in the order of their numbers, also with clocks that differ.
  const countsFrom = new Date(Math.max(now + leadMs, Date.parse(latest.countsFrom)));
  return {
    number: latest.number + 1,
    ...made,
    base: latest.number,
    publishedAt: new Date(now).toISOString(),
    countsFrom: countsFrom.toISOString(),
    by,
    reason,
    ...(approvedBy && { approvedBy }),
    ...(undoneTo !== undefined && { undoneTo }),
    requestId,
  };
}

const REQUEST_ID = /^[\w-]{8,64}$/;
const REASON_LENGTH = 500;

/** @throws AppError `BAD_CONTENT_REQUEST` */
export function checkRequest({ requestId, reason }: PublishRequest): void {
  if (!REQUEST_ID.test(requestId))
    throw badRequest("Het kenmerk van het verzoek klopt niet.", "Laad de pagina opnieuw.");
  const isReason = reason.trim() !== "" && reason.length <= REASON_LENGTH;
  if (!isReason) throw badRequest("Schrijf waarom dit verandert.", `Gebruik 1 tot en met ${REASON_LENGTH} tekens.`);
}

export function badRequest(message: string, fix: string): AppError {
  return new AppError("BAD_CONTENT_REQUEST", message, fix);
}

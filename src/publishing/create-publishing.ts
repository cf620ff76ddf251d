import { applyChanges, type ContentFiles, changesBetween, type FileChanges } from "../content/content-files.ts";
import type { ContentStore, ContentVersion, KeptDraft, Person } from "../content/content-store.ts";
import type { SecurityLog } from "../security-log.ts";
import type { Judge } from "./judge.ts";
import { isContentPath } from "./limits.ts";
import type { PublishedContent } from "./open-published.ts";
import { badRequest, checkRequest, overtakenIn, publishWish, type Wish } from "./publish-wish.ts";
import type { Publishing, PublishOutcome, PublishRequest } from "./publishing.ts";
import { releaseDifferences } from "./release-differences.ts";

export interface PublishingOptions {
  store: ContentStore;
  judge: Judge;
  published: PublishedContent;
  release: ContentFiles;
  /** The key of the draft of a person, from which the person cannot be told. */
  ownerOf(person: Person): string;
  needsApproval: boolean;
  /** How long before it counts a version is published, so that all instances have it ready. */
  leadMs: number;
  security: Pick<SecurityLog, "record">;
}

/** What programme staff can do with the content of this store. */
export function createPublishing(options: PublishingOptions): Publishing {
  const { store, published, release, ownerOf, needsApproval, security } = options;

  async function filesOf(number: number): Promise<ContentFiles | undefined> {
    const version = await store.version(number);
    return version && store.files(version.hash);
  }

  async function latestVersion(): Promise<ContentVersion> {
    const [latest] = await store.versions();
    return latest ?? published.newest;
  }

  async function publish(
    person: Person,
    wish: Omit<Wish, "by" | "needsApproval"> & Partial<Wish>,
  ): Promise<PublishOutcome> {
    const publication = await publishWish({ by: person, needsApproval, ...wish }, options);
    record(person, publication);
    if (publication.outcome === "published") await published.look();
    return publication;
  }

  function record(person: Person, publication: PublishOutcome): void {
    if (publication.outcome === "published") {
      const { number, undoneTo } = publication.version;
      const event = undoneTo === undefined ? "content-published" : "content-undone";
      security.record(event, { who: person.id, what: `version-${number}` });
    } else if (publication.outcome !== "unchanged") {
      const event = publication.outcome === "proposed" ? "content-proposed" : "content-refused";
      security.record(event, { who: person.id, code: publication.outcome });
    }
  }

  async function dropQuietly(person: Person, etag: string): Promise<void> {
    // What was typed since stays: it has another etag.
    await store.removeDraft(ownerOf(person), etag).catch(() => false);
  }

  async function publishedBefore({ requestId }: PublishRequest): Promise<PublishOutcome> {
    const version = (await store.versions()).find((one) => one.requestId === requestId);
    if (version) return { outcome: "published", version };
    const proposal = (await store.proposals()).find(({ id }) => id === requestId);
    return proposal ? { outcome: "proposed", proposal } : { outcome: "gone" };
  }

  return {
    async status() {
      const { inUse, unreadable, hasOtherRelease } = published;
      return { inUse: inUse.version, latest: await latestVersion(), unreadable, hasOtherRelease, needsApproval };
    },
    history: store.versions,
    filesOf,

    async draft(person) {
      const draft = await store.draft(ownerOf(person));
      if (!draft) return undefined;
      const { hash } = await latestVersion();
      const [before = {}, now = {}] = await Promise.all([filesOf(draft.base), store.files(hash)]);
      return { draft, overtaken: overtakenIn(draft.changes, before, now) };
    },
    async saveDraft(person, { base, changes }, etag) {
      checkChanges(changes);
      const draft = { base, changes, savedAt: new Date().toISOString() };
      const kept = await store.keepDraft(ownerOf(person), draft, etag);
      return { isKept: isKept(kept, draft), draft: kept };
    },
    dropDraft: (person, etag) => store.removeDraft(ownerOf(person), etag),

    async decisions(before, after) {
      const now = (await store.files((await latestVersion()).hash)) ?? {};
      const { decisionsFor, decisionsIn } = await import("./decisions.ts");
      return decisionsFor(before, after, decisionsIn(now) ?? decisionsIn(release) ?? []);
    },

    async publishDraft(person, { etag, adoptsRelease, ...request }) {
      checkRequest(request);
      const draft = await store.draft(ownerOf(person));
      if (draft?.etag !== etag) return publishedBefore(request);
      const files = applyChanges((await filesOf(draft.base)) ?? {}, draft.changes);
      const seedHash = adoptsRelease ? await store.keepFiles(release) : undefined;
      const publication = await publish(person, { ...request, base: draft.base, files, seedHash });
      if (["published", "proposed", "unchanged"].includes(publication.outcome)) await dropQuietly(person, etag);
      return publication;
    },
    publishFiles: publish,
    async undo(person, { to, requestId, reason }) {
      const files = await filesOf(to);
      if (!files) return { outcome: "gone" };
      const { number: base } = await latestVersion();
      return publish(person, { requestId, reason, base, files, undoneTo: to, needsApproval: false });
    },

    proposals: store.proposals,
    async filesOfProposal(id) {
      const proposal = (await store.proposals()).find((one) => one.id === id);
      return proposal && store.files(proposal.hash);
    },
    async approve(person, proposalId) {
      const proposal = (await store.proposals()).find(({ id }) => id === proposalId);
      if (!proposal) return publishedBefore({ requestId: proposalId, reason: "" });
      const { by, hash, seedHash, base, reason, requestId } = proposal;
      if (by.id === person.id) return { outcome: "own" };
      const files = await store.files(hash);
      if (!files) return { outcome: "gone" };
      // Who proposed it said whether those who decide agreed.
      const decided = { isAgreed: true, approvedBy: person, needsApproval: false };
      const wish = { by, requestId, reason, base, files, seedHash, ...decided };
      const publication = await publish(person, wish);
      if (publication.outcome === "published") await store.removeProposal(proposalId);
      return publication;
    },
    async withdraw(person, proposalId) {
      const proposal = (await store.proposals()).find(({ id }) => id === proposalId);
      if (!proposal) return;
      const { by, hash, base } = proposal;
      const [before = {}, files = {}] = await Promise.all([filesOf(base), store.files(hash)]);
      const draft = { base, changes: changesBetween(before, files), savedAt: new Date().toISOString() };
      if (!(await store.draft(ownerOf(by)))) await store.keepDraft(ownerOf(by), draft, undefined);
      await store.removeProposal(proposalId);
      security.record("content-refused", { who: person.id, code: "withdrawn" });
    },

    async releaseDifferences() {
      const latest = await latestVersion();
      if (published.releaseHash === latest.seedHash) return [];
      const [before = {}, now = {}] = await Promise.all([store.files(latest.seedHash), store.files(latest.hash)]);
      return releaseDifferences(before, release, now);
    },
  };
}

function isKept(kept: KeptDraft, { base, changes }: { base: number; changes: FileChanges }): boolean {
  return kept.base === base && JSON.stringify(kept.changes) === JSON.stringify(changes);
}

/** A request of a page is at most 1 MiB. */
const CHANGES_LENGTH = 1_000_000;

function checkChanges(changes: FileChanges): void {
  const length = Object.values(changes).reduce((sum, text) => sum + (text?.length ?? 0), 0);
  const wrong = Object.keys(changes).find((path) => !isContentPath(path));
  if (wrong !== undefined)
    throw badRequest(`Het bestand ${wrong.slice(0, 80)} kan niet.`, "Kies een bestand in dialogs of cards.");
  if (length > CHANGES_LENGTH) {
    throw badRequest("Het concept is te groot om te bewaren.", "Publiceer eerst wat klaar is, en ga dan verder.");
  }
}

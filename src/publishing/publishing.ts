import type { ContentFiles, FileChanges } from "../content/content-files.ts";
import type { ContentProposal, ContentVersion, KeptDraft, Person } from "../content/content-store.ts";
import type { Mistake } from "../content/mistake.ts";
import type { Decision } from "../content/schema/decision.ts";
import type { FileDifference } from "./release-differences.ts";

/** What staff see of the content that is used, and what needs them. */
export interface ContentStatus {
  /** The version that this instance uses now; undefined when it goes on with the files of the release. */
  inUse: ContentVersion | undefined;
  /** The newest: not in use yet for some seconds after it was published. */
  latest: ContentVersion;
  /** The newest version cannot be read by this release, so that an older one is used: what is wrong with it. */
  unreadable: readonly Mistake[];
  /** This release brings other files than those that the newest version was built on. */
  hasOtherRelease: boolean;
  /** A second person must approve a publication. */
  needsApproval: boolean;
}

/** What came of asking for a publication. */
export type PublishOutcome =
  | { outcome: "published"; version: ContentVersion }
  /** It waits for a second person. */
  | { outcome: "proposed"; proposal: ContentProposal }
  /** There are mistakes, or an invariant is broken: nothing was published. */
  | { outcome: "refused"; mistakes: readonly Mistake[] }
  /** Others decide about some of it, and it was not said that they agreed: nothing was published. */
  | { outcome: "undecided"; decisions: readonly Decision[] }
  /** Somebody else changed some of these files first: nothing was published. */
  | { outcome: "overtaken"; latest: ContentVersion; files: readonly string[] }
  /** The files are those of the newest version already. */
  | { outcome: "unchanged"; latest: ContentVersion }
  /** What was asked for is not there (any more): the draft with this etag, the proposal or the version. */
  | { outcome: "gone" }
  /** Nobody approves their own publication. */
  | { outcome: "own" };

/** Asked for by a person, with an id by which asking again does nothing twice: 8 to 64 letters, digits or hyphens. */
export interface PublishRequest {
  requestId: string;
  /** Why: 1 to 500 characters. */
  reason: string;
  /** Who publishes says that those who decide about the change agreed with it. */
  isAgreed?: boolean;
}

/**
 * What programme staff can do with content. Every write may be sent again. Roles are for the caller to check.
 * All methods throw what the store throws when it cannot be reached, and AppError `BAD_CONTENT_REQUEST` on a path, a
 * reason or a size that cannot be.
 */
export interface Publishing {
  status(): Promise<ContentStatus>;
  /** All versions, the newest first. */
  history(): Promise<ContentVersion[]>;
  /** The files of a version; undefined when there is no such version. */
  filesOf(number: number): Promise<ContentFiles | undefined>;

  /** The draft of this person, and what others published since in the files that are changed in it. */
  draft(person: Person): Promise<{ draft: KeptDraft; overtaken: readonly string[] } | undefined>;
  /**
   * Keeps the draft of this person as typed.
   * @param etag of the draft that was changed; undefined for a new one
   * @returns what is kept now; `isKept` is false when that is another draft, saved elsewhere since
   */
  saveDraft(
    person: Person,
    draft: { base: number; changes: FileChanges },
    etag: string | undefined,
  ): Promise<{ isKept: boolean; draft: KeptDraft }>;
  /** Returns false when it was changed elsewhere since. */
  dropDraft(person: Person, etag: string): Promise<boolean>;

  /** Who decides about what makes `after` of `before`, as the newest version says. */
  decisions(before: ContentFiles, after: ContentFiles): Promise<readonly Decision[]>;

  /**
   * Publishes the kept draft of a person, or proposes it when a second person is needed. What others published in other
   * files since goes along. The draft is removed once it is published or proposed.
   * @param adoptsRelease the files of this release were looked at: from now on they are what is built on
   */
  publishDraft(
    person: Person,
    request: PublishRequest & { etag: string; adoptsRelease?: boolean },
  ): Promise<PublishOutcome>;
  /** Publishes whole content that was made elsewhere, such as an import. */
  publishFiles(
    person: Person,
    request: PublishRequest & { base: number; files: ContentFiles },
  ): Promise<PublishOutcome>;
  /** Brings the files of an earlier version back, as a new version. Asks no second person: it was published before. */
  undo(person: Person, request: PublishRequest & { to: number }): Promise<PublishOutcome>;

  proposals(): Promise<ContentProposal[]>;
  /** The files of a proposal; undefined when it is not there (any more). */
  filesOfProposal(id: string): Promise<ContentFiles | undefined>;
  approve(person: Person, proposalId: string): Promise<PublishOutcome>;
  /** By who made it, or by somebody who turns it down. Its files go back to a draft of who made it, when there is none. */
  withdraw(person: Person, proposalId: string): Promise<void>;

  /** File by file what this release brings that the newest version does not have. */
  releaseDifferences(): Promise<FileDifference[]>;
}

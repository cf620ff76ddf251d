import type { ContentFiles, FileChanges } from "./content-files.ts";

/** Somebody of the programme staff who changes content. */
export interface Person {
  /** Object id in Entra ID. */
  id: string;
  /** As the sign-in gave it, so that colleagues can read the history. */
  name?: string | undefined;
}

/** Who makes the versions that come with a release: nobody of the staff. */
export const RELEASE: Person = { id: "release" };

/** One publication. It never changes; what is in it stands apart, under its hash. */
export interface ContentVersion {
  /** 1, 2, 3 and so on, without gaps. The highest is the newest. */
  number: number;
  /** The address of its files. */
  hash: string;
  /** The address of the files of the release that it was built on. */
  seedHash: string;
  /** The number of the version that it was made from; 0 for the first. */
  base: number;
  /** ISO 8601, as are all moments here. */
  publishedAt: string;
  /** From when on it is used, the same moment for all instances. */
  countsFrom: string;
  by: Person;
  /** Why, in the words of who published it. */
  reason: string;
  /** The second person, when two are needed. */
  approvedBy?: Person;
  /** The roles that decide about it and agreed, in the words of that moment, as who published said. */
  agreedBy?: readonly string[];
  /** It brings the files of this earlier version back. */
  undoneTo?: number;
  /** Chosen by who asked for it, so that asking again publishes nothing twice. */
  requestId: string;
}

/** What somebody has changed and not published yet. */
export interface ContentDraft {
  /** The number of the version that the changes were made to. */
  base: number;
  changes: FileChanges;
  savedAt: string;
}

/** A draft as it is kept; the etag is another after every change. */
export type KeptDraft = ContentDraft & { etag: string };

/** A publication that waits for a second person. */
export interface ContentProposal
  extends Pick<ContentVersion, "hash" | "seedHash" | "base" | "by" | "reason" | "requestId"> {
  agreedBy?: readonly string[];
  /** The same as `requestId`: who asks again proposes nothing twice. */
  id: string;
  proposedAt: string;
}

/**
 * Where versions, drafts and proposals are kept, for all instances. There is no pointer to the current version: the
 * highest number is the newest, and a number is given out once. All methods throw when the store cannot be reached.
 */
export interface ContentStore {
  /** All versions, the newest first. */
  versions(): Promise<ContentVersion[]>;
  /** The version with this number, or undefined. Cheap: asked every few seconds. */
  version(number: number): Promise<ContentVersion | undefined>;
  /**
   * Adds a version, of which the files must have been kept before, whole or not at all.
   * @returns the version with that number: this one, also when it was added before, or that of somebody who was first
   */
  addVersion(version: ContentVersion): Promise<ContentVersion>;

  /** The files at this address, or undefined when they are not there or damaged. */
  files(hash: string): Promise<ContentFiles | undefined>;
  /** Keeps files, and returns their address. Keeping the same files again changes nothing. */
  keepFiles(files: ContentFiles): Promise<string>;

  /** The draft of a person. @param owner a key from which the person cannot be told */
  draft(owner: string): Promise<KeptDraft | undefined>;
  /**
   * Keeps a draft when the one that is there has this etag, or when there is none.
   * @returns the draft that is kept now: this one, also when it was kept before, or the other one that was in its place
   */
  keepDraft(owner: string, draft: ContentDraft, etag: string | undefined): Promise<KeptDraft>;
  /** Removes the draft when it still has this etag; returns whether it did. */
  removeDraft(owner: string, etag: string): Promise<boolean>;

  /** All that wait, the oldest first. */
  proposals(): Promise<ContentProposal[]>;
  /** Keeps a proposal; one with the same id stays as it is. */
  addProposal(proposal: ContentProposal): Promise<void>;
  removeProposal(id: string): Promise<void>;

  /** Removes drafts that were last saved before this moment; returns how many. */
  purgeDrafts(before: Date): Promise<number>;
}

import { randomUUID } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { hashContentFiles } from "../../content/content-files.ts";
import type {
  ContentDraft,
  ContentProposal,
  ContentStore,
  ContentVersion,
  KeptDraft,
} from "../../content/content-store.ts";
import { isSameDraft } from "../is-same-draft.ts";
import { createFilesReader, packFiles } from "../pack-files.ts";
import { inTransaction } from "./in-transaction.ts";
import { onDisk } from "./on-disk.ts";
import { whenFree } from "./when-free.ts";

const VERSIONS = "SELECT value FROM content_version ORDER BY number DESC";
const VERSION = "SELECT value FROM content_version WHERE number = ?";
const ADD_VERSION = "INSERT INTO content_version (number, value) VALUES (?, ?) ON CONFLICT DO NOTHING";
const FILES = "SELECT value FROM content_files WHERE hash = ?";
const KEEP_FILES =
  "INSERT INTO content_files (hash, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value";
const DRAFT = "SELECT value, etag FROM content_draft WHERE owner = ?";
const KEEP_DRAFT = "INSERT OR REPLACE INTO content_draft (owner, value, etag, saved_at) VALUES (?, ?, ?, ?)";
const REMOVE_DRAFT = "DELETE FROM content_draft WHERE owner = ? AND etag = ?";
const PURGE_DRAFTS = "DELETE FROM content_draft WHERE saved_at < ?";
const PROPOSALS = "SELECT value FROM content_proposal ORDER BY proposed_at, id";
const ADD_PROPOSAL = "INSERT INTO content_proposal (id, value, proposed_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
const REMOVE_PROPOSAL = "DELETE FROM content_proposal WHERE id = ?";

/** Versions, drafts and proposals on this machine. The owner of the database closes it. */
export function createSqliteContentStore(db: DatabaseSync): ContentStore {
  const [versions, version, addVersion] = [db.prepare(VERSIONS), db.prepare(VERSION), db.prepare(ADD_VERSION)];
  const [files, keepFiles] = [db.prepare(FILES), db.prepare(KEEP_FILES)];
  const [draft, keepDraft, removeDraft] = [db.prepare(DRAFT), db.prepare(KEEP_DRAFT), db.prepare(REMOVE_DRAFT)];
  const purgeDrafts = db.prepare(PURGE_DRAFTS);
  const [proposals, addProposal] = [db.prepare(PROPOSALS), db.prepare(ADD_PROPOSAL)];
  const removeProposal = db.prepare(REMOVE_PROPOSAL);

  const readDraft = (owner: string): KeptDraft | undefined => {
    const row = draft.get(owner);
    return row && { ...parse<ContentDraft>(row), etag: String(row.etag) };
  };

  return {
    versions: async () => (await whenFree(() => versions.all())).map(parse<ContentVersion>),
    async version(number) {
      const row = await whenFree(() => version.get(number));
      return row && parse<ContentVersion>(row);
    },
    async addVersion(added) {
      const { number } = added;
      await whenFree(() => onDisk(db, () => addVersion.run(number, JSON.stringify(added))));
      const row = await whenFree(() => version.get(number));
      return row ? parse<ContentVersion>(row) : added;
    },
    files: createFilesReader(async (hash) => (await whenFree(() => files.get(hash)))?.value as Uint8Array | undefined),
    async keepFiles(kept) {
      const hash = hashContentFiles(kept);
      const packed = await packFiles(kept);
      await whenFree(() => keepFiles.run(hash, packed));
      return hash;
    },
    draft: (owner) => whenFree(() => readDraft(owner)),
    keepDraft: (owner, kept, etag) =>
      whenFree(() =>
        inTransaction(db, () => {
          const there = readDraft(owner);
          if (there && (there.etag !== etag || isSameDraft(there, kept))) return there;
          const next = randomUUID();
          keepDraft.run(owner, JSON.stringify(kept), next, kept.savedAt);
          return { ...kept, etag: next };
        }),
      ),
    removeDraft: async (owner, etag) => (await whenFree(() => removeDraft.run(owner, etag))).changes === 1,
    proposals: async () => (await whenFree(() => proposals.all())).map(parse<ContentProposal>),
    async addProposal(added) {
      await whenFree(() => addProposal.run(added.id, JSON.stringify(added), added.proposedAt));
    },
    async removeProposal(id) {
      await whenFree(() => removeProposal.run(id));
    },
    purgeDrafts: async (before) => Number((await whenFree(() => purgeDrafts.run(before.toISOString()))).changes),
  };
}

function parse<T>(row: Record<string, unknown>): T {
  return JSON.parse(String(row.value)) as T;
}

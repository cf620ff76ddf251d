import type { Container } from "@azure/cosmos";
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
import { type DocumentAddress, readDocument, removeDocument, writeDocument } from "./document.ts";
import { keepLarge, readLarge } from "./large-value.ts";
import { retryWithin } from "./retry.ts";

const CALL_WITHIN_MS = 10_000;

const READ = "SELECT c.id, c.text FROM c WHERE c.kind = @kind";
const DRAFTS_BEFORE = "SELECT c.id, c._etag FROM c WHERE c.kind = 'draft' AND c.savedAt < @before";

/** The partitions of the container. */
type Kind = "files" | "version" | "draft" | "proposal";

/** What is kept is text: it comes back unchanged, whatever is in it. */
interface TextDocument {
  id: string;
  kind: Kind;
  text: string;
  /** Of a draft. */
  savedAt?: string;
}

/** Versions, drafts and proposals, for all instances. */
export function createCosmosContentStore(container: Container): ContentStore {
  const placeOf = (kind: Kind, id: string): DocumentAddress => ({ container, id, partition: kind });

  async function read<T extends { id: string }>(kind: Kind, id: string) {
    return retryWithin(CALL_WITHIN_MS, (signal) => readDocument<T>(placeOf(kind, id), signal));
  }

  async function readAll<T>(kind: Kind): Promise<T[]> {
    const query = { query: READ, parameters: [{ name: "@kind", value: kind }] };
    const { resources } = await retryWithin(CALL_WITHIN_MS, (abortSignal) =>
      container.items.query<TextDocument>(query, { partitionKey: kind, abortSignal }).fetchAll(),
    );
    return resources.map(({ text }) => JSON.parse(text) as T);
  }

  /** Writes once: what is there already stays. */
  async function add(document: TextDocument): Promise<void> {
    const place = placeOf(document.kind, document.id);
    await retryWithin(CALL_WITHIN_MS, (signal) => writeDocument(place, document, undefined, signal));
  }

  async function readVersion(number: number): Promise<ContentVersion | undefined> {
    const found = await read<TextDocument>("version", String(number));
    return found && (JSON.parse(found.text) as ContentVersion);
  }

  async function readDraft(owner: string): Promise<KeptDraft | undefined> {
    const found = await read<TextDocument>("draft", owner);
    return found && { ...(JSON.parse(found.text) as ContentDraft), etag: found._etag };
  }

  return {
    async versions() {
      return (await readAll<ContentVersion>("version")).sort((a, b) => b.number - a.number);
    },
    version: readVersion,
    async addVersion(version) {
      await add({ id: String(version.number), kind: "version", text: JSON.stringify(version) });
      return (await readVersion(version.number)) ?? version;
    },
    files: createFilesReader((hash) => readLarge(container, "files", hash)),
    async keepFiles(files) {
      const hash = hashContentFiles(files);
      await keepLarge(container, { kind: "files", id: hash }, await packFiles(files));
      return hash;
    },
    draft: readDraft,
    async keepDraft(owner, draft, etag) {
      const { savedAt } = draft;
      const document: TextDocument = { id: owner, kind: "draft", text: JSON.stringify(draft), savedAt };
      const place = placeOf("draft", owner);
      const there = await readDraft(owner);
      if (there && (there.etag !== etag || isSameDraft(there, draft))) return there;
      await retryWithin(CALL_WITHIN_MS, (signal) => writeDocument(place, document, there?.etag, signal));
      return (await readDraft(owner)) ?? { ...draft, etag: "" };
    },
    removeDraft: (owner, etag) =>
      retryWithin(CALL_WITHIN_MS, (signal) => removeDocument(placeOf("draft", owner), etag, signal)),
    async proposals() {
      const all = await readAll<ContentProposal>("proposal");
      return all.sort((a, b) => a.proposedAt.localeCompare(b.proposedAt) || a.id.localeCompare(b.id));
    },
    addProposal: (proposal) => add({ id: proposal.id, kind: "proposal", text: JSON.stringify(proposal) }),
    async removeProposal(id) {
      await retryWithin(CALL_WITHIN_MS, (signal) => removeDocument(placeOf("proposal", id), undefined, signal));
    },
    async purgeDrafts(before) {
      const query = { query: DRAFTS_BEFORE, parameters: [{ name: "@before", value: before.toISOString() }] };
      const { resources } = await retryWithin(CALL_WITHIN_MS, (abortSignal) =>
        container.items.query<{ id: string; _etag: string }>(query, { partitionKey: "draft", abortSignal }).fetchAll(),
      );
      let removed = 0;
      for (const { id, _etag } of resources) {
        const place = placeOf("draft", id);
        if (await retryWithin(CALL_WITHIN_MS, (signal) => removeDocument(place, _etag, signal))) removed += 1;
      }
      return removed;
    },
  };
}

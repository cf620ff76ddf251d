import type { FirstCheck } from "../check/first-check.ts";
import type { Content } from "../content/content.ts";
import { applyChanges, type ContentFiles, type FileChanges } from "../content/content-files.ts";
import type { KeptDraft, Person } from "../content/content-store.ts";
import { AppError } from "../errors.ts";
import type { Checked } from "../publishing/judge.ts";
import type { ContentStatus, Publishing } from "../publishing/publishing.ts";
import type { LearnedFromUse } from "../trends/learned.ts";
import type { FindEffects } from "./effects.ts";
import { createLibraryReader, type Library } from "./library/read-library.ts";

export interface StudioOptions {
  /** The content that workers get now. */
  content(): Content;
  /** Absent: the files in the folder are used as they are saved, and the pages only show them. */
  publishing?: Publishing | undefined;
  /** The files in the folder. */
  folder(): Promise<ContentFiles>;
  /** The whole check on files that are not published, with what a bot is made of. Absent without a store. */
  check?: ((files: ContentFiles, signal: AbortSignal) => Promise<Checked>) | undefined;
  /** What the cheap rules find in such files, within a second. Absent without a store. */
  firstCheck?: FirstCheck | undefined;
  /** What goes otherwise in conversations with such files. Absent without a store. */
  effects?: FindEffects | undefined;
  /** What workers said of the answers. */
  learned(): Promise<LearnedFromUse>;
  /** Today, as a moment. */
  now(): Date;
}

/** The content as somebody works on it: what is published, with their own changes. */
export interface Work {
  /** The number of the version that the changes are made to; 0 for a folder. */
  base: number;
  before: ContentFiles;
  files: ContentFiles;
  /** With the changes, and without. */
  library: Library;
  published: Library;
  draft: KeptDraft | undefined;
  /** Files in the draft that somebody else published since. */
  overtaken: readonly string[];
  status: ContentStatus | undefined;
}

/** What somebody changes in the content as it is now. */
type ChangesTo = (work: Work) => FileChanges | Promise<FileChanges>;

export interface Desk {
  open(person: Person): Promise<Work>;
  /**
   * Makes changes to the draft of a person, on top of what is there by now.
   * @param from the version that the person had in sight, when there is no draft yet: what others published since is then
   *   chosen side by side, and never written over
   * @throws AppError READ_ONLY without a store, DRAFT_BUSY when it is changed elsewhere all the time
   */
  change(person: Person, changesTo: ChangesTo, from?: number): Promise<Work>;
}

const MAX_TRIES = 4;

/** Versions never change, so the last ones are remembered. */
const VERSIONS_KEPT = 3;

/** One for all desks: they read the same files. */
const readLibrary = createLibraryReader();

export function createDesk({ publishing, folder }: StudioOptions): Desk {
  const versions = new Map<number, ContentFiles>();

  async function filesOf(number: number): Promise<ContentFiles | undefined> {
    const known = versions.get(number);
    if (known) return known;
    const files = await publishing?.filesOf(number);
    if (!files) return undefined;
    versions.set(number, files);
    if (versions.size > VERSIONS_KEPT) versions.delete(Math.min(...versions.keys()));
    return files;
  }

  async function open(person: Person, from?: number): Promise<Work> {
    const [status, found] = await Promise.all([publishing?.status(), publishing?.draft(person)]);
    const latest = status?.latest.number ?? 0;
    const base = found?.draft.base ?? (from && from < latest && (await filesOf(from)) ? from : latest);
    const before = publishing ? ((await filesOf(base)) ?? {}) : await folder();
    const files = applyChanges(before, found?.draft.changes ?? {});
    const published = await readLibrary(before);
    const library = found ? await readLibrary(files) : published;
    const overtaken = found?.overtaken ?? [];
    return { base, before, files, library, published, draft: found?.draft, overtaken, status };
  }

  async function tryChange(person: Person, changesTo: ChangesTo, from?: number): Promise<boolean> {
    const work = await open(person, from);
    const { base, before, draft } = work;
    const all = Object.entries({ ...draft?.changes, ...(await changesTo(work)) });
    const changes = Object.fromEntries(all.filter(([file, text]) => text !== (before[file] ?? null)));
    if (isSame(changes, draft?.changes ?? {})) return true;
    if (Object.keys(changes).length === 0 && draft) return (await publishing?.dropDraft(person, draft.etag)) ?? false;
    return (await publishing?.saveDraft(person, { base, changes }, draft?.etag))?.isKept ?? false;
  }

  return {
    open,
    async change(person, changesTo, from) {
      if (!publishing) throw readOnly();
      for (let tries = 0; tries < MAX_TRIES; tries += 1)
        if (await tryChange(person, changesTo, from)) return open(person);
      throw busy();
    },
  };
}

function isSame(a: FileChanges, b: FileChanges): boolean {
  const files = Object.keys(a);
  return files.length === Object.keys(b).length && files.every((file) => a[file] === b[file]);
}

function readOnly(): AppError {
  return new AppError(
    "READ_ONLY",
    "Deze bot gebruikt de bestanden in een map. Op deze pagina kun je ze dan alleen bekijken.",
    "Verander de bestanden zelf, of start de bot met CONTENT_STORE=on.",
  );
}

function busy(): AppError {
  return new AppError(
    "DRAFT_BUSY",
    "Je concept verandert op dit moment ook in een ander venster.",
    "Sluit het andere venster, en bewaar opnieuw.",
  );
}

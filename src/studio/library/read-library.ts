import { setImmediate } from "node:timers/promises";
import type { ContentFiles } from "../../content/content-files.ts";
import { type ParsedFile, parseFile } from "../../content/parse-file.ts";
import type { Data } from "../edit/emit-yaml.ts";
import type { Thing, ThingKind } from "./thing.ts";
import { thingsIn } from "./things-in.ts";

/** One file as it is read. */
export interface ReadFile {
  file: string;
  text: string;
  parsed: ParsedFile;
  things: readonly Thing[];
}

/** All content of one moment, also when parts of it cannot be read. */
export interface Library {
  files: ReadonlyMap<string, ReadFile>;
  things: readonly Thing[];
  thing(kind: ThingKind, id: string): Thing | undefined;
}

/** Files that no form and no search needs: lists of names, and messages cut into sentences. */
const UNREAD = /^(?:cards\/|dialogs\/(?:safety|messages)\/|dialogs\/counts)/;

/** So many ways in which one file stands at a time are remembered: published, and in some drafts. */
const KEPT = 8;

/** Makes the reader of libraries. It remembers what it read, so that only files that changed are read again. */
export function createLibraryReader(): (files: ContentFiles) => Promise<Library> {
  const known = new Map<string, ReadFile[]>();
  const read = async (file: string, text: string): Promise<ReadFile> => {
    const before = known.get(file) ?? [];
    const same = before.find((one) => one.text === text);
    if (same) return same;
    // Reading all files takes a second or two: in between, the turns of workers go on.
    await setImmediate();
    const made = readFile(file, text);
    known.set(file, [made, ...before].slice(0, KEPT));
    return made;
  };
  return async (files) => {
    const all = new Map<string, ReadFile>();
    for (const [file, text] of Object.entries(files)) if (!UNREAD.test(file)) all.set(file, await read(file, text));
    const things = [...all.values()].flatMap((one) => one.things);
    const byKey = new Map(things.map((thing) => [`${thing.kind} ${thing.id}`, thing]));
    return { files: all, things, thing: (kind, id) => byKey.get(`${kind} ${id}`) };
  };
}

function readFile(file: string, text: string): ReadFile {
  const parsed = parseFile({ file, bytes: new TextEncoder().encode(text) });
  return { file, text, parsed, things: thingsIn(file, parsed.data as Data | undefined) };
}

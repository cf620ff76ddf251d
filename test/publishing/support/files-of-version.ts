import type { ContentFiles } from "../../../src/content/content-files.ts";

/** The files of a version of which nothing matters but that they are all of the same one. As much as there is content. */
export function filesOfVersion(number: number): ContentFiles {
  const text = (file: number) => `versie: ${number}\n${`bestand ${file} van versie ${number}\n`.repeat(150)}`;
  return Object.fromEntries(
    Array.from({ length: 300 }, (_, file) => [`dialogs/knowledge/artikel-${file}.md`, text(file)]),
  );
}

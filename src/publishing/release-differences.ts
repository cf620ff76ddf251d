import type { ContentFiles } from "../content/content-files.ts";

/** One file that this release has changed, next to what became of it in the published version. */
export interface FileDifference {
  file: string;
  /** In the release that was built on; undefined when it was not there. */
  before: string | undefined;
  /** In this release; undefined when it removed the file. */
  release: string | undefined;
  /** In the newest published version. */
  published: string | undefined;
  /** Staff changed it as well since: to take the file of the release over would lose that. */
  isChangedByStaff: boolean;
}

/**
 * What a release brings that is not in the published version yet.
 * @param before the files that the published version was built on
 */
export function releaseDifferences(
  before: ContentFiles,
  release: ContentFiles,
  published: ContentFiles,
): FileDifference[] {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(release)])].sort();
  return paths
    .filter((file) => before[file] !== release[file] && published[file] !== release[file])
    .map((file) => ({
      file,
      before: before[file],
      release: release[file],
      published: published[file],
      isChangedByStaff: before[file] !== published[file],
    }));
}

import type { ContentFiles } from "../content/content-files.ts";
import type { Mistake } from "../content/mistake.ts";

/** Characters and files: some times what there is, and far from what a store or a check cannot take. */
const LIMITS = { fileLength: 1_000_000, totalLength: 20_000_000, files: 10_000 } as const;

/** What is learned of each article takes memory of the bot, and seconds of each check: see `docs/performance.md`. */
export const MOST_ARTICLES = 5_000;

/** A file in one of the two folders, with nothing in its path that means another place on any disk. */
const PATH = /^(dialogs|cards)(\/[a-zA-Z0-9][\w-]*(\.[\w-]+)*){1,4}$/;
const PATH_LENGTH = 200;
const ARTICLE = /^dialogs\/knowledge\/[^/]+\.md$/;

/** Whether this can be the path of a file of the content. */
export function isContentPath(path: string): boolean {
  return path.length <= PATH_LENGTH && PATH.test(path);
}

/** What is too much, or stands where nothing can stand: found before anything is written to a disk. */
export function limitMistakes(files: ContentFiles): Mistake[] {
  const entries = Object.entries(files);
  const total = entries.reduce((sum, [, text]) => sum + text.length, 0);
  return [
    ...entries.flatMap(([path, text]) => {
      if (!isContentPath(path)) return [mistake(path, "bad-path", ...BAD_PATH)];
      return text.length > LIMITS.fileLength ? [mistake(path, "file-too-large", ...TOO_LARGE)] : [];
    }),
    ...(total > LIMITS.totalLength ? [mistake("dialogs", "content-too-large", ...TOO_MUCH)] : []),
    ...(entries.filter(([path]) => ARTICLE.test(path)).length > MOST_ARTICLES
      ? [mistake("dialogs/knowledge", "too-many-articles", ...TOO_MANY_ARTICLES)]
      : []),
    ...(entries.length > LIMITS.files ? [mistake("dialogs", "too-many-files", ...TOO_MANY)] : []),
  ];
}

const BAD_PATH = [
  "De naam van dit bestand kan niet.",
  "Gebruik letters, cijfers en streepjes, in de map dialogs of cards.",
] as const;
const TOO_LARGE = [
  `Dit bestand is groter dan ${LIMITS.fileLength / 1_000_000} miljoen tekens.`,
  "Verdeel het over meer bestanden.",
] as const;
const TOO_MUCH = [
  `Alle bestanden samen zijn groter dan ${LIMITS.totalLength / 1_000_000} miljoen tekens.`,
  "Haal weg wat niet meer nodig is.",
] as const;
const TOO_MANY_ARTICLES = [
  `Er zijn meer dan ${MOST_ARTICLES} artikelen. Meer kan de bot er niet leren.`,
  "Maak van artikelen die op elkaar lijken er een, of haal weg wat niemand meer vraagt.",
] as const;
const TOO_MANY = [`Er zijn meer dan ${LIMITS.files} bestanden.`, "Haal weg wat niet meer nodig is."] as const;

function mistake(file: string, rule: string, what: string, fix: string): Mistake {
  return { file, line: 1, column: 1, rule, what, fix };
}

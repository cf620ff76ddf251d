import { join, resolve } from "node:path";

const FOLDER = resolve(import.meta.dirname, "../../../test-results/e2e");

/** Screenshots for a person to look at are made with PHOTOS=1 only: they cost a third of what the tests of the pages cost. */
export const TAKES_PHOTOS = process.env.PHOTOS === "1";

/** The file of the picture `name`. */
export function photoFile(name: string): string {
  return join(FOLDER, `${name}.png`);
}

import { join, resolve } from "node:path";

const FOLDER = resolve(import.meta.dirname, "../../../test-results/e2e");

/** Screenshots are for a person to look at, and are made with PHOTOS=1 only: each of them costs time. */
export const TAKES_PHOTOS = process.env.PHOTOS === "1";

/** The file of the picture `name`. */
export function photoFile(name: string): string {
  return join(FOLDER, `${name}.png`);
}

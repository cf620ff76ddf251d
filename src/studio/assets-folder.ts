import { join } from "node:path";

/** The folder with the stylesheet and the scripts of the pages. */
export const STUDIO_ASSETS = join(import.meta.dirname, "assets");

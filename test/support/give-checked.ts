import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { MODELS_FILE } from "../../src/check/kept-models.ts";
import { CONTENT_FILE } from "../../src/stores/content-keeper.ts";

/** Where the check of the content keeps what it found on this machine. */
const KEPT = resolve(import.meta.dirname, "../../.data");

/**
 * Lets a bot with this data folder begin with what the check kept: content as it is in the project is then not checked
 * again, and lines that are the same are not learned again. Both take seconds. What the bot kept itself stays.
 */
export function giveChecked(dataDir: string, files: readonly string[] = [MODELS_FILE, CONTENT_FILE]): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  for (const file of files) {
    const kept = join(KEPT, file);
    if (existsSync(kept) && !existsSync(join(dataDir, file))) copyFileSync(kept, join(dataDir, file));
  }
}

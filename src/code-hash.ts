import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

const SOURCES = resolve(import.meta.dirname);
/** Nothing of the bot uses what only commands do. */
const TOOLS = join(SOURCES, "tools");

/**
 * What the code in these files and folders of `src/` is, and the packages and Node that it runs with, as a hash. What was
 * made by one code is not to be trusted by another.
 */
export function codeHash(paths: readonly string[]): string {
  const hash = createHash("sha256").update(process.version);
  const files = paths.flatMap((path) => filesIn(join(SOURCES, path)));
  for (const file of [...files.sort(), join(SOURCES, "../package.json")]) {
    hash.update(file.slice(SOURCES.length)).update(readFileSync(file));
  }
  return hash.digest("hex");
}

function filesIn(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(TOOLS));
}

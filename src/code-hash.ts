import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";

const SOURCES = resolve(import.meta.dirname);
/** Nothing of the bot uses what only commands do. */
const TOOLS = join(SOURCES, "tools");

/**
 * What the code in these files and folders of `src/` is, and the packages and Node that it runs with, as a hash. What was
 * made by one code is not to be trusted by another. Of Node counts what can make a difference: its major version and what
 * it knows of letters, so that what was made with one 24 can be used with the next.
 */
export function codeHash(paths: readonly string[]): string {
  const { modules, unicode } = process.versions;
  const hash = createHash("sha256").update(`${modules} ${unicode}`);
  const files = paths.flatMap((path) => filesIn(join(SOURCES, path)));
  const names = files.map((file) => relative(SOURCES, file).replaceAll(sep, "/"));
  for (const name of [...names.sort(), "../package.json"]) hash.update(name).update(readFileSync(join(SOURCES, name)));
  return hash.digest("hex");
}

function filesIn(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(TOOLS));
}

import { posix } from "node:path";
import type { Module } from "./read-module.ts";

/**
 * Every name that a module in `src/` exports and no other module imports, one line each: `file: name`. A type that its
 * own module uses is left out: it names what a function takes or gives.
 */
export function findUnusedExports(modules: readonly Module[]): string[] {
  const taken = new Set(modules.flatMap(takenBy));
  return modules
    .filter(({ path }) => path.startsWith("src/"))
    .flatMap(({ path, exports, uses }) =>
      exports.filter(({ name, isType }) => !isType || !uses.has(name)).map(({ name }) => ({ path, name })),
    )
    .filter(({ path, name }) => !taken.has(`${path}: ${name}`) && !taken.has(`${path}: *`))
    .map(({ path, name }) => `${path}: ${name}`);
}

function takenBy({ path, imports }: Module): string[] {
  return imports.flatMap(({ from, names }) => names.map((name) => `${posix.join(posix.dirname(path), from)}: ${name}`));
}

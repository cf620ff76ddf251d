import { isBuiltin } from "node:module";
import { posix } from "node:path";
import type { Module } from "./read-module.ts";
import {
  HIDDEN_LIBRARIES,
  IMPURE_USES,
  LAYERS,
  MAY_TAKE_PASSED_IN,
  MAY_USE_ENV,
  PASSED_IN,
  PURE_BUILTINS,
  PURE_PLACES,
} from "./rules.ts";

/** Every breach of the rules, one line each: `file: what is wrong`. Empty when the modules keep to them. */
export function findViolations(modules: readonly Module[]): string[] {
  const pure = pureFiles(modules);
  return modules.flatMap((module) =>
    [
      ...unknownRoom(module),
      ...module.imports.flatMap((imported) => forbiddenImport(module.path, imported)),
      ...environmentUse(module),
      ...(pure.has(module.path) ? impurities(module) : []),
    ].map((violation) => `${module.path}: ${violation}`),
  );
}

function roomOf(path: string): string {
  return (path.split("/")[1] ?? "").replace(/\.ts$/, "");
}

function levelOf(room: string): number {
  return LAYERS.findIndex((rooms) => rooms.includes(room));
}

function unknownRoom({ path }: Module): string[] {
  const room = roomOf(path);
  const known = levelOf(room) >= 0 || PASSED_IN.includes(room);
  return known ? [] : [`the room "${room}" has no place in test/architecture/rules.ts`];
}

function forbiddenImport(path: string, imported: Module["imports"][number]): string[] {
  if (!imported.from.startsWith(".")) return forbiddenLibrary(path, imported.from);
  const target = targetOf(path, imported.from);
  const [from, to] = [roomOf(path), roomOf(target)];
  if (from === to || !target.startsWith("src/")) return [];
  return mayImport(from, to, imported.typeOnly) ? [] : [`"${from}" may not import "${to}" (${imported.from})`];
}

function targetOf(path: string, from: string): string {
  return posix.join(posix.dirname(path), from);
}

function mayImport(from: string, to: string, typeOnly: boolean): boolean {
  if (PASSED_IN.includes(to)) return typeOnly || MAY_TAKE_PASSED_IN.includes(from);
  if (PASSED_IN.includes(from)) return levelOf(to) >= levelOf("errors");
  return levelOf(from) < levelOf(to);
}

function forbiddenLibrary(path: string, library: string): string[] {
  return HIDDEN_LIBRARIES.filter((hidden) => hidden.library.test(library) && !isIn(hidden.places, path)).map(
    ({ places }) => `only ${places.join(" and ")} may import ${library}`,
  );
}

function isIn(places: readonly string[], path: string): boolean {
  return places.some((place) => path.startsWith(place));
}

function environmentUse(module: Module): string[] {
  if (MAY_USE_ENV.includes(module.path)) return [];
  const imports = module.imports.some(({ from }) => /^(node:)?process$/.test(from));
  return imports || module.uses.has("process.env") ? ["only src/config.ts may read the environment"] : [];
}

function impurities(module: Module): string[] {
  const builtins = module.imports
    .map(({ from }) => from)
    .filter((from) => isBuiltin(from) && !PURE_BUILTINS.includes(from));
  const uses = [...module.uses].filter((use) => IMPURE_USES.has(use));
  return [...builtins, ...uses].map((name) => `is pure and may not use ${name}`);
}

/** The pure files, and all that they import for more than its types. */
function pureFiles(modules: readonly Module[]): Set<string> {
  const pure = new Set<string>();
  const add = (path: string): void => {
    const module = modules.find((candidate) => candidate.path === path);
    if (!module || pure.has(path)) return;
    pure.add(path);
    for (const { from, typeOnly } of module.imports) {
      if (!typeOnly && from.startsWith(".")) add(targetOf(path, from));
    }
  };
  for (const { path } of modules) {
    if (isIn(PURE_PLACES, path)) add(path);
  }
  return pure;
}

import { registerHooks, stripTypeScriptTypes } from "node:module";
import { pathToFileURL } from "node:url";
import { parentPort } from "node:worker_threads";
import { expect } from "expect";
import * as circus from "jest-circus";

/** A source that is changed, as text, and the test files that should see it; the answer is whether one did. */
export interface MutantRun {
  file: string;
  source: string;
  tests: readonly string[];
}

const PROJECT = new URL("../../../", import.meta.url).href;
const GLOBALS = `${PROJECT}test/support/runner/jest-globals.js`;
/** What tests read the real content with does not change: it is evaluated once, and so is the content. */
const SAME = /^(src\/(content|check|language|danger|knowledge|personal-data|stores)\/|test\/support\/real-content)/;
const VERSION = /\?mutant=\d+$/;

let current: MutantRun | undefined;
let version = 0;

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === "@jest/globals") return { url: GLOBALS, shortCircuit: true };
    const resolved = next(specifier, context);
    const [query] = VERSION.exec(context.parentURL ?? "") ?? [];
    return query && isOurs(resolved.url) ? { ...resolved, url: resolved.url + query } : resolved;
  },
  load(url, context, next) {
    if (!current || url !== `${pathToFileURL(current.file).href}?mutant=${version}`) return next(url, context);
    return { format: "module", source: stripTypeScriptTypes(current.source), shortCircuit: true };
  },
});

function isOurs(url: string): boolean {
  const path = url.startsWith(PROJECT) ? url.slice(PROJECT.length) : "";
  return /^(src|test)\//.test(path) && !SAME.test(path) && url !== GLOBALS;
}

const { setGlobals } = await import(GLOBALS);
const { afterAll, afterEach, beforeAll, beforeEach, describe, test } = circus;
setGlobals({ afterAll, afterEach, beforeAll, beforeEach, describe, test, expect, jest: { setTimeout: () => {} } });

/** Whether a test fails, or the module cannot even be loaded. */
async function isKilled(run: MutantRun): Promise<boolean> {
  current = run;
  version += 1;
  circus.resetState();
  try {
    for (const test of run.tests) await import(`${pathToFileURL(test).href}?mutant=${version}`);
  } catch {
    return true;
  }
  const { testResults, unhandledErrors } = await circus.run();
  return unhandledErrors.length > 0 || testResults.some(({ errors }) => errors.length > 0);
}

parentPort?.on("message", async (run: MutantRun) => parentPort?.postMessage(await isKilled(run)));

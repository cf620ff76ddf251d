import { enableCompileCache, registerHooks } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import circus from "jest-circus/runner";
import { setGlobals } from "./jest-globals.js";

const TESTS = new URL("../../", import.meta.url).href;
const GLOBALS = new URL("jest-globals.js", import.meta.url).href;

/** The same modules are loaded in each worker, and in the programs that tests start: what Node compiled is kept for all. */
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL("../../../node_modules/.cache/node", import.meta.url));
enableCompileCache(process.env.NODE_COMPILE_CACHE);

/** jest's own code runs in a context of its own; there too, `String` must be the String of what is tested. */
const BUILT_IN = Object.getOwnPropertyNames(globalThis).filter(
  (name) => /^[A-Z]/.test(name) && typeof globalThis[name] === "function",
);

/** Which test file a module of the tests was loaded for. */
const FILE = /\?file=\d+$/;
let files = 0;

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === "@jest/globals") return { url: GLOBALS, shortCircuit: true };
    const resolved = next(specifier, context);
    const [file] = FILE.exec(context.parentURL ?? "") ?? [];
    return file && resolved.url.startsWith(TESTS) ? { ...resolved, url: resolved.url + file } : resolved;
  },
});

/**
 * Runs a test file with jest's own circus, but loads it as Node loads any program: sources and libraries are evaluated
 * once in each worker, where jest evaluates all of them again for every file. What they keep is shared by test files, as
 * it is by the bots of one process. What is in `test/` is still evaluated for each file: it may register hooks.
 */
export default async function runNatively(globalConfig, config, environment, runtime, testPath, sendMessage) {
  for (const name of BUILT_IN) environment.global[name] = globalThis[name];
  runtime.unstable_shouldLoadAsEsm = () => true;
  runtime.unstable_importModule = (path) => {
    setGlobals(runtime.requireModuleOrMock(path, "@jest/globals"));
    files += 1;
    return import(`${pathToFileURL(path).href}?file=${files}`);
  };
  try {
    return await circus.default(globalConfig, config, environment, runtime, testPath, sendMessage);
  } finally {
    runtime.restoreAllMocks();
  }
}

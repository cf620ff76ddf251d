import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";
import circus from "jest-circus/runner";
import { setGlobals } from "./jest-globals.js";

const GLOBALS = new URL("jest-globals.js", import.meta.url).href;

/** jest's own code runs in a context of its own; there too, `String` must be the String of what is tested. */
const BUILT_IN = Object.getOwnPropertyNames(globalThis).filter(
  (name) => /^[A-Z]/.test(name) && typeof globalThis[name] === "function",
);

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "@jest/globals" ? { url: GLOBALS, shortCircuit: true } : next(specifier, context),
});

/**
 * Runs a test file with jest's own circus, but loads it as Node loads any program: a module is evaluated once in each
 * worker, where jest evaluates all of them again for every file. What a module keeps is thus shared by test files, as it
 * is by the bots of one process. Not for `--watch`: what was loaded stays as it was.
 */
export default async function runNatively(globalConfig, config, environment, runtime, testPath, sendMessage) {
  for (const name of BUILT_IN) environment.global[name] = globalThis[name];
  runtime.unstable_shouldLoadAsEsm = () => true;
  runtime.unstable_importModule = (path) => {
    setGlobals(runtime.requireModuleOrMock(path, "@jest/globals"));
    return import(pathToFileURL(path).href);
  };
  try {
    return await circus.default(globalConfig, config, environment, runtime, testPath, sendMessage);
  } finally {
    runtime.restoreAllMocks();
  }
}

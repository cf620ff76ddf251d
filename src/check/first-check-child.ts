import { toRawFiles } from "../content/content-files.ts";
import { loadFiles } from "../content/load-content.ts";
import { createParser } from "../content/parse-file.ts";
import type { FromFirstCheck, ToFirstCheck } from "./first-check.ts";
import { applyRules } from "./rules.ts";

/** Does the work of `first-check.ts`, and stays while somebody works on content. */
const STAY_MS = 120_000;

const parse = createParser();
const files = new Map<string, string>();
let leaving: NodeJS.Timeout | undefined;

process.on("message", (message: ToFirstCheck) => {
  if ("file" in message) {
    if (message.text === null) files.delete(message.file);
    else files.set(message.file, message.text);
    return;
  }
  clearTimeout(leaving);
  const loaded = loadFiles(toRawFiles(Object.fromEntries(files)), { parse, keepsUnfinished: true });
  const { mistakes, warnings } = applyRules(loaded, ["cheap"]);
  const answer: FromFirstCheck = { answers: message.asks, found: { mistakes, warnings } };
  // Who asked may have gone.
  process.send?.(answer, undefined, undefined, () => {});
  leaving = setTimeout(() => process.exit(), STAY_MS);
});
process.on("disconnect", () => process.exit());

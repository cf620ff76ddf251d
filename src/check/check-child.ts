import { createParser } from "../content/parse-file.ts";
import type { CheckRequest } from "./check-apart.ts";
import { checkContent } from "./check-content.ts";

/** Runs the check of `check-apart.ts`, and stays a while for the next one. */
const STAY_MS = 20_000;

const parse = createParser();
let leaving: NodeJS.Timeout | undefined;

process.on("message", async ({ folders, modelsFile }: CheckRequest) => {
  clearTimeout(leaving);
  const checked = await checkContent(folders, { modelsFile, parse });
  // Who asked may have gone.
  process.send?.({ checked }, undefined, undefined, () => {});
  leaving = setTimeout(() => process.exit(), STAY_MS);
});
// Also in the middle of a check.
process.on("disconnect", () => process.exit());

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError } from "../errors.ts";
import { findChromium } from "./test/find-chromium.ts";
import { runStep, runTogether } from "./test/run-step.ts";
import { CONTENT, JEST, LINT, TYPES } from "./test/steps.ts";
import { type JestReport, summarize } from "./test/summarize.ts";

/** `npm test`: all that must hold. The last line is `N passed, N failed`; the exit code is 0 only when all is well. */
const failedSteps = [hasBrowser(), ...(await runTogether([TYPES, LINT, CONTENT]))].filter((succeeded) => !succeeded);
const { passed, failed } = summarize({ failedSteps: failedSteps.length, ...runJest() });

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

function hasBrowser(): boolean {
  try {
    findChromium(process.env.CHROMIUM_PATH);
    return true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    console.error(`${error.message}\n${error.fix}`);
    return false;
  }
}

function runJest(): { jestSucceeded: boolean; report: JestReport | undefined } {
  const folder = mkdtempSync(join(tmpdir(), "wijkteam-test-"));
  const file = join(folder, "report.json");
  const jestSucceeded = runStep({ name: "tests", args: [JEST, "--json", `--outputFile=${file}`] });
  const report = readReport(file);
  rmSync(folder, { recursive: true });
  return { jestSucceeded, report };
}

/** Undefined when jest stopped before it could write its report. */
function readReport(file: string): JestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

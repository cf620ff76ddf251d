import { runTogether } from "./test/run-step.ts";
import { CONTENT, IMPORTS, LINT, TYPES } from "./test/steps.ts";

/** `npm run check`: what can be known without running the bot. Shows all failures, not only the first. */
const steps = [TYPES, LINT, IMPORTS, CONTENT];
const succeeded = await runTogether(steps);
const failed = steps.filter((_step, index) => !succeeded[index]);

console.log(failed.length === 0 ? "\nAll checks passed" : `\nFailed: ${failed.map(({ name }) => name).join(", ")}`);
process.exitCode = failed.length === 0 ? 0 : 1;

import { runStep } from "./test/run-step.ts";
import { JEST } from "./test/steps.ts";

/** What decides, without clock, store or network: a line here that no test of its own room runs is a line nobody proved. */
const PURE_ROOMS = ["flow", "signals", "conditions", "language", "danger", "knowledge", "usage", "trends"];

/** In percents. Measured: 98.5 of the lines, 95 of the branches. */
const THRESHOLD = JSON.stringify({ global: { lines: 97, branches: 93 } });

/**
 * `npm run coverage`: which lines of the pure rooms their own tests run. Apart from `npm test`, which it would slow down:
 * V8 then counts every call. Exit code 1 when a test fails, or when it is less than it should be.
 */
const isGood = runStep({
  name: "coverage of the pure rooms",
  args: [
    "--experimental-vm-modules",
    "--disable-warning=ExperimentalWarning",
    JEST,
    "--testRunner=jest-circus/runner",
    "--silent",
    "--coverage",
    "--coverageProvider=v8",
    "--coverageReporters=text",
    `--coverageThreshold=${THRESHOLD}`,
    `--collectCoverageFrom=src/{${PURE_ROOMS.join(",")}}/**/*.ts`,
    ...PURE_ROOMS.map((room) => `test/${room}/`),
  ],
});
process.exitCode = isGood ? 0 : 1;

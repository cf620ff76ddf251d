/** The part of jest's JSON report that is counted. */
export interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  /** Test files that could not run at all. */
  numRuntimeErrorTestSuites: number;
}

export interface Summary {
  passed: number;
  failed: number;
}

/**
 * Adds up a test run. Each failed step, and each test file that could not run, is one failure; so is a jest that
 * stopped with an error without naming one, or that left no report.
 */
export function summarize(run: {
  failedSteps: number;
  jestSucceeded: boolean;
  report: JestReport | undefined;
}): Summary {
  const { numPassedTests = 0, numFailedTests = 0, numRuntimeErrorTestSuites = 0 } = run.report ?? {};
  const named = numFailedTests + numRuntimeErrorTestSuites;
  const unnamed = named === 0 && !run.jestSucceeded ? 1 : 0;
  return { passed: numPassedTests, failed: run.failedSteps + named + unnamed };
}

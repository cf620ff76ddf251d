import { expect, test } from "@jest/globals";
import { summarize } from "../../../src/tools/test/summarize.ts";

const report = { numPassedTests: 5, numFailedTests: 0, numRuntimeErrorTestSuites: 0 };

test("a run without failures counts the passed tests", () => {
  expect(summarize({ failedSteps: 0, jestSucceeded: true, report })).toEqual({ passed: 5, failed: 0 });
});

test("failed steps, failed tests and test files that could not run are added up", () => {
  const failing = { ...report, numFailedTests: 2, numRuntimeErrorTestSuites: 1 };
  expect(summarize({ failedSteps: 3, jestSucceeded: false, report: failing })).toEqual({ passed: 5, failed: 6 });
});

test("a jest that stops with an error without naming a failure counts as one", () => {
  expect(summarize({ failedSteps: 0, jestSucceeded: false, report })).toEqual({ passed: 5, failed: 1 });
});

test("a jest that leaves no report counts as one failure", () => {
  expect(summarize({ failedSteps: 0, jestSucceeded: false, report: undefined })).toEqual({ passed: 0, failed: 1 });
});

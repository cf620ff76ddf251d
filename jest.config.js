export default {
  testEnvironment: "node",
  testRunner: "<rootDir>/test/support/runner/run-natively.js",
  testSequencer: "<rootDir>/test/support/runner/longest-first.js",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  // Node strips the types. Only `npm run coverage` loads the sources by jest, which counts nothing else.
  extensionsToTreatAsEsm: [".ts"],
  transform: {
    "\\.ts$": ["@swc/jest", { jsc: { target: "es2024", parser: { syntax: "typescript" } }, module: { type: "es6" } }],
  },
  restoreMocks: true,
  // Some tests start processes or check all content. That takes ten times as long on a busy machine, and it is no fault.
  testTimeout: 300_000,
  // Processes of their own, also on two cores: what ends one of them is then a failed file, not the end of the run.
  maxWorkers: 2,
};

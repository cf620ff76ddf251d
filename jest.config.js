/** jest runs the ESM TypeScript sources as they are; swc only strips the types. */
export default {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  extensionsToTreatAsEsm: [".ts"],
  transform: {
    "\\.ts$": ["@swc/jest", { jsc: { target: "es2024", parser: { syntax: "typescript" } }, module: { type: "es6" } }],
  },
  restoreMocks: true,
  // Some tests start processes or check all content; on a busy machine five seconds are few.
  testTimeout: 60_000,
  // Processes of their own, also on two cores: what ends one of them is then a failed file, not the end of the run.
  maxWorkers: 2,
};

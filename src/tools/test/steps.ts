/** One command that must succeed. */
export interface TestStep {
  name: string;
  /** Script and arguments for Node, from the project folder. */
  args: readonly string[];
}

/** jest loads the sources as ES modules, for which Node still wants a flag. */
export const JEST = [
  "--experimental-vm-modules",
  "--disable-warning=ExperimentalWarning",
  "node_modules/jest/bin/jest.js",
] as const;

export const TYPES: TestStep = { name: "types", args: ["node_modules/typescript/bin/tsc"] };
export const LINT: TestStep = {
  name: "lint",
  args: ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings"],
};
export const IMPORTS: TestStep = {
  name: "import directions",
  args: [...JEST, "test/architecture.test.ts", "--silent"],
};
export const CONTENT: TestStep = { name: "content", args: ["src/tools/check-content.ts"] };

/** One command that must succeed. */
export interface TestStep {
  name: string;
  /** Script and arguments for Node, from the project folder. */
  args: readonly string[];
}

export const JEST = "node_modules/jest/bin/jest.js";

export const TYPES: TestStep = { name: "types", args: ["node_modules/typescript/bin/tsc"] };
export const LINT: TestStep = {
  name: "lint",
  args: ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings"],
};
export const IMPORTS: TestStep = {
  name: "import directions",
  args: [JEST, "test/architecture.test.ts", "--silent"],
};
export const CONTENT: TestStep = { name: "content", args: ["src/tools/check-content.ts"] };

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { TestStep } from "./steps.ts";

const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));

/** Runs a step with this Node, shows what it prints, and returns whether it succeeded. */
export function runStep({ name, args }: TestStep): boolean {
  console.log(`\n== ${name}`);
  const { status, error } = spawnSync(process.execPath, args, {
    cwd: PROJECT,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (error) console.error(error.message);
  const succeeded = status === 0;
  if (!succeeded) console.error(`== ${name}: FAILED`);
  return succeeded;
}

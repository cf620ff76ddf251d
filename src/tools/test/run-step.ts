import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
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
  return told(name, status === 0);
}

/** Runs steps side by side, shows what each prints as if they ran one after another, and returns which succeeded. */
export async function runTogether(steps: readonly TestStep[]): Promise<boolean[]> {
  const started = steps.map(({ name, args }) => {
    const child = spawn(process.execPath, args, { cwd: PROJECT, stdio: ["ignore", "pipe", "pipe"] });
    return { name, ended: once(child, "close"), stdout: text(child.stdout), stderr: text(child.stderr) };
  });
  const succeeded: boolean[] = [];
  for (const { name, ended, stdout, stderr } of started) {
    const [code] = await ended;
    console.log(`\n== ${name}`);
    process.stdout.write(await stdout);
    process.stderr.write(await stderr);
    succeeded.push(told(name, code === 0));
  }
  return succeeded;
}

function told(name: string, succeeded: boolean): boolean {
  if (!succeeded) console.error(`== ${name}: FAILED`);
  return succeeded;
}

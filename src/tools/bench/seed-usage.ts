import { execFileSync } from "node:child_process";
import { resolve } from "node:path";

const SEED = resolve(import.meta.dirname, "../usage-seed.ts");

/** Fills this folder with invented usage of half a year. */
export function seedUsage(dataDir: string): void {
  const size = ["--uses", "20000", "--weeks", "26", "--regions", "4"];
  execFileSync(process.execPath, [SEED, ...size, "--data-dir", dataDir], { stdio: ["ignore", "ignore", "inherit"] });
}

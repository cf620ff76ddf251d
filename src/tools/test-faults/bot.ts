import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { giveChecked } from "../../../test/support/give-checked.ts";
import { runProgram } from "../../../test/support/main-process.ts";
import type { Ready } from "../../main.ts";
import { NODE_ARGUMENTS } from "../node-arguments.ts";
import type { ClockOrder } from "./clock.ts";

const MAIN = resolve(import.meta.dirname, "../../main.ts");
const CLOCK = resolve(import.meta.dirname, "clock.ts");

/** The bot as it runs for people: `main.ts` in a process of its own, that can be hurt. */
export class Bot {
  readonly url: string;
  readonly #program: ReturnType<typeof runProgram>;

  private constructor(url: string, program: ReturnType<typeof runProgram>) {
    this.url = url;
    this.#program = program;
  }

  /**
   * Starts it with content that was checked before, on a free port.
   * @param env its whole environment
   * @param hasClock its time can be changed: see {@link setClock}
   * @throws Error with what it printed, when it ends before it listens
   */
  static async start(env: Record<string, string>, hasClock = false): Promise<Bot> {
    if (env.DATA_DIR) giveChecked(env.DATA_DIR);
    const program = runProgram([...NODE_ARGUMENTS, ...(hasClock ? ["--import", CLOCK] : []), MAIN], {
      PORT: "0",
      NO_CHAT: "1",
      ...env,
    });
    const ready = await Promise.race([once(program.child, "message").then(([told]) => told as Ready), program.exit]);
    if (ready === null || typeof ready === "number") throw new Error(await program.stderr);
    return new Bot(ready.url, program);
  }

  get pid(): number {
    return this.#program.child.pid ?? 0;
  }

  /** Changes what this process takes for the time. */
  setClock(order: ClockOrder): void {
    this.#program.child.send(order);
  }

  /** Sets a soft limit on this process, as `nofile=64:`. Only on Linux. */
  limit(what: string): void {
    execFileSync("prlimit", ["--pid", String(this.pid), `--${what}`]);
  }

  /** What this process has in memory. Only on Linux. */
  residentMb(): number {
    const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.pid}/status`, "utf8"))?.[1];
    return Math.round(Number(kb) / 1024);
  }

  /** Which parts `/readyz` says are not well, with its status. */
  async health(): Promise<string> {
    const response = await fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(30_000) });
    const { parts } = (await response.json()) as { parts: Record<string, string> };
    const unwell = Object.entries(parts).flatMap(([name, status]) => (status === "ok" ? [] : [`${name} ${status}`]));
    return [response.status, ...unwell].join(" ");
  }

  /** Ends it as the power does. */
  async kill(): Promise<void> {
    this.#program.child.kill("SIGKILL");
    await this.#program.exit;
  }

  /** Ends it as a host does; its exit code. */
  stop(): Promise<number | null> {
    this.#program.child.kill("SIGTERM");
    return this.#program.exit;
  }

  /** What it logged as a warning or worse, each with how often; once it has ended. */
  async warnings(): Promise<Map<string, number>> {
    const lines = (await this.#program.stdout).split("\n").filter((line) => line.startsWith("{"));
    const events = lines.flatMap((line) => {
      const { level, event } = parse(line);
      return /^(warn|error|fatal)$|^[456]0$/.test(String(level)) ? [String(event)] : [];
    });
    return new Map([...Map.groupBy(events, (event) => event)].map(([event, all]) => [event, all.length]));
  }
}

/** The last line can be cut off by a kill. */
function parse(line: string): { level?: unknown; event?: unknown } {
  try {
    return JSON.parse(line);
  } catch {
    return {};
  }
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** A program of this folder, running in a process of its own. */
export class Child {
  readonly #process: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  readonly #closed: Promise<unknown[]>;

  /** `env` is its whole environment; absent: that of this process. */
  constructor(program: string, args: readonly string[], env?: Record<string, string>) {
    const file = fileURLToPath(new URL(program, import.meta.url));
    this.#process = spawn(process.execPath, [file, ...args], {
      stdio: ["pipe", "pipe", "inherit"],
      ...(env === undefined ? {} : { env }),
    });
    this.#closed = once(this.#process, "close");
    this.#lines = createInterface({ input: this.#process.stdout ?? process.stdin })[Symbol.asyncIterator]();
  }

  /** The next line that it writes, or undefined when it wrote its last. */
  async line(): Promise<string | undefined> {
    const { done, value } = await this.#lines.next();
    return done ? undefined : value;
  }

  /** All lines that are still to come, once it has ended. Throws when it failed. */
  async rest(): Promise<string[]> {
    const lines: string[] = [];
    for (let line = await this.line(); line !== undefined; line = await this.line()) lines.push(line);
    const [code] = await this.#closed;
    if (code) throw new Error(`the child ended with exit code ${code}`);
    return lines;
  }

  /** Lets a program that waits for its start go on. */
  go(): void {
    this.#process.stdin?.end("go");
  }

  kill(): void {
    this.#process.kill("SIGKILL");
  }
}

/** Starts the program several times, and lets all go on at the same moment; the lines of each. */
export async function runTogether(times: number, program: string, ...args: string[]): Promise<string[][]> {
  const children = Array.from({ length: times }, () => new Child(program, args));
  for (const child of children) await child.line();
  for (const child of children) child.go();
  return Promise.all(children.map((child) => child.rest()));
}

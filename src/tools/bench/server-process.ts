import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { giveChecked } from "../../../test/support/give-checked.ts";
import type { Contestant } from "./contestants.ts";
import type { Holds, ServerUsage } from "./server-usage.ts";

/** One server of the bench, in a process of its own. */
export class ServerProcess {
  readonly #child: ChildProcess;
  readonly port: number;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
  }

  /**
   * Starts `servers/<server>.ts` on a folder for its data, with content that was checked before and these settings as well, and
   * waits until it listens.
   * @throws Error when it ends before that
   */
  static async start(
    { server, nodeArguments = [], contentStore = "off" }: Contestant,
    dataDir: string,
    settings: Record<string, string> = {},
  ): Promise<ServerProcess> {
    giveChecked(dataDir);
    const child = fork(join(import.meta.dirname, "servers", `${server}.ts`), {
      execArgv: [...nodeArguments],
      env: { PORT: "0", DATA_DIR: dataDir, CONTENT_STORE: contentStore, ...settings },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    return new ServerProcess(child, Number(await answerOf(child)));
  }

  usage(): Promise<ServerUsage> {
    return this.#ask<ServerUsage>("usage");
  }

  /** The longest that it did one thing, since this was asked before; watching begins with the first time. */
  holds(): Promise<Holds> {
    return this.#ask<Holds>("holds");
  }

  async #ask<T>(what: string): Promise<T> {
    const answer = answerOf(this.#child);
    this.#child.send(what);
    return (await answer) as T;
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, "exit");
    this.#child.kill();
    await ended;
  }
}

/** @throws AbortError when the server ends without an answer */
async function answerOf(child: ChildProcess): Promise<unknown> {
  const ended = new AbortController();
  const onExit = (code: number | null) => ended.abort(`the server ended with code ${code}`);
  child.once("exit", onExit);
  try {
    const [message] = await once(child, "message", { signal: ended.signal });
    return message;
  } finally {
    child.off("exit", onExit);
  }
}

import { type ChildProcess, fork } from "node:child_process";
import { constants, setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import type { ContentFiles } from "../content/content-files.ts";
import { changesBetween } from "../content/content-files.ts";
import { inSlices } from "../in-slices.ts";
import type { Found } from "./rules.ts";

const CHILD = fileURLToPath(new URL("./first-check-child.ts", import.meta.url));

/** Nothing that is cheap takes so long: what does is given up, and the whole check tells. */
const WITHIN_MS = 20_000;

/** A file as it is now, null when it is gone; or the question what is wrong with all of them together. */
export type ToFirstCheck = { file: string; text: string | null } | { asks: number };
export type FromFirstCheck = { answers: number; found: Found };

/**
 * What the cheap rules find in files, undefined when it breaks down or was given up.
 * @param signal nobody waits for it any more
 */
export type FirstCheck = (files: ContentFiles, signal: AbortSignal) => Promise<Found | undefined>;

/**
 * Makes the check that tells who types at once what is wrong. It runs in a process of its own, because on all content it
 * takes half a second, and no turn may wait for that. That process stays while somebody works on content, and is sent only
 * the files that changed.
 */
export function createFirstCheck(): FirstCheck {
  let child: ChildProcess | undefined;
  let sent: ContentFiles = {};
  let number = 0;
  let line: Promise<unknown> = Promise.resolve();

  function running(): ChildProcess {
    if (child) return child;
    const started = startChild();
    started.on("exit", () => {
      if (child === started) child = undefined;
    });
    sent = {};
    child = started;
    return started;
  }

  async function ask(files: ContentFiles): Promise<Found | undefined> {
    const to = running();
    number += 1;
    const answer = answerOf(to, number);
    await inSlices(sendChanges(to, sent, files));
    sent = files;
    send(to, { asks: number });
    return answer;
  }

  return (files, signal) => {
    const found = line.then(() => (signal.aborted ? undefined : ask(files)));
    line = found;
    return found;
  };
}

/** In megabytes; with these it takes 270 MB in all on the content of 2026, and without them 480 MB. */
const MEMORY = ["--max-old-space-size=512", "--max-semi-space-size=8"];

function startChild(): ChildProcess {
  const child = fork(CHILD, { execArgv: MEMORY, serialization: "advanced" });
  // A process that cannot be started, or has gone, answers nothing, and that is told then.
  child.on("error", () => {});
  try {
    // The turns of workers go first, also where there is one processor.
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Where that is not allowed it only goes as fast as the rest.
  }
  return child;
}

function* sendChanges(child: ChildProcess, from: ContentFiles, to: ContentFiles): Generator<void, void> {
  for (const [file, text] of Object.entries(changesBetween(from, to))) {
    send(child, { file, text });
    yield;
  }
}

function send(child: ChildProcess, message: ToFirstCheck): void {
  child.send(message, () => {});
}

/** Who waits for no answer is not kept from ending. */
function answerOf(child: ChildProcess, number: number): Promise<Found | undefined> {
  return new Promise((resolve) => {
    const tooLate = setTimeout(() => child.kill(), WITHIN_MS);
    const done = (found?: Found) => {
      clearTimeout(tooLate);
      child.off("message", onMessage).off("exit", onExit);
      child.unref();
      child.channel?.unref();
      resolve(found);
    };
    const onMessage = (message: FromFirstCheck) => {
      // In watch mode Node sends messages of its own over the same channel.
      if ("answers" in message && message.answers === number) done(message.found);
    };
    const onExit = () => done();
    child.on("message", onMessage).on("exit", onExit);
    child.ref();
    child.channel?.ref();
  });
}

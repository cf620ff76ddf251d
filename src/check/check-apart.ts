import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deserialize, serialize } from "node:v8";
import type { Content, Models } from "../content/content.ts";
import { type ContentPart, joinInSteps, partsOf } from "../content/content-parts.ts";
import type { ContentFolders } from "../content/read-files.ts";
import { AppError } from "../errors.ts";
import { inSlices } from "../in-slices.ts";
import type { CheckedContent } from "./check-content.ts";
import type { Effects } from "./effects/find-effects.ts";
import { MODELS_FILE } from "./kept-models.ts";

const CHILD = fileURLToPath(new URL("./check-child.ts", import.meta.url));

/** What the process of the check is asked. */
export interface CheckRequest {
  folders: ContentFolders;
  /** Where what is learned is kept. */
  modelsFile: string;
  wants: "check" | "effects";
  /** The models that need not be sent. */
  knownModels?: string | undefined;
}

/** Some of a content, packed: what was checked, or to compare with, before the answer or the request. */
export interface PackedPart {
  part: Uint8Array;
}

/** What it sends back. */
export type CheckAnswer =
  | { checked: Pick<CheckedContent, "mistakes" | "warnings"> & { fit: "content" | "readable" | undefined } }
  /** All effects were sent, or there are none because the content cannot be read. */
  | { found: boolean };

/** What is known of the effects so far, before the answer. */
export interface SomeEffects {
  effects: Effects;
}

/** What takes seconds, and some hundreds of megabytes: it is done in a process of its own. */
export interface ApartCheck {
  /**
   * The whole check of the content in two folders.
   * @param signal ends the check at once
   * @throws AppError CHECK_FAILED when the check itself breaks down; AbortError when it was ended
   */
  check(folders: ContentFolders, signal?: AbortSignal): Promise<CheckedContent>;
  /**
   * What goes otherwise in conversations with the content in two folders.
   * @param before what workers get now
   * @param after what a check made of these folders
   * @param onEffects called with what is known so far, at last with all; never when the content cannot be read
   * @throws as `check`
   */
  effects(
    folders: ContentFolders,
    contents: { before: Content; after: Content },
    onEffects: (effects: Effects) => void,
    signal?: AbortSignal,
  ): Promise<void>;
}

/**
 * Makes the check, which runs in a process of its own and sends the content over: reading, learning and proving take
 * seconds and some hundreds of megabytes, which would hold up the turns that are going on and stay with this process.
 * That process stays for some seconds, because who changes content has it checked again and again: the second time costs
 * half as much. What comes is taken in a part at a time, with turns in between, and without the models when these are the
 * same as the last time.
 * @param dataDir where what is learned is kept
 */
export function createApartCheck(dataDir: string): ApartCheck {
  const modelsFile = join(dataDir, MODELS_FILE);
  let idle: ChildProcess | undefined;
  let known: { id: string; models: Models } | undefined;

  async function askOne(child: ChildProcess, asked: Asked, signal: AbortSignal | undefined): Promise<Told | undefined> {
    const end = () => child.kill();
    signal?.addEventListener("abort", end);
    const told = await ask(child, asked);
    signal?.removeEventListener("abort", end);
    signal?.throwIfAborted();
    if (told) idle = child;
    return told;
  }

  async function askAny(asked: Asked, signal: AbortSignal | undefined): Promise<Told> {
    signal?.throwIfAborted();
    const waiting = idle;
    idle = undefined;
    const before = waiting && (await askOne(waiting, asked, signal));
    if (before) return before;
    // One that stayed may have left at this very moment.
    const child = startChild();
    const told = await askOne(child, asked, signal);
    if (told) return told;
    const what = `De controle van de inhoud brak af (code ${child.exitCode ?? child.signalCode}).`;
    throw new AppError("CHECK_FAILED", what, "Kijk wat erboven staat, en probeer: npm run check:content");
  }

  /** The content in these parts, with the models that were not sent again. */
  async function contentOf(parts: readonly Uint8Array[], sent: typeof known): Promise<Content> {
    const content = await inSlices(joinInSteps(unpacked(parts)));
    const { modelsId, models = sent?.models } = content;
    if (modelsId === undefined || !models) return content;
    known = { id: modelsId, models };
    return Object.freeze({ ...content, models });
  }

  return {
    async check(folders, signal) {
      const sent = known;
      const { parts, answer } = await askAny({ folders, modelsFile, wants: "check", knownModels: sent?.id }, signal);
      if (!("checked" in answer)) throw new Error("the check answers something else");
      const { fit, mistakes, warnings } = answer.checked;
      const content = fit && (await contentOf(parts, sent));
      return {
        content: fit === "content" ? content : undefined,
        readable: fit === "readable" ? content : undefined,
        mistakes,
        warnings,
      };
    },
    async effects(folders, { before, after }, onEffects, signal) {
      const { models, ...others } = before;
      const isSame = before.modelsId !== undefined && before.modelsId === after.modelsId;
      const compareWith = isSame || !models ? others : before;
      await askAny({ folders, modelsFile, wants: "effects", compareWith, onEffects }, signal);
    },
  };
}

/** A request, with the content that goes before it. */
type Asked = CheckRequest & { compareWith?: Partial<Content>; onEffects?: (effects: Effects) => void };

interface Told {
  parts: readonly Uint8Array[];
  answer: CheckAnswer;
}

function* unpacked(parts: readonly Uint8Array[]): Generator<ContentPart> {
  for (const part of parts) yield deserialize(part);
}

function startChild(): ChildProcess {
  // Unlike JSON, the advanced serialization knows bytes, and the maps of what is said.
  const child = fork(CHILD, { execArgv: [], serialization: "advanced" });
  // A process that cannot be started, or has gone, takes no request, and that is told then.
  return child.on("error", () => {});
}

/** What the child sends; undefined when its process ends before that. Who waits for no answer is not kept from ending. */
function ask(child: ChildProcess, { compareWith = {}, onEffects, ...request }: Asked): Promise<Told | undefined> {
  return new Promise((resolve) => {
    const parts: Uint8Array[] = [];
    const done = (answer?: CheckAnswer) => {
      child.off("message", onMessage).off("exit", onExit);
      child.unref();
      child.channel?.unref();
      resolve(answer && { parts, answer });
    };
    const onMessage = (message: CheckAnswer | PackedPart | SomeEffects) => {
      if ("part" in message) parts.push(message.part);
      else if ("effects" in message) onEffects?.(message.effects);
      // In watch mode Node sends messages of its own over the same channel.
      else if ("checked" in message || "found" in message) done(message);
    };
    const onExit = () => done();
    child.on("message", onMessage).on("exit", onExit);
    child.ref();
    child.channel?.ref();
    const send = (message: CheckRequest | PackedPart) => child.send(message, (error) => error && done());
    void inSlices(sendParts(compareWith, send)).then(() => send(request));
  });
}

function* sendParts(content: Partial<Content>, send: (message: PackedPart) => void): Generator<void, void> {
  for (const part of partsOf(content)) {
    send({ part: serialize(part) });
    yield;
  }
}

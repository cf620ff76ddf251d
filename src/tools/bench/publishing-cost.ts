import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Content } from "../../content/content.ts";
import type { ContentFiles } from "../../content/content-files.ts";
import { MOST_ARTICLES } from "../../publishing/limits.ts";
import { createRandom } from "../simulate-use/random.ts";
import { startConnector } from "./connector.ts";
import { ASSISTANT_ON_STORE } from "./contestants.ts";
import { takeTurn, type VirtualUser } from "./drive.ts";
import { inventArticles } from "./invent-articles.ts";
import { quantile } from "./quantile.ts";
import { ServerProcess } from "./server-process.ts";
import type { Holds } from "./server-usage.ts";
import type { BenchTarget } from "./targets.ts";
import { type Edit, Staff } from "./users/staff.ts";

/** What happened to the turns of workers while staff did something. */
export interface Disturbance extends Holds {
  what: string;
  /** From pressing until it was done, or used. */
  seconds: number;
  turns: number;
  p99Ms: number;
  longestMs: number;
}

const USERS = 4;
/** Between two clicks of one user. */
const PAUSE_MS = 25;

const LOADING_MS = 2_000;

const SEED = 14;
/** The version that going back makes: after the first and two publications. */
const GONE_BACK = 4;

/** A wording, and a sentence from which is learned. */
const WORDING: Edit = { file: "dialogs/texts/start.yaml", from: /^( +title: ).+$/m, to: "$1Welkom bij deze assistent" };
const LEARNED: Edit = { file: "dialogs/danger/slaan.yaml", from: /^( +- )(.+)$/m, to: "$1$2\n$1ze mept hem nu" };

/**
 * What staff do, one thing after the other, while workers click on: a draft that is checked, what it changes, publishing
 * it, going back, and as many articles as there can be.
 * @param files of the project
 * @param content made of them
 */
export async function measurePublishing(files: ContentFiles, content: Content): Promise<Disturbance[]> {
  const folder = mkdtempSync(join(tmpdir(), "wijkteam-publishing-"));
  const connector = await startConnector();
  const server = await ServerProcess.start(ASSISTANT_ON_STORE, folder);
  const users = Array.from({ length: USERS }, (_, seed) =>
    ASSISTANT_ON_STORE.user(`staff-${seed}`, connector.url, seed),
  );
  const crowd = new Crowd(server, users);
  const staff = new Staff(`http://127.0.0.1:${server.port}`, files);
  try {
    // What a start leaves for later is loaded in this time: see `loadRest`.
    await wait(LOADING_MS);
    const found = [await crowd.during("nothing", () => wait(5_000))];
    const add = async (what: string, work: () => Promise<unknown>) => found.push(await crowd.during(what, work));
    for (const [kind, edit] of [
      ["a wording", WORDING],
      ["a sentence to learn from", LEARNED],
    ] as const) {
      await add(`${kind}: draft, checked`, () => staff.checkDraft(edit));
      await add(`${kind}: tried`, () => staff.tryDraft());
      await add(`${kind}: what it changes`, () => staff.seeEffects());
      await add(`${kind}: published and used`, () => staff.publishDraft());
    }
    await add("gone back, and used", () => staff.goBack(1));
    const more = inventArticles(content, MOST_ARTICLES - content.articles.size, createRandom(SEED));
    await add(`${MOST_ARTICLES} articles: published and used`, () =>
      staff.publishAll({ ...files, ...more }, GONE_BACK),
    );
    return found;
  } finally {
    await crowd.stop().finally(() => server.stop());
    connector.server.close();
    rmSync(folder, { recursive: true });
  }
}

/** No turn is held longer by what staff do. */
const MOST_HELD_MS = 50;

/** None when nothing was measured. */
export function publishingTargets(found: readonly Disturbance[]): BenchTarget[] {
  if (found.length === 0) return [];
  const value = Math.max(...found.map(({ cpuMs }) => cpuMs));
  const name = "ms CPU that a turn is held at most while staff check, try, publish and go back";
  return [{ name, value, target: `<= ${MOST_HELD_MS}`, met: value <= MOST_HELD_MS }];
}

/** Workers who click on, at the pace of a room full of people. */
class Crowd {
  readonly #server: ServerProcess;
  #latencies: number[] = [];
  #isStopped = false;
  readonly #clicking: Promise<unknown>;

  constructor(server: ServerProcess, users: readonly VirtualUser[]) {
    this.#server = server;
    this.#clicking = Promise.all(users.map((user) => this.#click(user)));
    this.#clicking.catch(() => {});
  }

  async #click(user: VirtualUser): Promise<void> {
    while (!this.#isStopped) {
      this.#latencies.push(await takeTurn(this.#server.port, user));
      await wait(PAUSE_MS);
    }
  }

  /** What the turns notice of `work`. */
  async during(what: string, work: () => Promise<unknown>): Promise<Disturbance> {
    await this.#server.holds();
    this.#latencies = [];
    const start = performance.now();
    await work();
    const seconds = (performance.now() - start) / 1000;
    const latencies = this.#latencies;
    const p99Ms = quantile(latencies, 0.99);
    return {
      what,
      seconds,
      turns: latencies.length,
      p99Ms,
      longestMs: Math.max(...latencies),
      ...(await this.#server.holds()),
    };
  }

  /** Waits for the last clicks. @throws what a click threw */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#clicking;
  }
}

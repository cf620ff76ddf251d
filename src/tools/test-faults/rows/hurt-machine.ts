import { execFileSync } from "node:child_process";
import { closeSync, fstatSync, openSync, readdirSync, rmSync, truncateSync, writeFileSync, writeSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { DATABASE_FILE } from "../../../stores/open-stores.ts";
import { openDatabase } from "../../../stores/sqlite/open-database.ts";
import { Crowd } from "../crowd.ts";
import { brokenOf, type Fault, type Outcome, type Run } from "../fault.ts";
import { told } from "../told.ts";
import { World } from "../world.ts";
import { timeOfDanger } from "./failing-cosmos.ts";

const PEOPLE = 4;
const DANGER_WITHIN_MS = 3_000;
const HOUR_MS = 3_600_000;

/** What is done to a bot on which people are walking. */
interface Hurt {
  name: string;
  times: number;
  /** Makes it happen; returns what health said meanwhile. */
  hurt(world: World, run: Run): Promise<string>;
  /** People are told that it did not work, and press again. */
  apologises?: boolean;
  env?(world: World): Record<string, string>;
  after?(world: World): void;
}

function faultOf({ name, times, hurt, apologises = false, env, after }: Hurt): Fault {
  return {
    name,
    run: (run) =>
      World.during("sqlite", async (world) => {
        const own = env?.(world) ?? {};
        try {
          const bot = await world.start("one", { hasClock: true, env: own });
          const crowd = new Crowd(world.people(PEOPLE, run.random), () => [bot.url], 100);
          await crowd.untilMore();
          const during = await hurt(world, run);
          await crowd.untilMore();
          await crowd.settle();
          const after = await told(world.bots);
          return {
            times,
            worker: crowd.saw(),
            ...(await world.balance(crowd.people, ["one"], own.DATA_DIR)),
            tells: `during: readyz ${during}; after: ${after.text}`,
            broken: brokenOf({
              "some press was refused": crowd.refused === 0,
              "nobody was told": !apologises || crowd.people.some(({ sorry }) => sorry > 0),
              "it did not end well": after.endedWell,
            }),
          };
        } finally {
          after?.(world);
        }
      }),
  };
}

const TMPFS_MB = 64;

/** The disk of the bot is a small one of its own where that is allowed; else no file of it may grow. */
function ownDisk(world: World): string {
  const folder = world.folder("disk");
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${TMPFS_MB}m`, "tmpfs", folder], { stdio: "ignore" });
  } catch {
    // Not root, or not in this container.
  }
  return folder;
}

function isOwnDisk(folder: string): boolean {
  const [own, above] = [openSync(folder, "r"), openSync(join(folder, ".."), "r")];
  const differs = fstatSync(own).dev !== fstatSync(above).dev;
  for (const file of [own, above]) closeSync(file);
  return differs;
}

const DISK_FULL = faultOf({
  name: "disk full",
  times: 1,
  apologises: true,
  env: (world) => ({ DATA_DIR: ownDisk(world) }),
  async hurt(world) {
    const folder = world.folder("disk");
    const bot = world.bots[0];
    if (isOwnDisk(folder)) fill(join(folder, "filler"));
    else bot?.limit("fsize=1:");
    const [dangerMs] = [await timeOfDanger(world), await wait(2_000)];
    const health = `${await bot?.health()}, 112 card after ${Math.round(dangerMs)} ms`;
    if (isOwnDisk(folder)) rmSync(join(folder, "filler"));
    else bot?.limit("fsize=unlimited:");
    if (dangerMs > DANGER_WITHIN_MS) throw new Error(`the 112 card took ${dangerMs} ms`);
    return health;
  },
  after(world) {
    if (isOwnDisk(world.folder("disk"))) execFileSync("umount", ["--lazy", world.folder("disk")]);
  },
});

/** Writes until nothing more fits. */
function fill(file: string): void {
  const descriptor = openSync(file, "w");
  try {
    for (const size of [1 << 20, 4096, 1]) {
      const bytes = Buffer.alloc(size);
      try {
        for (;;) if (writeSync(descriptor, bytes) < size) break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
      }
    }
  } finally {
    closeSync(descriptor);
  }
}

const LOCKED = faultOf({
  name: "database locked by another program, 2 and 8 seconds",
  times: 2,
  apologises: true,
  async hurt(world) {
    const db = openDatabase(join(world.folder("one"), DATABASE_FILE));
    const health: string[] = [];
    for (const ms of [2_000, 8_000]) {
      db.exec("BEGIN IMMEDIATE");
      const dangerMs = await timeOfDanger(world);
      if (dangerMs > DANGER_WITHIN_MS) throw new Error(`the 112 card took ${dangerMs} ms`);
      await wait(Math.max(0, ms - dangerMs));
      health.push(`${await world.bots[0]?.health()}, 112 card after ${Math.round(dangerMs)} ms`);
      db.exec("ROLLBACK");
      await wait(500);
    }
    db.close();
    return health.join("; ");
  },
});

/** Within the 12 hours that answers are kept: a clock that goes further ahead ends a walk, as it should. */
const JUMPS_H = [6, -6, -6, 6];

const CLOCK = faultOf({
  name: "clock jumps 6 hours ahead and back, and 6 hours back and ahead",
  times: JUMPS_H.length,
  async hurt(world) {
    const [bot] = world.bots;
    const health: string[] = [];
    for (const hours of JUMPS_H) {
      bot?.setClock({ jumpMs: hours * HOUR_MS });
      await wait(700);
      health.push(String(await bot?.health()));
    }
    return health.join(", ");
  },
});

const DESCRIPTORS = faultOf({
  name: "file descriptors exhausted by 200 connections",
  times: 1,
  async hurt(world) {
    const [bot] = world.bots;
    const open = readdirSync(`/proc/${bot?.pid}/fd`).length;
    bot?.limit(`nofile=${open + 20}:`);
    const { port } = new URL(bot?.url ?? "");
    const sockets = Array.from({ length: 200 }, () => connect(Number(port), "127.0.0.1"));
    for (const socket of sockets) socket.on("error", () => {});
    await wait(1_000);
    const dangerMs = await endAfter(sockets, 1_000, () => timeOfDanger(world));
    bot?.limit("nofile=4096:");
    if (dangerMs > DANGER_WITHIN_MS) throw new Error(`the 112 card took ${dangerMs} ms`);
    return `${await bot?.health()}, 112 card after ${Math.round(dangerMs)} ms`;
  },
});

/** Does the work; the connections end some time after it began. */
async function endAfter<T>(sockets: readonly Socket[], ms: number, work: () => Promise<T>): Promise<T> {
  const [result] = await Promise.all([
    work(),
    wait(ms).then(() => {
      for (const socket of sockets) socket.destroy();
    }),
  ]);
  return result;
}

/** A start in a folder that is not to be used must say which, and what to do. */
const UNUSABLE: Fault = {
  name: "start with a read-only folder, a damaged or a cut off database",
  run: () => World.during("sqlite", startUnusable),
};

async function startUnusable(world: World): Promise<Outcome> {
  const said: string[] = [];
  const broken: string[] = [];
  const cases: Record<string, { code: string; harm(folder: string): void }> = {
    "read-only": { code: "STORE_UNUSABLE", harm: (folder) => makeReadOnly(folder) },
    damaged: {
      code: "STORE_UNUSABLE",
      harm: (folder) => writeFileSync(join(folder, DATABASE_FILE), Buffer.alloc(20_000, "x")),
    },
    "cut off": { code: "STORE_UNUSABLE", harm: (folder) => truncateSync(join(folder, DATABASE_FILE), 5_000) },
  };
  for (const [name, { code, harm }] of Object.entries(cases)) {
    const first = await world.start(name);
    await first.stop();
    const folder = world.folder(name);
    harm(folder);
    const error = await world.start(name).then(
      () => "it started",
      (reason: Error) => reason.message,
    );
    execFileSync("sh", ["-c", 'umount --lazy "$0" 2>/dev/null; chmod 700 "$0"', folder]);
    said.push(`${name}: ${/^\w+/.exec(error)?.[0]}`);
    if (!error.startsWith(code) || !error.includes("Zo los je het op")) broken.push(`${name}: ${error.slice(0, 300)}`);
  }
  return { times: said.length, worker: "the bot does not start", lost: 0, doubled: 0, tells: said.join("; "), broken };
}

function makeReadOnly(folder: string): void {
  try {
    execFileSync("mount", ["--bind", folder, folder], { stdio: "ignore" });
    execFileSync("mount", ["-o", "remount,bind,ro", folder], { stdio: "ignore" });
  } catch {
    execFileSync("chmod", ["500", folder]);
  }
}

export const HURT_MACHINE: readonly Fault[] = [DISK_FULL, LOCKED, UNUSABLE, CLOCK, DESCRIPTORS];

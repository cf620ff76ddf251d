import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { addFirstVersion } from "../../../../test/publishing/support/add-first-version.ts";
import { filesOfVersion } from "../../../../test/publishing/support/files-of-version.ts";
import { Child } from "../../../../test/stores/support/child.ts";
import { createTestLog } from "../../../../test/support/log-lines.ts";
import { hashContentFiles } from "../../../content/content-files.ts";
import type { ContentStore } from "../../../content/content-store.ts";
import { createCosmosContentStore } from "../../../stores/cosmos/content-store.ts";
import { retryAfterOf } from "../../../stores/cosmos/failure.ts";
import { openCosmos } from "../../../stores/cosmos/open-cosmos.ts";
import { sendUsage } from "../../../stores/cosmos/send-usage.ts";
import { createCosmosUsageStore } from "../../../stores/cosmos/usage-store.ts";
import { startFlusher } from "../../../stores/flusher.ts";
import { createSqliteContentStore } from "../../../stores/sqlite/content-store.ts";
import { openDatabase } from "../../../stores/sqlite/open-database.ts";
import { createOutbox } from "../../../stores/sqlite/outbox.ts";
import { createSqliteStateStore } from "../../../stores/sqlite/state-store.ts";
import { createSqliteUsageStore } from "../../../stores/sqlite/usage-store.ts";
import { brokenOf, type Fault, type Outcome, type Run } from "../fault.ts";
import { World } from "../world.ts";

const ALL = { from: "2000-W01", to: "2099-W53" };
const NOBODY = "nobody was connected";
const FLUSH_WITHIN_MS = 30_000;

/** The programs are those of the tests of the stores: only what writes, so that a start takes little time. */
export const KILLED_COUNTING: Fault = {
  name: "SIGKILL in turns and their counts, SQLite",
  isQuick: true,
  run: (run) => World.during("sqlite", (world) => killCounters(world, run)),
};

/** Each process adds one to a kept number and counts that, as one turn. */
async function killCounters(world: World, { size, random }: Run): Promise<Outcome> {
  const file = join(world.folder("one"), "counted.db");
  const kills = size.of(2, 400);
  for (let kill = 0; kill < kills; kill += 1) {
    const child = await begun(new Child("run-counter.ts", [file, "1000000"]));
    await killAfter(child, 30 + random() * 100);
  }
  const db = openDatabase(file);
  const counted = total(await createSqliteUsageStore(db).read(ALL));
  const store = createSqliteStateStore(db);
  const kept = Number((await store.read("counter", new Date("2026-03-02T09:00:00Z")))?.state.region ?? 0);
  await store.close();
  return {
    times: kills,
    worker: NOBODY,
    ...difference(counted, kept),
    tells: `${kept} turns kept, ${counted} counted`,
    broken: brokenOf({ "no turn was taken": kept > 0 }),
  };
}

export const KILLED_FLUSHING: Fault = {
  name: "SIGKILL in flushes, Cosmos DB, two instances",
  isQuick: true,
  run: (run) => World.during("cosmos", (world) => killFlushers(world, run)),
};

/** Two instances count and send all the while; what each counts it also writes in a table of its own. */
async function killFlushers(world: World, { size, random }: Run): Promise<Outcome> {
  const settings = world.settings();
  const start = async (name: string) => {
    const { endpoint, key, database } = settings;
    return begun(new Child("run-instance.ts", [world.folder(name), endpoint, key, database, "0"]));
  };
  const names = ["one", "two"];
  const running = await Promise.all(names.map(start));
  const kills = size.of(2, 360);
  for (let kill = 0; kill < kills; kill += 1) {
    const at = kill % names.length;
    await killAfter(running[at], 20 + random() * 200);
    if (kill < kills - names.length) running[at] = await start(String(names[at]));
  }
  let truth = 0;
  for (const name of names) truth += await sendRest(world, name);
  const cosmos = await openCosmos(settings);
  const counted = total(await createCosmosUsageStore(cosmos.usage).read(ALL));
  cosmos.close();
  return {
    times: kills,
    worker: NOBODY,
    ...difference(counted, truth),
    tells: `${truth} counted, ${counted} in Cosmos DB`,
    broken: brokenOf({ "nothing was counted": truth > 0 }),
  };
}

/** Sends what a killed instance left; returns all that it ever counted, by its own account. */
async function sendRest(world: World, name: string): Promise<number> {
  const db = openDatabase(join(world.folder(name), "instance.db"));
  const cosmos = await openCosmos(world.settings());
  const send = sendUsage.bind(undefined, cosmos.usage);
  await startFlusher({ outbox: createOutbox(db), send, retryAfterOf, log: createTestLog().log }).close(FLUSH_WITHIN_MS);
  const truth = Number(db.prepare("SELECT sum(n) AS n FROM truth").get()?.n ?? 0);
  cosmos.close();
  db.close();
  return truth;
}

export const KILLED_PUBLISHING: readonly Fault[] = [
  {
    name: "SIGKILL in publishing, SQLite",
    run: (run) =>
      World.during("sqlite", async (world) => {
        const file = join(world.folder("one"), "content.db");
        const db = openDatabase(file);
        const outcome = await killPublishers([file], createSqliteContentStore(db), run);
        db.close();
        return outcome;
      }),
  },
  {
    name: "SIGKILL in publishing, Cosmos DB",
    run: (run) =>
      World.during("cosmos", async (world) => {
        const settings = world.settings();
        const cosmos = await openCosmos(settings);
        const store = createCosmosContentStore(cosmos.content);
        const outcome = await killPublishers([settings.endpoint, settings.key, settings.database], store, run);
        cosmos.close();
        return outcome;
      }),
  },
];

/** Each process publishes one version after another, and reports each: the newest is always whole, and none is missing. */
async function killPublishers(args: readonly string[], store: ContentStore, { size, random }: Run): Promise<Outcome> {
  await addFirstVersion(store);
  const kills = size.of(1, 60);
  let [lost, torn, published] = [0, 0, 0];
  for (let kill = 0; kill < kills; kill += 1) {
    const child = new Child("../../publishing/support/run-publisher.ts", args);
    const first = Number(await child.line());
    const reported = [first, ...(await killAfter(child, random() * 120)).map(Number)];
    const versions = await store.versions();
    const numbers = new Set(versions.map(({ number }) => number));
    lost += reported.filter((number) => !numbers.has(number)).length;
    published += reported.length;
    const [current] = versions;
    const isWhole = current !== undefined && current.hash === hashContentFiles(filesOfVersion(current.number));
    if (!isWhole || hashContentFiles((await store.files(current.hash)) ?? {}) !== current.hash) torn += 1;
  }
  return {
    times: kills,
    worker: `${published} versions published`,
    lost,
    doubled: 0,
    tells: "every newest version read back",
    broken: brokenOf({ [`${torn} times the newest version was not whole`]: torn === 0 }),
  };
}

/** @throws Error when it ends before it begins */
async function begun(child: Child): Promise<Child> {
  if ((await child.line()) === undefined) throw new Error("a process did not start");
  child.go();
  return child;
}

/** The lines that it had still written. */
async function killAfter(child: Child | undefined, ms: number): Promise<string[]> {
  await wait(ms);
  child?.kill();
  return (await child?.rest()) ?? [];
}

function total(counters: readonly { n: number }[]): number {
  return counters.reduce((sum, { n }) => sum + n, 0);
}

function difference(counted: number, truth: number): Pick<Outcome, "lost" | "doubled"> {
  return { lost: Math.max(0, truth - counted), doubled: Math.max(0, counted - truth) };
}

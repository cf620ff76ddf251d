import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Crowd } from "../crowd.ts";
import { brokenOf, type Fault, type Outcome, type Run } from "../fault.ts";
import { told } from "../told.ts";
import { World } from "../world.ts";

const PROJECT = resolve(import.meta.dirname, "../../../..");
const BROKEN_FILE = "dialogs/questions/gevaar.yaml";
/** A check of all content takes seconds, in a process of its own. */
const WITHIN_MS = 240_000;
const MARK = "Zqxjkv";

export const CHANGED_CONTENT: Fault = {
  name: "content broken, mended, taken away and replaced while people walk",
  run: (run) => World.during("sqlite", (world) => changeContent(world, run)),
};

async function changeContent(world: World, { random }: Run): Promise<Outcome> {
  const folder = world.folder("content");
  for (const part of ["dialogs", "cards"]) cpSync(join(PROJECT, part), join(folder, part), { recursive: true });
  const bot = await world.start("one", { env: { CONTENT_DIR: folder } });
  const crowd = new Crowd(world.people(4, random), () => [bot.url], 100);
  await crowd.untilMore();
  const file = join(folder, BROKEN_FILE);
  const text = readFileSync(file, "utf8");
  const health: string[] = [];
  const harms: (() => void)[] = [
    () => writeFileSync(file, text.slice(0, text.length / 2)),
    () => writeFileSync(file, text),
    () => rmSync(file),
    () => writeFileSync(file, text.replace(/why: [^\n]*/, `why: ${MARK}`)),
  ];
  for (const [index, harm] of harms.entries()) {
    harm();
    const isHarmed = index % 2 === 0;
    await until(async () => (await bot.health()).includes("previous") === isHarmed);
    health.push(await bot.health());
    await crowd.untilMore();
  }
  await crowd.settle();
  const after = await told(world.bots);
  return {
    times: harms.length,
    worker: crowd.saw(),
    ...(await world.balance(crowd.people)),
    tells: `broken, mended, gone, replaced: readyz ${health.join(", ")}; ${after.text}`,
    broken: brokenOf({
      "some press was refused or failed": crowd.refused + crowd.people.reduce((sum, { sorry }) => sum + sorry, 0) === 0,
      "it did not end well": after.endedWell,
    }),
  };
}

/** @throws Error when it does not hold in time */
async function until(holds: () => Promise<boolean>): Promise<void> {
  const start = performance.now();
  while (!(await holds())) {
    if (performance.now() - start > WITHIN_MS) throw new Error("health did not tell of the content in time");
    await wait(200);
  }
}

import { setTimeout as wait } from "node:timers/promises";
import { Crowd } from "../crowd.ts";
import { brokenOf, type Fault, type Outcome, type Run } from "../fault.ts";
import { told } from "../told.ts";
import { World } from "../world.ts";

const PEOPLE = 8;
/** An instance lives at most this long after somebody got an answer, in milliseconds. */
const LIFE_MS = 600;
const KILLS = { short: 3, long: 60 };

export const KILLED_ON_SQLITE: Fault = {
  name: "SIGKILL in walks, SQLite",
  run: (run) => World.during("sqlite", (world) => killAtRandom(world, ["one"], run)),
};

export const KILLED_ON_COSMOS: Fault = {
  name: "SIGKILL in walks, Cosmos DB, two instances",
  run: (run) => World.during("cosmos", (world) => killAtRandom(world, ["one", "two"], run)),
};

/** Kills one of the instances at a random moment, and starts it again, while people walk on any of them. */
async function killAtRandom(world: World, names: readonly string[], { size, random }: Run): Promise<Outcome> {
  for (const name of names) await world.start(name);
  const up = new Set(world.bots);
  const crowd = new Crowd(world.people(PEOPLE, random), () => [...up].map(({ url }) => url));
  const kills = size.of(KILLS.short, KILLS.long);
  for (let kill = 0; kill < kills; kill += 1) {
    const at = Math.floor(random() * names.length);
    const victim = world.bots[at];
    await crowd.untilMore();
    await wait(random() * LIFE_MS);
    await victim?.kill();
    if (victim) up.delete(victim);
    up.add(await world.start(names[at], { at }));
  }
  await crowd.settle();
  const health = await told(world.bots);
  return {
    times: kills,
    worker: crowd.saw(),
    ...(await world.balance(crowd.people, names)),
    tells: health.text,
    broken: brokenOf({
      "some press was refused": crowd.refused === 0,
      "an instance did not end well": health.endedWell,
    }),
  };
}

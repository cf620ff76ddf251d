import { setTimeout as wait } from "node:timers/promises";
import { seededFaults } from "../../../../test/stores/support/seeded-faults.ts";
import { Crowd } from "../crowd.ts";
import { brokenOf, type Fault, type Outcome, type Run } from "../fault.ts";
import { post } from "../person.ts";
import { told } from "../told.ts";
import { World } from "../world.ts";

const PEOPLE = 6;
const NAMES = ["one", "two"];
/** A share of the requests for documents fails, in every way that there is. */
const SHARE = 0.4;
const DANGER = "hij slaat haar nu";
/** The clock of the bots goes this much faster, so that their ten minutes take one. */
const RATE = 10;
const DOWN_MS = 10 * 60_000;
const DANGER_WITHIN_MS = 3_000;

export const FAILING_COSMOS: Fault = {
  name: "Cosmos DB: 40% of requests 429, 449, 503, timed out or their answer lost",
  run: (run) => World.during("cosmos", (world) => failAtRandom(world, run)),
};

async function failAtRandom(world: World, { size, random }: Run): Promise<Outcome> {
  for (const name of NAMES) await world.start(name);
  world.cosmos?.failWith(seededFaults(Math.floor(random() * 1e6), SHARE));
  const crowd = new Crowd(world.people(PEOPLE, random), () => world.bots.map(({ url }) => url));
  await wait(size.of(3_000, 60_000));
  await crowd.stop();
  return settled(world, crowd, "requests failed at random", PEOPLE);
}

export const COSMOS_DOWN: Fault = {
  name: "Cosmos DB down for 10 minutes (the bots' clock goes 10 times as fast)",
  run: (run) => World.during("cosmos", (world) => bringDown(world, run)),
};

async function bringDown(world: World, { size, random }: Run): Promise<Outcome> {
  for (const name of NAMES) await world.start(name, { hasClock: true });
  const crowd = new Crowd(world.people(PEOPLE, random), () => world.bots.map(({ url }) => url), 100);
  await crowd.untilMore();
  world.cosmos?.failWith(() => ({ when: "before", status: 503 }));
  for (const bot of world.bots) bot.setClock({ rate: RATE });
  await wait(size.of(2_000, DOWN_MS / RATE));
  for (const bot of world.bots) bot.setClock({ rate: 1 });
  const health = await world.bots[0]?.health();
  const dangerMs = await timeOfDanger(world);
  world.cosmos?.failWith(() => undefined);
  const before = crowd.taken;
  await crowd.untilMore();
  await crowd.stop();
  const outcome = await settled(world, crowd, `down: readyz ${health}`, 1);
  const broken = brokenOf({
    [`the 112 card took ${Math.round(dangerMs)} ms`]: dangerMs < DANGER_WITHIN_MS,
    "readyz said that all was well": health?.startsWith("503") === true,
    "nobody could go on": crowd.taken > before,
  });
  const worker = `${outcome.worker}; danger typed: the 112 card after ${Math.round(dangerMs)} ms`;
  return { ...outcome, worker, broken: [...outcome.broken, ...broken] };
}

/** Milliseconds until somebody who types danger has the card that says 112. */
export async function timeOfDanger(world: World): Promise<number> {
  const [person] = world.people(1, Math.random);
  const [url] = world.bots.map((bot) => bot.url);
  if (!person || !url) throw new Error("nobody is there");
  const calls = world.connector.calls.length;
  const started = performance.now();
  const turn = post(url, person.chat.message(DANGER)).catch(() => undefined);
  const arrived = () =>
    world.connector.calls.slice(calls).find(({ activity }) => JSON.stringify(activity).includes("112"));
  while (!arrived() && performance.now() - started < 2 * DANGER_WITHIN_MS) await wait(10);
  const ms = (arrived()?.at ?? Number.POSITIVE_INFINITY) - started;
  await turn;
  return ms;
}

/** When all is well again: everybody looks at their card, and the instances start once more and end in peace. */
async function settled(world: World, crowd: Crowd, tells: string, times: number): Promise<Outcome> {
  world.cosmos?.failWith(() => undefined);
  await crowd.settle();
  const first = await told(world.bots);
  for (const [at, name] of NAMES.entries()) await world.start(name, { at });
  const second = await told(world.bots);
  return {
    times,
    worker: crowd.saw(),
    ...(await world.balance(crowd.people, NAMES)),
    tells: `${tells}; after: ${first.text}`,
    broken: brokenOf({
      "some press was refused": crowd.refused === 0,
      "nobody got an answer": crowd.taken > 0,
      "an instance did not end well": first.endedWell && second.endedWell,
    }),
  };
}

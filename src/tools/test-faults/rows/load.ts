import { setTimeout as wait } from "node:timers/promises";
import { openCosmos } from "../../../stores/cosmos/open-cosmos.ts";
import { sendUsage } from "../../../stores/cosmos/send-usage.ts";
import type { Counter } from "../../../usage/count.ts";
import { isoWeek } from "../../../usage/iso-week.ts";
import { quantile } from "../../bench/quantile.ts";
import type { Bot } from "../bot.ts";
import { Crowd } from "../crowd.ts";
import { brokenOf, type Fault, type Outcome, type Run } from "../fault.ts";
import { post } from "../person.ts";
import { told } from "../told.ts";
import { World } from "../world.ts";

const PEOPLE = { short: 20, long: 200 };
const LOAD_MS = { short: 3_000, long: 120_000 };
/** Between two presses of one worker: nobody reads a question faster. */
const PAUSE_MS = 5_000;

export const LOAD: Fault = {
  name: "200 conversations at the same time for two minutes, a press every 5 seconds, and SIGTERM under that load",
  run: (run) => World.during("sqlite", (world) => loadAndStop(world, run)),
};

async function loadAndStop(world: World, { size, random }: Run): Promise<Outcome> {
  const bot = await world.start();
  const people = world.people(size.of(PEOPLE.short, PEOPLE.long), random);
  let isUp = true;
  const crowd = new Crowd(people, () => (isUp ? [world.bots[0]?.url ?? ""] : []), PAUSE_MS);
  await wait(size.of(LOAD_MS.short, LOAD_MS.long));
  const failures = people.reduce((sum, { cut, sorry, refused }) => sum + cut + sorry + refused, 0);
  const causes = [...new Set(people.flatMap((person) => person.causes))].join(", ");
  const p99 = quantile(
    people.flatMap(({ waits }) => waits),
    0.99,
  );
  const code = await bot.stop();
  isUp = false;
  await world.start("one", { at: 0 });
  isUp = true;
  await crowd.untilMore();
  await crowd.settle();
  const after = await told(world.bots);
  return {
    times: people.length,
    worker: `under load: ${failures} errors${causes && ` (${causes})`}, p99 ${Math.round(p99)} ms; with the stop: ${crowd.saw()}`,
    ...(await world.balance(people)),
    tells: after.text,
    broken: brokenOf({
      [`${failures} errors under load`]: failures === 0,
      [`SIGTERM ended with ${code}`]: code === 0,
      "some press was refused": crowd.refused === 0,
      "it did not end well": after.endedWell,
    }),
  };
}

const TURNS = { short: 200, long: 100_000 };
/** Of the memory after a tenth of the turns. */
const MOST_GROWTH = 1.1;

export const MANY_TURNS: Fault = {
  name: "100,000 turns of 8 people: memory",
  run: (run) => World.during("sqlite", (world) => takeManyTurns(world, run)),
};

async function takeManyTurns(world: World, { size, random }: Run): Promise<Outcome> {
  const bot = await world.start();
  const crowd = new Crowd(world.people(8, random), () => [bot.url]);
  const turns = size.of(TURNS.short, TURNS.long);
  const [early, late] = [await memoryAfter(turns / 10, crowd, bot), await memoryAfter(turns, crowd, bot)];
  await crowd.settle();
  const after = await told(world.bots);
  const growth = (late / early).toFixed(2);
  return {
    times: crowd.turns,
    worker: crowd.saw(),
    ...(await world.balance(crowd.people)),
    tells: `memory after a tenth ${early} MB, at the end ${late} MB, ${growth} times; ${after.text}`,
    broken: brokenOf({
      [`memory grew ${growth} times`]: late <= MOST_GROWTH * early,
      "some press was refused": crowd.refused === 0,
      "it did not end well": after.endedWell,
    }),
  };
}

async function memoryAfter(turns: number, crowd: Crowd, bot: Bot): Promise<number> {
  while (crowd.turns < turns) await wait(10);
  return bot.residentMb();
}

const NAMES = ["one", "two", "three"];

export const THREE_INSTANCES: Fault = {
  name: "three instances on one Cosmos DB: walks on any of them, one welcome, one answer for each delivery",
  run: (run) => World.during("cosmos", (world) => walkOnThree(world, run)),
};

async function walkOnThree(world: World, { size, random }: Run): Promise<Outcome> {
  await countEarlierWeeks(world);
  await Promise.all(NAMES.map((name, at) => world.start(name, { at })));
  const urls = () => world.bots.map(({ url }) => url);
  const people = world.people(size.of(2, 12), random);
  const welcomes = await answersTo(world, (person) => person.chat.installed(), people);
  const answers = await answersTo(world, (person) => person.chat.message("menu"), people);
  const crowd = new Crowd(people, urls, 100);
  await wait(size.of(2_000, 30_000));
  await crowd.settle();
  const pages = await Promise.all(urls().map(async (url) => (await fetch(`${url}/trends.csv`)).text()));
  const after = await told(world.bots);
  const balance = await world.balance(people, NAMES);
  return {
    times: people.length * 2,
    worker: `${welcomes} welcomes and ${answers} answers for ${people.length} people; ${crowd.saw()}`,
    lost: balance.lost + Math.max(0, people.length - welcomes) + Math.max(0, people.length - answers),
    doubled: balance.doubled + Math.max(0, welcomes - people.length) + Math.max(0, answers - people.length),
    tells: after.text,
    broken: brokenOf({
      "the trends differ": new Set(pages).size === 1,
      "there are no trends": pages[0]?.includes("of meer") === true,
      "nobody got an answer": crowd.taken > 0,
      "some press was refused or failed": crowd.refused + people.reduce((sum, { sorry }) => sum + sorry, 0) === 0,
      "an instance did not end well": after.endedWell,
    }),
  };
}

const WEEK_MS = 7 * 24 * 3_600_000;
const WEEKS = 26;

/** What was used before, so that there is something to publish: for each instance at the first look of somebody. */
async function countEarlierWeeks(world: World): Promise<void> {
  const cosmos = await openCosmos(world.settings());
  for (const region of ["alkmaar", "kennemerland"]) {
    for (let ago = 2; ago <= WEEKS; ago += 1) {
      const week = isoWeek(new Date(Date.now() - ago * WEEK_MS));
      const counters = ["walk-started", "walk-finished"].map((metric) => ({
        region,
        week,
        metric,
        value: "top3",
        n: 60,
      }));
      const part = { region, week, instance: "earlier", flush: 1, counters: counters as Counter[] };
      await sendUsage(cosmos.usage, part, AbortSignal.timeout(10_000));
    }
  }
  cosmos.close();
}

type People = ReturnType<World["people"]>;

/** How many messages come when the same activity of each person is delivered to all instances at once, and once more. */
async function answersTo(
  world: World,
  activityOf: (person: People[number]) => Record<string, unknown>,
  people: People,
) {
  world.connector.reset();
  for (const person of people) {
    const activity = activityOf(person);
    await Promise.all(world.bots.map(({ url }) => post(url, activity)));
    await post(world.bots[0]?.url ?? "", activity);
  }
  return world.connector.calls.length;
}

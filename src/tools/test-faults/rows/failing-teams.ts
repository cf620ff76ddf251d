import { setTimeout as wait } from "node:timers/promises";
import type { Refusal } from "../../../../test/support/connector.ts";
import { brokenOf, type Fault, type Outcome, type Run } from "../fault.ts";
import { post } from "../person.ts";
import { told } from "../told.ts";
import { World } from "../world.ts";

/** What Teams does with the next calls, and whether it can have taken the message nevertheless. */
const REFUSALS: readonly { what: string; refusals: Refusal[]; isDoubtful: boolean }[] = [
  { what: "412", refusals: [{ status: 412 }], isDoubtful: false },
  { what: "429", refusals: [{ status: 429, headers: { "retry-after": "1" } }], isDoubtful: false },
  { what: "500", refusals: [{ status: 500 }], isDoubtful: true },
  { what: "503", refusals: [{ status: 503 }], isDoubtful: true },
  { what: "a reset", refusals: [{ status: "reset" }], isDoubtful: true },
  { what: "hanging", refusals: [{ status: "hang" }], isDoubtful: true },
];
/** The first try of a danger card hangs for 2 seconds at most, and the second comes at once. */
const DANGER_WITHIN_MS = 4_000;
const DANGER = "hij slaat haar nu";
const ORDINARY = "menu";

export const FAILING_TEAMS: Fault = {
  name: "Teams answers 412, 429, 500, 503, resets or hangs",
  run: (run) => World.during("sqlite", (world) => refuseSends(world, run)),
};

async function refuseSends(world: World, { size }: Run): Promise<Outcome> {
  await world.start();
  const chosen = REFUSALS.slice(0, size.of(2, REFUSALS.length));
  const broken: string[] = [];
  const seen: string[] = [];
  let [lost, doubled] = [0, 0];
  for (const { what, refusals, isDoubtful } of chosen) {
    const danger = await sendDuring(world, DANGER, refusals);
    if (danger.arrived === 0) lost += 1;
    if (danger.ms > DANGER_WITHIN_MS) broken.push(`${what}: the danger card took ${Math.round(danger.ms)} ms`);
    const ordinary = await sendDuring(world, ORDINARY, refusals);
    doubled += Math.max(0, ordinary.arrived - 1);
    // Sent again it could stand in the chat twice, so of what is not danger it may be given up.
    if (ordinary.arrived === 0 && !isDoubtful) lost += 1;
    if (danger.status !== 200 || ordinary.status !== 200) broken.push(`${what}: the activity was refused`);
    seen.push(
      `${what}: danger after ${Math.round(danger.ms)} ms, menu ${ordinary.arrived === 0 ? "not sent again" : `${ordinary.arrived}x`}`,
    );
  }
  const { text, endedWell } = await told(world.bots);
  return {
    times: chosen.length * 2,
    worker: seen.join("; "),
    lost,
    doubled,
    tells: text,
    broken: [...broken, ...brokenOf({ "it did not end well": endedWell })],
  };
}

/** Types `text` while the next calls to Teams go wrong in this way; how many messages arrived, and after how long. */
async function sendDuring(world: World, text: string, refusals: readonly Refusal[]) {
  const [bot, [person]] = [world.bots[0], world.people(1, Math.random)];
  if (!bot || !person) throw new Error("nobody is there");
  world.connector.reset();
  world.connector.refuse(...refusals);
  const started = performance.now();
  const { status } = await post(bot.url, person.chat.message(text));
  const arrived = () => world.connector.calls.filter((call) => call.status === 200);
  while (text === DANGER && arrived().length === 0 && performance.now() - started < 2 * DANGER_WITHIN_MS)
    await wait(20);
  await wait(100);
  const first = arrived()[0];
  return { status, arrived: arrived().length, ms: (first?.at ?? Number.POSITIVE_INFINITY) - started };
}

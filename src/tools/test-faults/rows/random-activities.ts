import fc from "fast-check";
import { TeamsChat, type WireActivity } from "../../../../test/support/activities.ts";
import { buttonsOf } from "../../../../test/support/card-buttons.ts";
import { brokenOf, type Fault, type Outcome, type Run } from "../fault.ts";
import { post } from "../person.ts";
import { told } from "../told.ts";
import { World } from "../world.ts";

const ACTIVITIES = { short: 150, long: 100_000 };
const CHATS = 8;
/** What cannot grow may at most differ this much, from a tenth of the way to the end. */
const MOST_GROWTH = 1.25;
const MOST_COMPLAINTS = 5;
const VERBS =
  "start show answer back skip-phase explain article topic missed helped continue pause outcome suggestion find-out answers change refresh react useful summary finish stop resume region monthly trends launch".split(
    " ",
  );

export const RANDOM_ACTIVITIES: Fault = {
  name: "100,000 random activities and clicks in 8 conversations",
  run: (run) => World.during("sqlite", (world) => postAtRandom(world, run)),
};

/** One thing to post: a way of spoiling it, in a chat, perhaps with the walk of another one. */
interface Draw {
  kind: "click" | "spoiled-click" | "message" | "other" | "junk";
  chat: number;
  verb: string;
  /** Which of the buttons that were shown in this chat. */
  button: number;
  data: Record<string, unknown>;
  text: string;
  other: number;
}

const ID = fc.oneof(
  fc.constantFrom("top3", "gevaar-check", "direct-gevaar", "nee", "ja", "weet-ik-niet", "alkmaar"),
  fc.string(),
);
const KEYS = [
  "flow",
  "phase",
  "again",
  "card",
  "show",
  "walk",
  "version",
  "question",
  "option",
  "chosen",
  "first",
  "page",
  "signal",
  "reaction",
  "article",
  "topic",
  "sure",
  "period",
  "region",
];
const DRAW: fc.Arbitrary<Draw> = fc.record({
  kind: fc.constantFrom<Draw["kind"]>("click", "click", "click", "spoiled-click", "message", "other", "junk"),
  chat: fc.nat(CHATS - 1),
  verb: fc.oneof(fc.constantFrom(...VERBS), fc.string()),
  button: fc.nat(30),
  data: fc.dictionary(fc.constantFrom(...KEYS), fc.oneof(ID, fc.anything({ maxDepth: 1 }))),
  text: fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("menu", "stop", "terug", "verder", "hij slaat haar nu", "wat is een veiligheidsplan"),
  ),
  other: fc.nat(CHATS - 1),
});

async function postAtRandom(world: World, { size, random }: Run): Promise<Outcome> {
  const bot = await world.start("one", { env: { LOG_LEVEL: "warn" } });
  const chats = Array.from({ length: CHATS }, () => new TeamsChat(world.connector.url));
  const shown = chats.map(() => [] as ReturnType<typeof buttonsOf>);
  const owner = new Map<string, number>();
  const complaints = new Set<string>();
  const statuses = new Map<number, number>();
  const seed = Math.floor(random() * 2 ** 31);
  const times = size.of(ACTIVITIES.short, ACTIVITIES.long);
  const memory: number[] = [];
  for (const [index, draw] of fc.sample(DRAW, { seed, numRuns: times }).entries()) {
    if (complaints.size >= MOST_COMPLAINTS) break;
    const { status, text } = await post(bot.url, activityOf(draw, chats, shown));
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (status >= 500 && status !== 501) complaints.add(`status ${status} for ${JSON.stringify(draw)}`);
    const buttons = buttonsOf(jsonOf(text));
    if (buttons.length > 0) shown[draw.chat] = buttons;
    for (const walk of buttons.flatMap(({ data }) => data.walk ?? [])) {
      const first = owner.get(walk) ?? draw.chat;
      owner.set(walk, first);
      if (first !== draw.chat) complaints.add(`a card with the walk of another conversation: ${JSON.stringify(draw)}`);
    }
    world.connector.reset();
    if (index % Math.ceil(times / 20) === 0) memory.push(bot.residentMb());
  }
  const settledMemory = memory.slice(2);
  const growth = (settledMemory.at(-1) ?? 1) / (settledMemory[0] ?? 1);
  const after = await told(world.bots);
  const answered = [...statuses].sort(([a], [b]) => a - b).map(([status, n]) => `${status} ${n}x`);
  return {
    times,
    worker: `status ${answered.join(", ")}; fast-check seed ${seed}`,
    lost: 0,
    doubled: 0,
    tells: `memory ${settledMemory.at(0)} -> ${settledMemory.at(-1)} MB; ${after.text}`,
    broken: [
      ...complaints,
      ...brokenOf({
        [`memory grew ${growth.toFixed(2)} times`]: growth <= MOST_GROWTH,
        "something threw": !/turn-failed|request-failed|server-failed/.test(after.text),
        "it did not end well": after.endedWell,
      }),
    ],
  };
}

function activityOf(
  draw: Draw,
  chats: readonly TeamsChat[],
  shown: readonly ReturnType<typeof buttonsOf>[],
): WireActivity {
  const chat = chats[draw.chat] as TeamsChat;
  const own = shown[draw.chat] ?? [];
  const foreign = shown[draw.other] ?? [];
  const { verb, data } = own[draw.button % Math.max(1, own.length)] ?? { verb: "start", data: { flow: "top3" } };
  switch (draw.kind) {
    case "click":
      return chat.execute(verb, data);
    case "spoiled-click": {
      const walk = foreign[0]?.data.walk;
      return chat.execute(draw.verb, { ...data, ...(walk ? { walk } : {}), ...draw.data });
    }
    case "message":
      return chat.message(draw.text);
    case "other":
      return [chat.installed(), chat.membersAdded(), chat.invoke(draw.data, draw.text || "x"), chat.submit(draw.data)][
        draw.button % 4
      ] as WireActivity;
    case "junk":
      return { ...chat.message(draw.text), ...draw.data, [draw.verb]: draw.data };
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

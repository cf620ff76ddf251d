import type { Content } from "../../src/content/content.ts";
import type { Event } from "../../src/conversation/turn/event.ts";
import type { Reply } from "../../src/conversation/turn/turn.ts";
import type { Assistant } from "../../src/teams/assistant.ts";
import { createTeamsBot, type TeamsBotOptions } from "../../src/teams/teams-bot.ts";
import { TeamsChat, type WireActivity } from "./activities.ts";
import { startConnector } from "./connector.ts";
import { createTestLog } from "./log-lines.ts";

const TEXTS = {
  group: { title: "Groep", "personal-chat": "Alleen in een eigen chat." },
  "slow-down": { text: "Wacht {seconds} seconden." },
  error: { title: "Fout", text: "Kenmerk {reference}." },
  search: { danger: { title: "Eerst", nu: "Bel 112." } },
};

/** What the assistant says next; by default one card that takes the place of the clicked one. */
export type Script = (event: Event, key: string) => Reply[];

export function card(title: string, replace = false): Reply {
  return { view: { card: "message", title, text: "" }, replace };
}

/**
 * The edge of Teams on its own: the real bot and a loopback Teams, around an assistant that follows a script.
 * Its cards hold the view and the reader, to look at.
 */
export async function startTeamsBot(
  initial: Script = () => [card("antwoord", true)],
  {
    dangerIn = () => undefined,
    ...options
  }: Pick<TeamsBotOptions, "turnsPerMinute" | "credentials" | "turnTimes"> & Partial<Pick<Assistant, "dangerIn">> = {},
) {
  const connector = await startConnector();
  const testLog = createTestLog();
  const security: object[] = [];
  const turns: { key: string; event: Event }[] = [];
  const senders: { userId: string | undefined; messageCode: string | undefined }[] = [];
  const forgotten: string[] = [];
  let script = initial;
  const bot = createTeamsBot({
    ...options,
    assistant: () => ({
      content: { texts: TEXTS } as unknown as Content,
      render: (view, userId) => ({ type: "AdaptiveCard", view, userId }),
      dangerIn: (event) => dangerIn(event),
      forget: async (key) => {
        forgotten.push(key);
      },
      takeTurn: async ({ key, event, userId, messageCode }) => {
        turns.push({ key, event });
        senders.push({ userId, messageCode });
        return script(event, key);
      },
    }),
    keyOf: (conversationId) => `key of ${conversationId}`,
    security: { record: (event, fields) => security.push({ event, ...fields }) },
    log: testLog.log,
  });
  return {
    connector,
    turns,
    senders,
    forgotten,
    settle: () => bot.settle(5_000),
    security,
    log: testLog,
    chat: (conversationType?: string) => new TeamsChat(connector.url, conversationType),
    follow: (next: Script) => {
      script = next;
    },
    post: (activity: unknown, headers: { authorization?: string } = {}) => post(bot, activity, headers),
  };
}

// biome-ignore lint/suspicious/noExplicitAny: the body of an invoke response, read by tests only
type Answer = { status: number; body: any; headers?: Record<string, string> };

/** One activity through the wire form, so that nothing but JSON gets in or out. */
async function post(
  bot: ReturnType<typeof createTeamsBot>,
  activity: WireActivity | unknown,
  headers: { authorization?: string },
): Promise<Answer> {
  const answers: Answer[] = [];
  const send = (status: number, body?: unknown, headers?: Record<string, string>) =>
    answers.push({
      status,
      body: body === undefined ? undefined : JSON.parse(JSON.stringify(body)),
      ...(headers ? { headers } : {}),
    });
  await bot.process({ headers, body: JSON.parse(JSON.stringify(activity)) }, { send });
  const [answer] = answers;
  if (!answer || answers.length > 1) throw new Error(`answered ${answers.length} times`);
  return answer;
}

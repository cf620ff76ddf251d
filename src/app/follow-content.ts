import { randomUUID } from "node:crypto";
import type { Content } from "../content/content.ts";
import type { LiveContent } from "../content/live-content.ts";
import type { StateStore } from "../conversation/ports.ts";
import { dangerIn } from "../conversation/turn/danger-in.ts";
import { NewerContentSeen, takeTurn } from "../conversation/turn/take-turn.ts";
import { understandingInSteps, understandingOf } from "../conversation/turn/understanding.ts";
import type { TrendsView } from "../conversation/views/view.ts";
import { inSlices } from "../in-slices.ts";
import type { Log } from "../log.ts";
import type { PublishedContent } from "../publishing/open-published.ts";
import { type Renderer, rendererOf } from "../render/render-card.ts";
import type { Assistant } from "../teams/assistant.ts";
import { type Filters, toQuery } from "../trends/filters.ts";
import type { Monthly } from "../trends/monthly.ts";

export interface AssistantOptions {
  store: StateStore;
  /** The region of everybody, when it is set. */
  region?: string | undefined;
  maySeeTrends(userId: string | undefined): boolean;
  monthly: Pick<Monthly, "start" | "stop">;
  showTrends(content: Content, filters: Filters, key: string): Promise<TrendsView>;
}

/**
 * How long a turn waits for content that its worker saw on another instance. Only when this one is late with it; a danger
 * card never waits.
 */
const WAIT_FOR_NEWER_MS = 4_000;

/** The assistant with the content of now, made anew whenever that changes. */
export function followContent(
  live: LiveContent,
  published: Pick<PublishedContent, "inUse" | "atLeast"> | undefined,
  options: AssistantOptions,
  log: Pick<Log, "error">,
): () => Assistant {
  const numberNow = () => published?.inUse.version?.number;
  let current = createAssistant(live.content, options, numberNow());
  let changing: Promise<void> = Promise.resolve();
  live.watch((content) => {
    const number = numberNow();
    changing = changing
      .then(async () => {
        current = await prepareAssistant(content, options, number);
      })
      .catch((error) => log.error("content-refused", { error }));
    return changing;
  });
  const newer = async (number: number) => {
    await published?.atLeast(number, WAIT_FOR_NEWER_MS);
    await changing;
    return current;
  };
  return () => (published ? withNewer(current, newer) : current);
}

/** An assistant for one turn. When its worker saw newer content elsewhere, the whole turn is taken with that. */
function withNewer(first: Assistant, newer: (number: number) => Promise<Assistant>): Assistant {
  let own = first;
  return {
    get content() {
      return own.content;
    },
    render: (view, userId) => own.render(view, userId),
    dangerIn: (event) => own.dangerIn(event),
    forget: (key) => own.forget(key),
    async takeTurn(request) {
      try {
        return await own.takeTurn({ ...request, refusesNewer: true });
      } catch (error) {
        if (!(error instanceof NewerContentSeen)) throw error;
        own = await newer(error.number);
        return own.takeTurn(request);
      }
    },
  };
}

/** The assistant with this content, which it reads now: the first turn does not wait for it. */
export function createAssistant(content: Content, options: AssistantOptions, contentNumber?: number): Assistant {
  understandingOf(content);
  return makeAssistant(content, rendererOf(content), { ...options, contentNumber });
}

/** The same, made bit by bit: reading all of it at once would hold up the turns that are going on. */
async function prepareAssistant(
  content: Content,
  options: AssistantOptions,
  contentNumber: number | undefined,
): Promise<Assistant> {
  await inSlices(understandingInSteps(content));
  return makeAssistant(content, rendererOf(content), { ...options, contentNumber });
}

function makeAssistant(
  content: Content,
  render: Renderer,
  {
    store,
    region,
    monthly,
    maySeeTrends,
    showTrends,
    contentNumber,
  }: AssistantOptions & { contentNumber: number | undefined },
): Assistant {
  return {
    content,
    render: (view, userId) => render(view, userId === undefined ? {} : { userId }),
    dangerIn: (event) => dangerIn(content, event),
    forget: async (key) => {
      await Promise.all([store.remove(key), monthly.stop(key)]);
    },
    takeTurn: ({ userId, address, ...turn }) =>
      takeTurn({
        ...turn,
        store,
        content,
        contentNumber,
        region,
        now: new Date(),
        newId: randomUUID(),
        maySeeTrends: maySeeTrends(userId),
        showTrends: (filters) => showTrends(content, filters, turn.key),
        setMonthly: ({ on, filters }) =>
          on
            ? monthly.start(turn.key, { ...address, userId, query: toQuery(filters).toString() })
            : monthly.stop(turn.key),
      }),
  };
}

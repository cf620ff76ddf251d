import type { Content } from "../../../../src/content/content.ts";
import type { CheckAccess } from "../../../../src/http/sign-in/check-access.ts";
import type { RefusedVisit } from "../../../../src/http/trends/answer.ts";
import type { ReadTrends } from "../../../../src/trends/read-trends.ts";
import type { Counter, Metric } from "../../../../src/usage/count.ts";
import { realContent } from "../../../support/real-content.ts";
import { readerOf } from "../../../trends/support/reader-of.ts";
import { startServer } from "../../support/start-server.ts";

/** The real content. */
export const content = await realContent();

/** A moment in April 2026; the last published month is March. */
export const NOW = new Date("2026-04-10T12:00:00Z");

interface Options {
  counters?: Counter[];
  isInvented?: boolean;
  checkAccess?: CheckAccess;
  onRefused?: (refusal: RefusedVisit) => void;
  content?: Content;
  now?: Date;
  /** What reads, when it is not to be made of counters. */
  read?: ReadTrends | undefined;
}

/** The server with trends of these counters: as a demo, unless access is checked. */
export async function startTrends({ counters = [], isInvented = false, checkAccess, now = NOW, ...more }: Options) {
  const read = more.read ?? readerOf(counters, { isInvented, isDemo: checkAccess === undefined, now });
  const { onRefused = () => {} } = more;
  const trends = { content: () => more.content ?? content, read, checkAccess, onRefused };
  const { url } = await startServer({ trends });
  return {
    url,
    get: async (path: string, headers: Record<string, string> = {}) => {
      const response = await fetch(url + path, { headers });
      return { status: response.status, headers: response.headers, text: await response.text() };
    },
  };
}

/** A counter of the second week of March 2026, in a region, unless said otherwise. */
export function counter(metric: Metric, value: string, n: number, more: Partial<Counter> = {}): Counter {
  return { region: "alkmaar", week: "2026-W11", metric, value, n, ...more };
}

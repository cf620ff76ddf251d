import type { Noise } from "../../../src/trends/noise.ts";
import type { PublicationStore } from "../../../src/trends/ports.ts";
import type { Publication } from "../../../src/trends/publication.ts";
import { createPublisher } from "../../../src/trends/publisher.ts";
import { createTrendsReader, type ReadTrends } from "../../../src/trends/read-trends.ts";
import type { Counter } from "../../../src/usage/count.ts";
import { usageOf } from "./usage-of.ts";

interface Options {
  now: Date;
  isDemo?: boolean;
  isInvented?: boolean;
  /** None, unless said otherwise: what is shown is then only rounded. */
  noise?: Noise;
}

/** Reads what is published of these counters. */
export function readerOf(counters: readonly Counter[], options: Options): ReadTrends {
  const { now, isDemo = false, isInvented = false, noise = () => 0 } = options;
  const usage = usageOf(counters, { isInvented });
  const publications = publicationsIn([]);
  const publisher = createPublisher({ usage, publications, noise, least: 10, firstKeptMonth: () => "2020-01" });
  return createTrendsReader({ publisher, store: usage, leastCount: 10, isDemo, now: () => now });
}

/** A store that keeps publications in this list. */
export function publicationsIn(list: Publication[]): PublicationStore {
  return {
    read: async () => [...list],
    add: async (publication) => {
      const kept = list.find(({ period }) => period === publication.period);
      if (kept === undefined) list.push(publication);
      return kept ?? publication;
    },
    purge: async () => 0,
  };
}

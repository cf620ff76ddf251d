import { createNoise, type Noise } from "../../trends/noise.ts";
import type { PublicationStore } from "../../trends/ports.ts";
import type { Publication } from "../../trends/publication.ts";
import { createPublisher, type Regions } from "../../trends/publisher.ts";
import type { Counter } from "../../usage/count.ts";

export interface World {
  counters: readonly Counter[];
  regions: Regions;
  /** The first month of use. */
  firstMonth: string;
  /** Everything up to here is published. */
  now: Date;
  least: number;
  noise?: Noise;
}

/** All that is ever published of a world, as the product does it. */
export async function publishWorld(world: World): Promise<Publication[]> {
  const { counters, regions, firstMonth, now, least, noise = createNoise("a secret nobody knows") } = world;
  const publications: Publication[] = [];
  const byWeek = Map.groupBy(counters, ({ week }) => week);
  const weeks = [...byWeek.keys()].sort();
  const store: PublicationStore = {
    read: async () => [...publications],
    add: async (publication) => {
      publications.push(publication);
      return publication;
    },
    purge: async () => 0,
  };
  const usage = {
    read: async ({ from, to }: { from: string; to: string }) =>
      weeks.filter((week) => week >= from && week <= to).flatMap((week) => byWeek.get(week) ?? []),
    firstWeek: async () => weeks[0],
  };
  const publisher = createPublisher({ usage, publications: store, noise, least, firstKeptMonth: () => firstMonth });
  await publisher.read(regions, now);
  return publications;
}

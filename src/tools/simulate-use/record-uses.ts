import type { Content } from "../../content/content.ts";
import { type Count, NO_REGION } from "../../usage/count.ts";
import type { Habits } from "./habits.ts";
import type { Random } from "./random.ts";
import { simulateUse } from "./simulate-walk.ts";

/** What a worker has told of the region when a use begins. */
export const KNOWLEDGE = ["known", "asked", "never"] as const;
export type RegionKnowledge = (typeof KNOWLEDGE)[number];

/** Uses that were played through the real turns, to draw from: playing a million would take hours. */
export interface RecordedUses {
  /** All that was counted, each once. */
  counts: Count[];
  /** Per kind of knowledge: for each use the indexes in `counts`, of what counted for the region and without one. */
  uses: Record<RegionKnowledge, { own: number[]; none: number[] }[]>;
}

/** A region that the content has; what is drawn is given the region of who drew it. */
const OWN = "own";

/** Plays `size` uses of each kind. */
export function recordUses(
  content: Content,
  habits: Habits,
  random: Random,
  { size, unknownFactor }: { size: number; unknownFactor: number },
): RecordedUses {
  const counts: Count[] = [];
  const indexes = new Map<string, number>();
  const indexOf = ({ metric, value }: Count): number => {
    const key = `${metric} ${value}`;
    const index = indexes.get(key) ?? counts.push({ metric, value }) - 1;
    indexes.set(key, index);
    return index;
  };
  const [region = ""] = content.regions.keys();
  const play = (knowledge: RegionKnowledge) => {
    const known = knowledge === "known" ? region : undefined;
    const use = { region: known, ownRegion: knowledge === "never" ? undefined : region, unknownFactor };
    const byRegion = Map.groupBy(simulateUse(content, habits, use, random).counts, (count) =>
      count.region === NO_REGION ? NO_REGION : OWN,
    );
    const indexed = (id: typeof OWN | typeof NO_REGION) => (byRegion.get(id) ?? []).map(indexOf);
    return { own: indexed(OWN), none: indexed(NO_REGION) };
  };
  const uses = KNOWLEDGE.map((knowledge) => [knowledge, Array.from({ length: size }, () => play(knowledge))]);
  return { counts, uses: Object.fromEntries(uses) as RecordedUses["uses"] };
}

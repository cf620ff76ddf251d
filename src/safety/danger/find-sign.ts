import type { DangerSign } from "../../content/schema/danger.ts";
import type { Hit, Hits } from "./phrase-finder.ts";

type Scale = NonNullable<DangerSign["weighs"]>;

/** The hearts of the sign's combinations that stand in a sentence and are not denied. */
export function findSign(
  { when, within, unless, weighs }: DangerSign,
  hits: Hits,
  isDenied: (hit: Hit) => boolean,
): Hit[] {
  const hearts = when.flatMap(([heartGroup = "", ...groups]) => {
    const claimed = hits(heartGroup).filter((hit) => !isDenied(hit));
    const hitsOf = (group: string): readonly Hit[] => (group === heartGroup ? claimed : hits(group));
    return claimed.filter((heart) => isComplete(heart, groups, within, hitsOf));
  });
  if (hearts.length === 0 || unless.some((group) => hits(group).length > 0)) return [];
  return weighs && weigh(weighs, hits, isDenied) < weighs["at-least"] ? [] : hearts;
}

function weigh({ points }: Scale, hits: Hits, isDenied: (hit: Hit) => boolean): number {
  return points.reduce((sum, { group, points: each, "up-to": most }) => {
    const words = new Set(hits(group).flatMap((hit) => (isDenied(hit) ? [] : first(hit))));
    return sum + each * Math.min(words.size, most);
  }, 0);
}

/** Whether each group stands near the heart, each on words of its own. */
function isComplete(heart: Hit, groups: readonly string[], within: number, hits: Hits): boolean {
  const taken = new Set(heart);
  return groups.every((group) => {
    const near = hits(group).filter((hit) => gap(hit, heart) < within && !hit.some((at) => taken.has(at)));
    const nearest = near.reduce<Hit | undefined>((a, b) => (a && gap(a, heart) <= gap(b, heart) ? a : b), undefined);
    for (const at of nearest ?? []) taken.add(at);
    return nearest !== undefined;
  });
}

/** How many words stand between two hits; below zero when one begins before the other ends. */
function gap(a: Hit, b: Hit): number {
  return Math.max(first(a) - last(b), first(b) - last(a)) - 1;
}

function first(hit: Hit): number {
  return hit[0] ?? 0;
}

function last(hit: Hit): number {
  return hit.at(-1) ?? 0;
}

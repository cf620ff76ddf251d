import type { DangerRules } from "../../content/schema/danger.ts";
import type { Hits } from "./phrase-finder.ts";

/**
 * Whether a sign at `heartStart` is about a case, and not about the subject in general.
 * How sure it is that there is a case (0 to 2) must reach how general the sentence is (0 to 2), and one more for a
 * sign that only names a subject.
 */
export function isAboutCase(hits: Hits, heartStart: number, topic: boolean): boolean {
  return certainty(hits) >= generality(hits, heartStart, topic) + (topic ? 1 : 0);
}

/** A question or subject counts only before the sign: "hij slaat haar, wat is het protocol" is not general. */
function generality(hits: Hits, heartStart: number, topic: boolean): number {
  const before = (group: string): boolean => hits(group).some(([start = 0]) => topic || start < heartStart);
  if (before("general.subject")) return 2;
  return before("general.question") || hits("general.work").length > 0 ? 1 : 0;
}

function certainty(hits: Hits): number {
  const has = (group: keyof DangerRules["case"]): boolean => hits(`case.${group}`).length > 0;
  if (has("certain")) return 2;
  if (has("indefinite")) return 0;
  if (has("likely")) return 2;
  return has("persons") ? 1 : 0;
}

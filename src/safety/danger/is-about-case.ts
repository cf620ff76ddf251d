import type { DangerRules } from "../../content/schema/danger.ts";
import type { Hits } from "./phrase-finder.ts";

/**
 * Whether a sign at word `start` is about a case, and not about the subject in general. How sure it is that there
 * is a case (0 to 2) must reach how general the sentence is (0 to 3).
 * @param topic the sign itself only names a subject
 */
export function isAboutCase(hits: Hits, start: number, topic: boolean): boolean {
  return certainty(hits) >= generality(hits, start, topic);
}

function generality(hits: Hits, start: number, topic: boolean): number {
  const isNamed = topic || hits("general.about").some((hit) => hit.at(-1) === start - 1);
  // After an event a question no longer makes it general: "hij slaat haar, wat is het protocol".
  const frames = (group: string, anywhere = isNamed): boolean =>
    hits(`general.${group}`).some(([at = 0]) => anywhere || at < start);
  const asked = frames("question");
  const frame = frames("subject") ? 2 : asked || frames("work", false) ? 1 : 0;
  return frame + (topic || (isNamed && asked) ? 1 : 0);
}

function certainty(hits: Hits): number {
  const has = (group: keyof DangerRules["case"]): boolean => hits(`case.${group}`).length > 0;
  if (has("certain")) return 2;
  if (has("indefinite")) return 0;
  if (has("likely")) return 2;
  return has("persons") ? 1 : 0;
}

import type { Hit, Hits } from "./phrase-finder.ts";
import type { Word } from "./split-words.ts";

/**
 * Tells whether something in a sentence is denied: a word such as "niet" before it, or after it at the end of
 * the clause, with only words between that a denial goes through ("er is nooit door hem geslagen", "hij slaat
 * haar niet"). A denial elsewhere in the sentence does not count.
 */
export function createDenialChecker(sentence: readonly Word[], hits: Hits): (hit: Hit) => boolean {
  const noDenial = new Set(hits("denial.not-denials").flat());
  const denials = hits("denial.words").filter((denial) => !denial.some((at) => noDenial.has(at)));
  const transparent = new Set(hits("denial.through").flat());
  const stops = hits("denial.stops").flat();
  const clauseOf = (at: number): number | undefined => sentence[at]?.clause;

  return (hit) => {
    const start = hit[0] ?? 0;
    const end = (hit.at(-1) ?? 0) + 1;
    const clause = clauseOf(start);
    return denials.some((denial) => {
      const denialStart = denial[0] ?? 0;
      const denialEnd = (denial.at(-1) ?? 0) + 1;
      if (clauseOf(denialStart) !== clause || denial.some((at) => hit.includes(at))) return false;
      if (denialEnd <= start) return passes(denialEnd, start);
      if (denialEnd < end) return true;
      return denialStart >= end && passes(end, denialStart) && passes(denialEnd, endOfPart(denialEnd, clause));
    });
  };

  /** Where the clause ends, or the part of it before a word such as "en". */
  function endOfPart(from: number, clause: number | undefined): number {
    const clauseEnd = sentence.findLastIndex((word) => word.clause === clause) + 1;
    return Math.min(clauseEnd, ...stops.filter((at) => at >= from));
  }

  function passes(from: number, to: number): boolean {
    for (let at = from; at < to; at += 1) if (!transparent.has(at) || clauseOf(at) !== clauseOf(from)) return false;
    return true;
  }
}

import type { Draft } from "../draft.ts";
import type { Mistake } from "../mistake.ts";
import { checkArticles } from "./check-articles.ts";
import { checkCards } from "./check-cards.ts";
import { checkConditions } from "./check-conditions.ts";
import { checkExamples } from "./check-examples.ts";
import { checkFlows } from "./check-flows.ts";
import { checkIds } from "./check-ids.ts";
import { checkSources } from "./check-sources.ts";
import { checkTexts } from "./check-texts.ts";
import { checkTopicOwners } from "./check-topic-owners.ts";
import { checkTrendNotes } from "./check-trend-notes.ts";
import { checkWords } from "./check-words.ts";
import { collectTargets, type Targets } from "./targets.ts";
import { unknownReference } from "./unknown-reference.ts";

/** All mistakes between files: what is named exists, once, and in time. */
export function checkReferences(draft: Draft): Mistake[] {
  const targets = collectTargets(draft);
  return [
    ...checkIds(draft, targets),
    ...checkConditions(draft, targets),
    ...checkFlows(draft, targets),
    ...checkSources(draft, targets),
    ...checkArticles(draft, targets),
    ...checkExamples(draft, targets),
    ...checkPromises(draft, targets),
    ...checkTopicOwners(draft),
    ...checkTrendNotes(draft, targets),
    ...checkWords(draft),
    ...checkTexts(draft),
    ...checkCards(draft),
  ];
}

/** Signals that an invariant promises, and phases that it keeps shut. */
function checkPromises(draft: Draft, targets: Targets): Mistake[] {
  return targets.invariants.flatMap((placed) => {
    if ("keeps-shut" in placed.value) {
      return placed.value["keeps-shut"].phases.flatMap((id, index) =>
        unknownReference(draft, targets.phase, id, placed, ["keeps-shut", "phases", index]),
      );
    }
    if (!("given" in placed.value) || !("any-signal" in placed.value.then)) return [];
    return placed.value.then["any-signal"].flatMap((id, index) =>
      unknownReference(draft, targets.signal, id, placed, ["then", "any-signal", index]),
    );
  });
}

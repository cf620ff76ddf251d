import { atoms } from "../../conditions/atoms.ts";
import type { Questions } from "../../content/content.ts";
import { mistakeAt, type Placed } from "../../content/draft.ts";
import type { LoadedContent } from "../../content/load-content.ts";
import type { Finding, Mistake } from "../../content/mistake.ts";
import type { Path } from "../../content/node-offset.ts";
import type { Targets } from "../../content/references/targets.ts";
import type { Condition } from "../../content/schema/condition.ts";
import { AppError } from "../../errors.ts";
import { canHold } from "./can-hold.ts";

/** Every condition can come true. One that cannot says nothing: the signal never comes, and the rule proves nothing. */
export function checkConditionsHold({ partial }: LoadedContent, targets: Targets): Mistake[] {
  return conditionsOf(targets).flatMap(({ condition, owner, path }) => {
    const finding = findingOf(condition, partial.questions);
    return finding ? [mistakeAt(owner, path, finding)] : [];
  });
}

function findingOf(condition: Condition, questions: Questions): Finding | undefined {
  // Of what asks for a question that is not there, that is the mistake.
  if (atoms(condition).some(({ question }) => !questions.has(question))) return undefined;
  try {
    return canHold(condition, questions) ? undefined : FINDING;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { rule: "condition-too-large", what: error.message, fix: error.fix };
  }
}

const FINDING = {
  rule: "never-true",
  what: "Deze voorwaarde klopt bij geen enkel stel antwoorden, dus wat erbij hoort, gebeurt nooit.",
  fix: 'Kijk of alle regels moeten kloppen ("all") waar één genoeg is ("any"), en of de vragen wel in één ronde gesteld worden.',
};

interface PlacedCondition {
  condition: Condition;
  owner: Placed<unknown>;
  path: Path;
}

function conditionsOf({ signals, invariants, questions, premises }: Targets): PlacedCondition[] {
  return [
    ...premises.map((owner) => ({ condition: owner.value.unless, owner, path: ["unless"] })),
    ...signals.flatMap((owner) =>
      owner.value.advice.flatMap(({ when }, index) =>
        when ? [{ condition: when, owner, path: ["advice", index, "when"] }] : [],
      ),
    ),
    ...signals.flatMap((owner) => withBranches({ condition: owner.value.when, owner, path: ["when"] })),
    ...invariants.flatMap((owner) =>
      "given" in owner.value ? withBranches({ condition: owner.value.given, owner, path: ["given"] }) : [],
    ),
    ...questions.flatMap((owner) =>
      owner.value.checklist.map(({ when }, index) => ({ condition: when, owner, path: ["checklist", index, "when"] })),
    ),
    ...questions.flatMap((owner) =>
      owner.value.suggest ? [{ condition: owner.value.suggest.when, owner, path: ["suggest", "when"] }] : [],
    ),
  ];
}

/** Each part of `any` stands for itself: one that cannot hold is as lost as a whole condition. */
function withBranches(placed: PlacedCondition): PlacedCondition[] {
  if (!("any" in placed.condition)) return [placed];
  return placed.condition.any.flatMap((condition, index) =>
    withBranches({ ...placed, condition, path: [...placed.path, "any", index] }),
  );
}

import type { Answers } from "../../conditions/evaluate.ts";
import { mistakeAt } from "../../content/draft.ts";
import type { LoadedContent } from "../../content/load-content.ts";
import type { Finding, Mistake } from "../../content/mistake.ts";
import type { Targets } from "../../content/references/targets.ts";
import type { Invariant, SignalsFile } from "../../content/schema/signal.ts";
import { AppError } from "../../errors.ts";
import { proveInvariants } from "./prove-invariants.ts";

/** Every rule under `invariants` holds for every possible set of answers. */
export function checkInvariants({ partial }: LoadedContent, targets: Targets): Mistake[] {
  return targets.invariants.flatMap((placed) => {
    const findings = prove(placed.value, partial.signalGroups, partial.questions);
    return findings.map((finding) => mistakeAt(placed, ["id"], finding));
  });
}

function prove(invariant: Invariant, groups: readonly SignalsFile[], questions: LoadedContent["partial"]["questions"]) {
  const only = groups.map((group) => ({
    ...group,
    invariants: group.invariants.filter(({ id }) => id === invariant.id),
  }));
  try {
    return proveInvariants(only, questions).map(({ counterExample }) => broken(invariant, counterExample));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [{ rule: "invariant-too-large", what: error.message, fix: error.fix }];
  }
}

function broken({ id, about }: Invariant, answers: Answers): Finding {
  return {
    rule: "invariant-broken",
    what: `De regel "${id}" klopt niet: ${about} Tegenvoorbeeld: ${answersInWords(answers)}.`,
    fix: "Pas de voorwaarden van de signalen aan, zodat de regel ook bij deze antwoorden klopt.",
  };
}

/** Answers as staff read them in a message: `direct-gevaar = ja, wat-gebeurd = wapen + letsel`. */
export function answersInWords(answers: Answers): string {
  const words = Object.entries(answers).map(([question, chosen]) => `${question} = ${chosen.join(" + ")}`);
  return words.join(", ") || "geen antwoorden";
}

import { mistakeAt } from "../../content/draft.ts";
import type { LoadedContent } from "../../content/load-content.ts";
import type { Finding, Mistake } from "../../content/mistake.ts";
import type { Targets } from "../../content/references/targets.ts";
import { AppError } from "../../errors.ts";
import { answersInWords } from "./check-invariants.ts";
import { type KeepsShut, type OpenGate, proveGates } from "./prove-gates.ts";

/** No gate opens while an acute sign is not settled. */
export function checkGates({ partial }: LoadedContent, targets: Targets): Mistake[] {
  return targets.invariants.flatMap((placed) => {
    const { value } = placed;
    if (!("keeps-shut" in value)) return [];
    return prove(value, partial).map((finding) => mistakeAt(placed, ["id"], finding));
  });
}

function prove(rule: KeepsShut, { signalGroups, flows, questions }: LoadedContent["partial"]): Finding[] {
  try {
    return proveGates(rule, signalGroups, [...flows.values()], questions).map((found) => opens(rule, found));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [{ rule: "invariant-too-large", what: error.message, fix: error.fix }];
  }
}

function opens({ id, about }: KeepsShut, { phase, signal, counterExample }: OpenGate): Finding {
  return {
    rule: "gate-opens",
    what: `De regel "${id}" klopt niet: ${about} "${phase}" gaat open naast het signaal "${signal}", bij: ${answersInWords(counterExample)}.`,
    fix: "Noem de antwoorden van dit signaal ook bij de vraag of het is afgehandeld, of maak de poort strenger.",
  };
}

import { atoms } from "../../conditions/atoms.ts";
import type { Flow } from "../../content/content.ts";
import type { Signal, SignalsFile } from "../../content/schema/signal.ts";

/**
 * The suggestions that a flow can give, each with the phase in which the last question is asked that it rests on.
 * Suggestions that rest on a question outside the flow are left out.
 * @returns phase id to suggestions, in the order of the content
 */
export function signalsByPhase(flow: Flow, groups: readonly SignalsFile[]): Map<string, Signal[]> {
  const phaseOf = new Map(flow.phases.flatMap((phase, index) => phase.questions.map(({ id }) => [id, index] as const)));
  const byPhase = new Map<string, Signal[]>();
  for (const signal of groups.flatMap(({ signals }) => signals)) {
    const last = Math.max(
      ...atoms(signal.when).map(({ question }) => phaseOf.get(question) ?? Number.POSITIVE_INFINITY),
    );
    const phase = flow.phases[last]?.id;
    if (phase !== undefined) byPhase.set(phase, [...(byPhase.get(phase) ?? []), signal]);
  }
  return byPhase;
}

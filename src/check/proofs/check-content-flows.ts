import { mistakeAt } from "../../content/draft.ts";
import type { LoadedContent } from "../../content/load-content.ts";
import type { Finding, Mistake } from "../../content/mistake.ts";
import type { Targets } from "../../content/references/targets.ts";
import { checkFlow, type FlowProblem } from "./check-flow.ts";

/** Every question of every flow can be asked. */
export function checkContentFlows(loaded: LoadedContent, targets: Targets): Mistake[] {
  return [...loaded.partial.flows.values()].flatMap((flow) =>
    checkFlow(flow).flatMap((problem) => toMistake(loaded, targets, flow.id, problem)),
  );
}

function toMistake(loaded: LoadedContent, targets: Targets, flowId: string, problem: FlowProblem): Mistake[] {
  const finding = flowFinding(flowId, problem);
  const flow = loaded.draft.flows.find(({ value }) => value.id === flowId);
  if (problem.kind === "too-many-ways") return flow ? [mistakeAt(flow, ["phases"], finding)] : [];
  if (problem.kind === "closed-phase") {
    const index = flow?.value.phases.findIndex(({ id }) => id === problem.phase) ?? 0;
    return flow ? [mistakeAt(flow, ["phases", index, "gate"], finding)] : [];
  }
  const question = targets.questionById.get(problem.question);
  if (!question) return [];
  return [mistakeAt(question, ["when"], finding)];
}

function flowFinding(flow: string, problem: FlowProblem): Finding {
  const rule = problem.kind;
  switch (problem.kind) {
    case "unreachable-question":
      return {
        rule,
        what: `De vraag "${problem.question}" wordt in "${flow}" nooit gesteld, welke antwoorden iemand ook geeft.`,
        fix: 'Verander wanneer de bot haar stelt ("when"), of haal de vraag weg.',
      };
    case "closed-phase":
      return {
        rule,
        what: `De fase "${problem.phase}" gaat in "${flow}" nooit open, welke antwoorden iemand ook geeft.`,
        fix: 'Verander de voorwaarde bij "gate". "Weet ik niet" opent een fase nooit.',
      };
    case "too-many-ways":
      return {
        rule,
        what: `Er zijn te veel wegen door "${flow}" om ze allemaal na te lopen.`,
        fix: 'Laat vragen van minder andere vragen afhangen (bij "when" en "gate").',
      };
  }
}

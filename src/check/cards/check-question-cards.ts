import type { Content, Flow } from "../../content/content.ts";
import { mistakeAt } from "../../content/draft.ts";
import type { LoadedContent } from "../../content/load-content.ts";
import type { Finding, Mistake } from "../../content/mistake.ts";
import type { Targets } from "../../content/references/targets.ts";
import { questionView } from "../../conversation/views/question-view.ts";
import { type Line, script } from "../../flow/script.ts";
import { rendererOf } from "../../render/render-card.ts";
import { cardFindings } from "./card-findings.ts";
import { checkSamples } from "./check-samples.ts";

/** The card of every question keeps to what Teams can show. Silent while the card itself has mistakes. */
export function checkQuestionCards(loaded: LoadedContent, targets: Targets): Mistake[] {
  if (checkSamples(loaded).length > 0) return [];
  const content = loaded.partial;
  const render = rendererOf(content);
  return [...content.flows.values()].flatMap((flow) =>
    script(flow).flatMap((line) => {
      const findings = cardFindings(render(cardOf(content, flow, line)));
      return findings.flatMap((finding) => atQuestion(targets, line, finding));
    }),
  );
}

function cardOf(content: Content, flow: Flow, current: Line) {
  const walk = {
    id: "proef",
    flow: flow.id,
    version: flow.version,
    answers: {},
    earlier: {},
    reactions: {},
    counted: [],
  };
  const position = { path: [], known: {}, current, length: { min: 1, max: 1 } };
  const suggestions = { certain: [], info: [], possible: [] };
  return questionView(content, { walk, flow, position, certain: [], suggestions }, "");
}

/** At the option whose text is meant, or at the question. */
function atQuestion(targets: Targets, { question }: Line, finding: Finding): Mistake[] {
  const placed = targets.questionById.get(question.id);
  const option = question.options.findIndex(({ text }) => finding.what.includes(`"${text}"`));
  const path = option < 0 ? ["text"] : ["options", option, "text"];
  return placed ? [mistakeAt(placed, path, finding)] : [];
}

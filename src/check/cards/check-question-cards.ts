import { mistakeAt } from "../../content/draft.ts";
import type { LoadedContent } from "../../content/load-content.ts";
import type { Finding, Mistake } from "../../content/mistake.ts";
import type { Targets } from "../../content/references/targets.ts";
import { questionView } from "../../conversation/views/question-view.ts";
import { exampleWalk } from "../../conversation/walk/example-walk.ts";
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
      const findings = cardFindings(render(questionView(content, exampleWalk(flow, line), "")));
      return findings.flatMap((finding) => atQuestion(targets, line, finding));
    }),
  );
}

/** At the option whose text is meant, or at the question. */
function atQuestion(targets: Targets, { question }: Line, finding: Finding): Mistake[] {
  const placed = targets.questionById.get(question.id);
  const option = question.options.findIndex(({ text }) => finding.what.includes(`"${text}"`));
  const path = option < 0 ? ["text"] : ["options", option, "text"];
  return placed ? [mistakeAt(placed, path, finding)] : [];
}

import { evaluate } from "../conditions/evaluate.ts";
import type { Content } from "../content/content.ts";
import type { Question } from "../content/schema/question.ts";
import type { OpenWalk } from "./open-walk.ts";
import { optionText, sourceText } from "./option-text.ts";
import { sentence } from "./sentence.ts";
import type { QuestionView } from "./view.ts";

/** The card of the open question of `open`, which must not be finished. */
export function questionView(content: Content, open: OpenWalk, notice: string): QuestionView {
  const { walk, flow, position, suggestions } = open;
  const line = position.current;
  if (!line) throw new TypeError("a finished walk has no open question");
  const { phase, question } = line;
  const suggested = suggestedOption(question, open);
  const earlier = walk.earlier[question.id] ?? [];
  return {
    card: "question",
    walk: walk.id,
    version: walk.version,
    flowTitle: flow.title,
    phaseTitle: phase.title,
    progress: { number: position.path.length + 1, ...position.length },
    question: question.id,
    text: question.text,
    why: question.why,
    kind: question.kind,
    options: question.options.map(({ id, text }) => ({ id, text, suggested: id === suggested })),
    earlier: earlier.length ? sentence(content, "question.earlier", { antwoord: optionText(question, earlier) }) : "",
    earlierIds: earlier.join(","),
    suggestion: suggested ? (question.suggest?.because ?? "") : "",
    checklist: checklist(question, open),
    banners: suggestions.certain.flatMap(({ signal }) => (signal.banner ? [signal.banner] : [])),
    notice,
    canGoBack: position.path.length > 0,
    source: sourceText(content, question.source),
    concept: question.status === "concept",
    explain: question.explain ?? "",
  };
}

function suggestedOption(question: Question, { position }: OpenWalk): string | undefined {
  if (!question.suggest) return undefined;
  return evaluate(question.suggest.when, position.known) === "true" ? question.suggest.option : undefined;
}

function checklist(question: Question, { position }: OpenWalk): string[] {
  return question.checklist
    .filter((item) => ["true", "unknown"].includes(evaluate(item.when, position.known)))
    .map((item) => item.text);
}

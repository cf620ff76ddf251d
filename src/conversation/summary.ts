import type { Content } from "../content/content.ts";
import type { OpenWalk } from "./open-walk.ts";
import { answerText } from "./option-text.ts";
import { nextStep, unknown } from "./result-view.ts";
import { type SentenceKey, sentence } from "./sentence.ts";

/** Plain text for the worker's own dossier: only what was chosen on the cards, and what follows from it. */
export function summary(content: Content, open: OpenWalk, region: string | undefined): string {
  return [
    sentence(content, "summary.title", { ronde: open.flow.title }),
    section(sentence(content, "summary.answers"), answers(content, open)),
    section(sentence(content, "summary.suggestions"), suggestions(content, open, region)),
    section(sentence(content, "summary.unknown"), unknown(open)),
    open.suggestions.certain.some(({ signal }) => signal.meldcode) ? sentence(content, "summary.meldcode") : "",
    sentence(content, "summary.closing"),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function section(title: string, lines: string[]): string {
  return lines.length > 0 ? [title, ...lines.map((line) => `- ${line}`)].join("\n") : "";
}

function answers(content: Content, { position }: OpenWalk): string[] {
  return position.path.map(({ question }) => answerText(content, question.id, position.known[question.id] ?? []));
}

function suggestions(
  content: Content,
  { walk, suggestions: { certain } }: OpenWalk,
  region: string | undefined,
): string[] {
  if (certain.length === 0) return [sentence(content, "summary.nothing")];
  return certain.map(({ signal, advice, because }) => {
    const reaction = walk.reactions[signal.id];
    const reasons = because.map(({ question, options }) => answerText(content, question, options)).join("; ");
    return [
      `${sentence(content, `summary.levels.${signal.level}` as SentenceKey)}: ${signal.title}.`,
      ...advice,
      `${sentence(content, "summary.because")} ${reasons}.`,
      `${sentence(content, "summary.next")} ${nextStep(content, signal, region)}`,
      reaction ? `${sentence(content, "summary.reaction")} ${sentence(content, `summary.reactions.${reaction}`)}.` : "",
    ]
      .filter(Boolean)
      .join(" ");
  });
}

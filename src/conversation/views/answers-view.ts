import type { OpenWalk } from "../walk/open-walk.ts";
import { optionText } from "./option-text.ts";
import type { AnswersView } from "./walk-cards.ts";

/** Answers on one card: more do not fit in the 20 KB of the design. */
export const ANSWERS_ON_CARD = 12;

/**
 * What was chosen, in the order of the walk, so that it can be changed.
 * @param page counts from 1; a page beyond the last gives the last
 */
export function answersView({ walk, flow, position }: OpenWalk, page: number): AnswersView {
  const pages = Math.max(1, Math.ceil(position.path.length / ANSWERS_ON_CARD));
  const shown = Math.min(page, pages);
  const lines = position.path.slice((shown - 1) * ANSWERS_ON_CARD, shown * ANSWERS_ON_CARD);
  return {
    card: "answers",
    walk: walk.id,
    version: walk.version,
    flowTitle: flow.title,
    page: shown,
    pages,
    answers: lines.map(({ phase, question }, index) => ({
      question: question.id,
      phase: phase.id === lines[index - 1]?.phase.id ? "" : phase.title,
      label: question.label,
      chosen: optionText(question, position.known[question.id] ?? []),
    })),
  };
}

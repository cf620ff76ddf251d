import type { Content } from "../../content/content.ts";
import type { Suggestion } from "../../signals/suggest.ts";
import type { OpenWalk } from "../walk/open-walk.ts";
import { answerText } from "./option-text.ts";
import { nextStep } from "./result-view.ts";
import type { CallNowView, DangerTodayView } from "./walk-cards.ts";

/** What must be done today, and why. @param news the suggestions to tell, most urgent first; at least one */
export function dangerTodayView(content: Content, { walk }: OpenWalk, news: Suggestion[]): DangerTodayView {
  return {
    card: "danger-today",
    walk: walk.id,
    version: walk.version,
    signs: news.map(({ signal }) => ({
      id: signal.id,
      title: signal.title,
      next: nextStep(content, signal, undefined),
      concept: signal.status === "concept",
    })),
    reasons: reasons(content, news),
  };
}

/** What helps while calling: the walk waits. */
export function callNowView(content: Content, { walk, suggestions }: OpenWalk): CallNowView {
  const today = suggestions.certain.filter(({ signal }) => signal.level === "vandaag" || signal.level === "nu");
  const steps = [...new Set(today.map(({ signal }) => nextStep(content, signal, undefined)))];
  return { card: "call-now", walk: walk.id, version: walk.version, steps, reasons: reasons(content, today) };
}

function reasons(content: Content, list: Suggestion[]): string[] {
  const all = list.flatMap(({ because }) => because.map(({ question, options }) => ({ question, options })));
  const merged = new Map<string, string[]>();
  for (const { question, options } of all) {
    merged.set(question, [...new Set([...(merged.get(question) ?? []), ...options])]);
  }
  return [...merged].map(([question, options]) => answerText(content, question, options));
}

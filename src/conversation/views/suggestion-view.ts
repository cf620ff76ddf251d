import type { Content } from "../../content/content.ts";
import type { Suggestion } from "../../signals/suggest.ts";
import type { OpenWalk } from "../walk/open-walk.ts";
import { linkView } from "./link-view.ts";
import { answerText, sourceText } from "./option-text.ts";
import { nextStep } from "./result-view.ts";
import { type SentenceKey, sentence } from "./sentence.ts";
import type { SuggestionView } from "./walk-cards.ts";

/** Everything about one suggestion of an outcome. */
export function suggestionView(
  content: Content,
  { walk }: OpenWalk,
  { signal, advice, because }: Suggestion,
  region: string | undefined,
  notice: string,
): SuggestionView {
  return {
    card: "suggestion",
    walk: walk.id,
    version: walk.version,
    id: signal.id,
    level: signal.level,
    levelTitle: sentence(content, `result.level.${signal.level}` as SentenceKey),
    title: signal.title,
    advice,
    reasons: because.map(({ question, options }) => answerText(content, question, options)),
    next: nextStep(content, signal, region),
    read: signal.read.flatMap((id) => content.articles.get(id) ?? []).map(({ id, title }) => ({ id, title })),
    links: signal.links.flatMap((id) => linkView(content, id)),
    source: sourceText(content, signal.source),
    concept: signal.status === "concept",
    reaction: walk.reactions[signal.id] ?? "",
    notice,
  };
}

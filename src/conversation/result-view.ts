import type { Content } from "../content/content.ts";
import { UNKNOWN_OPTION } from "../content/schema/id.ts";
import type { Signal } from "../content/schema/signal.ts";
import { rank } from "../signals/levels.ts";
import type { Suggestion } from "../signals/suggest.ts";
import { linkView } from "./link-view.ts";
import type { OpenWalk } from "./open-walk.ts";
import { answerText, sourceText } from "./option-text.ts";
import { sentence } from "./sentence.ts";
import type { ResultView, SignalView } from "./view.ts";

/** Suggestions on one card: four large ones stay under the 20 KB of the design ("Dependencies"). */
export const PAGE_SIZE = 4;

/** Lines about what is still unknown on a card. */
const MAX_UNKNOWN = 8;

/**
 * The end of a walk. Reminders come on the first page; what is open or informs, on the last.
 * @param page counts from 1; a page beyond the last gives the last
 */
export function resultView(
  content: Content,
  open: OpenWalk,
  region: string | undefined,
  page: number,
  notice: string,
): ResultView {
  const { walk, flow, suggestions } = open;
  const pages = Math.max(1, Math.ceil(suggestions.certain.length / PAGE_SIZE));
  const shown = Math.min(page, pages);
  const last = shown === pages;
  return {
    card: "result",
    walk: walk.id,
    version: walk.version,
    soFar: open.position.current !== undefined,
    flowTitle: flow.title,
    page: shown,
    pages,
    signals: suggestions.certain
      .slice((shown - 1) * PAGE_SIZE, shown * PAGE_SIZE)
      .map((suggestion) => signalView(content, suggestion, open, region)),
    nothing: suggestions.certain.length === 0,
    notes: shown === 1 ? notes(content, open) : [],
    possible: last
      ? suggestions.possible.map(({ signal, findOut }) => ({ title: signal.title, findOut: labels(content, findOut) }))
      : [],
    unknown: last ? shortened(content, unknown(open)) : [],
    meldcode: shown === 1 && suggestions.certain.some(({ signal }) => signal.meldcode),
    info: last ? suggestions.info.map((item) => infoView(content, item)) : [],
    regionTitle: content.regions.get(region ?? "")?.title ?? "",
    useful: walk.useful ?? "",
    notice,
  };
}

function signalView(
  content: Content,
  suggestion: Suggestion,
  { walk }: OpenWalk,
  region: string | undefined,
): SignalView {
  const { signal } = suggestion;
  return {
    id: signal.id,
    level: signal.level,
    title: signal.title,
    advice: suggestion.advice,
    reasons: suggestion.because.map(({ question, options }) => answerText(content, question, options)),
    next: nextStep(content, signal, region),
    links: signal.links.flatMap((id) => linkView(content, id)),
    source: sourceText(content, signal.source),
    concept: signal.status === "concept",
    reaction: walk.reactions[signal.id] ?? "",
  };
}

/** The next step; for a regional route that of the chosen region, with its contact when staff filled one in. */
export function nextStep(content: Content, signal: Signal, region: string | undefined): string {
  if (!signal["region-route"]) return signal.next;
  const chosen = content.regions.get(region ?? "");
  if (!chosen) return `${signal.next} ${sentence(content, "result.no-region")}`;
  return `${chosen.mda.text} ${chosen.mda.contact ?? sentence(content, "result.no-contact")}`;
}

function infoView(content: Content, { signal, advice }: Suggestion): { title: string; text: string; source: string } {
  return { title: signal.title, text: [...advice, signal.next].join(" "), source: sourceText(content, signal.source) };
}

/** What a group says when a suggestion of its own is there and the level is reached anywhere. */
function notes(content: Content, { suggestions }: OpenWalk): string[] {
  return content.signalGroups.flatMap(({ group, note }) => {
    if (!note || !suggestions.certain.some((suggestion) => suggestion.group === group)) return [];
    const wanted = rank(note["when-level-at-least"]);
    return suggestions.certain.some(({ signal }) => rank(signal.level) >= wanted) ? [note.text] : [];
  });
}

/** A card with everything unknown would be too long to read; the summary has all. */
function shortened(content: Content, lines: string[]): string[] {
  if (lines.length <= MAX_UNKNOWN) return lines;
  const more = sentence(content, "result.more-unknown", { aantal: String(lines.length - MAX_UNKNOWN) });
  return [...lines.slice(0, MAX_UNKNOWN), more];
}

/** How to find out what was answered with "weet ik niet". */
export function unknown({ position }: OpenWalk): string[] {
  return position.path.flatMap(({ question }) => {
    const open = position.known[question.id]?.includes(UNKNOWN_OPTION) && question["find-out"];
    return open ? [`${question.label}: ${question["find-out"]}`] : [];
  });
}

function labels(content: Content, questions: string[]): string[] {
  return questions.map((id) => content.questions.get(id)?.label ?? id);
}

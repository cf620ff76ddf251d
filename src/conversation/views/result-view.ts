import type { Content } from "../../content/content.ts";
import type { Level, Signal } from "../../content/schema/signal.ts";
import { urgency } from "../../signals/levels.ts";
import type { Suggestion } from "../../signals/suggest.ts";
import type { OpenWalk } from "../walk/open-walk.ts";
import { rankedSituations } from "./ranked-situations.ts";
import { type SentenceKey, sentence } from "./sentence.ts";
import { toFindOut } from "./to-find-out-view.ts";
import type { ResultView, SignalRow } from "./walk-cards.ts";

/** Lines of suggestions on one card, besides the most urgent: more do not fit in the 20 KB of the design. */
export const ROWS_ON_CARD = 12;

/**
 * What the answers give, at a glance: the most urgent with the first step, and a line for each other suggestion.
 * @param page counts from 1; a page beyond the last gives the last
 */
export function resultView(
  content: Content,
  open: OpenWalk,
  region: string | undefined,
  page: number,
  notice: string,
): ResultView {
  const { walk, flow, position, suggestions } = open;
  const { certain, info, possible } = suggestions;
  const [lead, ...others] = certain;
  const pages = Math.max(1, Math.ceil(others.length / ROWS_ON_CARD));
  const shown = Math.min(page, pages);
  return {
    card: "result",
    walk: walk.id,
    version: walk.version,
    soFar: position.current !== undefined,
    flowTitle: flow.title,
    ranked: rankedSituations(content, open),
    lead: lead ? [{ ...row(lead), level: lead.signal.level, next: nextStep(content, lead.signal, region) }] : [],
    groups: groupsOf(content, lead, others.slice((shown - 1) * ROWS_ON_CARD, shown * ROWS_ON_CARD)),
    page: shown,
    pages,
    nothing: certain.length === 0,
    notes: notes(content, open),
    openCount: toFindOut(open).length + possible.length,
    meldcode: certain.some(({ signal }) => signal.meldcode),
    info: info.map(({ signal, advice }) => ({ title: signal.title, text: [...advice, signal.next].join(" ") })),
    concept: [...certain, ...info].some(({ signal }) => signal.status === "concept"),
    regionTitle: content.regions.get(region ?? "")?.title ?? "",
    useful: walk.useful ?? "",
    notice,
  };
}

/** Ids of the suggestions that an outcome shows on this page. */
export function suggestionsOn({ lead, groups }: ResultView): string[] {
  return [...lead, ...groups.flatMap(({ rows }) => rows)].map(({ id }) => id);
}

/** The next step; for a regional route that of the chosen region, with its contact when staff filled one in. */
export function nextStep(content: Content, signal: Signal, region: string | undefined): string {
  if (!signal["region-route"]) return signal.next;
  const chosen = content.regions.get(region ?? "");
  if (!chosen) return `${signal.next} ${sentence(content, "result.no-region")}`;
  return `${chosen.mda.text} ${chosen.mda.contact ?? sentence(content, "result.no-contact")}`;
}

function row({ signal }: Suggestion): SignalRow {
  return { id: signal.id, title: signal.title };
}

function groupsOf(content: Content, lead: Suggestion | undefined, others: Suggestion[]): ResultView["groups"] {
  const levels = [...new Set(others.map(({ signal }) => signal.level))];
  return levels.map((level) => ({
    title: groupTitle(content, level, level === lead?.signal.level),
    rows: others.filter(({ signal }) => signal.level === level).map(row),
  }));
}

function groupTitle(content: Content, level: Level, isAlso: boolean): string {
  return sentence(content, `result.${isAlso ? "also" : "level"}.${level}` as SentenceKey);
}

/** What a group says when a suggestion of its own is there and the level is reached anywhere. */
function notes(content: Content, { suggestions: { certain } }: OpenWalk): string[] {
  return content.signalGroups.flatMap(({ group, note }) => {
    if (!note || !certain.some((suggestion) => suggestion.group === group)) return [];
    const wanted = urgency(note["when-level-at-least"]);
    return certain.some(({ signal }) => urgency(signal.level) >= wanted) ? [note.text] : [];
  });
}

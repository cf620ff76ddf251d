import type { Content } from "../../content/content.ts";
import { compareFigures, type Figure, share, sum } from "./figure.ts";
import type { Filters } from "./filters.ts";
import { monthBefore, monthName } from "./months.ts";
import type { PublishedMonth } from "./published-month.ts";
import { Selection } from "./selection.ts";
import { unknown } from "./tables/walk-tables.ts";
import { trendText } from "./trend-text.ts";
import type { ChangeText } from "./trend-texts.ts";

export interface ChangesRequest {
  content: Content;
  /** The period is compared with the one before it, of the same length. */
  filters: Filters;
  /** The last closed month, as `2026-02`. */
  lastMonth: string;
}

interface Periods {
  content: Content;
  now: Selection;
  before: Selection;
}

/** Three plain sentences: what changed in use, in what people do not know, and in whether it was useful. */
export function describeChanges(published: readonly PublishedMonth[], request: ChangesRequest): string[] {
  const { content, filters, lastMonth } = request;
  const periods = {
    content,
    now: new Selection(published, request),
    before: new Selection(published, { content, filters, lastMonth: monthBefore(lastMonth, filters.period) }),
  };
  return [describeUse(periods), describeUnknown(periods), describeUseful(periods)];
}

function describeUse({ content, now, before }: Periods): string {
  const [started, earlier] = [now, before].map((selection) => selection.total("walk-started", selection.walks));
  const values = { periode: periodName(now), aantal: words(content, started), eerder: words(content, earlier) };
  return say(content, choose(started, earlier, "use"), { ...values, toen: periodName(before) });
}

function describeUseful({ content, now, before }: Periods): string {
  const [useful, earlier] = [now, before].map(usefulShare);
  const values = { periode: periodName(now), aantal: words(content, useful), eerder: words(content, earlier) };
  return say(content, choose(useful, earlier, "useful"), { ...values, toen: periodName(before) });
}

/** The questions that people knew least often, now and before. */
function describeUnknown({ content, now, before }: Periods): string {
  const [top, earlier] = [now, before].map(leastKnown);
  if (top === undefined) return say(content, "unknown-too-few", { periode: periodName(now) });
  const values = { periode: periodName(now), toen: periodName(before), vraag: top };
  if (earlier === undefined) return say(content, "unknown-first", values);
  return say(content, earlier === top ? "unknown-same" : "unknown", { ...values, eerder: earlier });
}

function leastKnown(selection: Selection): string | undefined {
  const rows = unknown(selection).rows.toSorted((a, b) => compareFigures(a.figures[1], b.figures[1]));
  return rows[0]?.figures[1]?.n == null ? undefined : rows[0].title;
}

function usefulShare(selection: Selection): Figure {
  const [yes, no] = [selection.count("useful", "ja"), selection.count("useful", "nee")];
  return share(yes, sum([yes, no]));
}

function choose(now: Figure | undefined, before: Figure | undefined, key: "use" | "useful"): ChangeText {
  if (now?.n == null) return `${key}-too-few`;
  return before?.n == null ? `${key}-first` : key;
}

function words(content: Content, figure: Figure | undefined): string {
  if (figure?.n == null) return trendText(content, "trends.too-few");
  return figure.atLeast ? trendText(content, "trends.at-least", { aantal: String(figure.n) }) : String(figure.n);
}

function periodName({ months }: Selection): string {
  const [first = "", last = first] = [months[0], months.at(-1)];
  return first === last ? monthName(first) : `${monthName(first)} – ${monthName(last)}`;
}

function say(content: Content, key: ChangeText, values: Record<string, string>): string {
  return trendText(content, `trends.changes.${key}`, values);
}

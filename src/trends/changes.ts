import type { Content } from "../content/content.ts";
import { compareFigures, type Figure, share, sum } from "./figure.ts";
import { type FigureKind, figureText } from "./figure-text.ts";
import type { Filters } from "./filters.ts";
import { monthBefore } from "./months.ts";
import { periodName } from "./period-name.ts";
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
  const started = now.total("walk-started", now.walks);
  const earlier = before.total("walk-started", before.walks);
  return compare({ content, now, before }, { key: "use", kind: "count", figure: started, earlier });
}

function describeUseful({ content, now, before }: Periods): string {
  const figure = usefulShare(now);
  return compare({ content, now, before }, { key: "useful", kind: "percent", figure, earlier: usefulShare(before) });
}

/** The questions that people knew least often, now and before. */
function describeUnknown({ content, now, before }: Periods): string {
  const [top, earlier] = [now, before].map(leastKnown);
  if (top === undefined) return say(content, "unknown-too-few", { periode: periodName(content, now.months) });
  const values = { periode: periodName(content, now.months), toen: periodName(content, before.months), vraag: top };
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

interface Comparison {
  key: "use" | "useful";
  kind: FigureKind;
  figure: Figure;
  earlier: Figure;
}

function compare({ content, now, before }: Periods, { key, kind, figure, earlier }: Comparison): string {
  const known: ChangeText = earlier.n === null ? `${key}-first` : key;
  return say(content, figure.n === null ? `${key}-too-few` : known, {
    periode: periodName(content, now.months),
    toen: periodName(content, before.months),
    aantal: figureText(content, figure, kind),
    eerder: figureText(content, earlier, kind),
  });
}

function say(content: Content, key: ChangeText, values: Record<string, string>): string {
  return trendText(content, `trends.changes.${key}`, values);
}

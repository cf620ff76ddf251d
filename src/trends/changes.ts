import type { Content } from "../content/content.ts";
import type { Periods } from "./build-report.ts";
import { type Figure, isLowerBound, knownNumber, share } from "./figure.ts";
import { figureText } from "./figure-text.ts";
import { periodTitle } from "./period-title.ts";
import type { FigureKind } from "./report.ts";
import type { Selection } from "./selection.ts";
import { walksPerWeek } from "./tables/use-tables.ts";
import { unknownAnswers } from "./tables/walk-tables.ts";
import { trendText } from "./trend-text.ts";
import type { ChangeText } from "./trend-texts.ts";

/** Three plain sentences: what changed in use, in what people do not know, and in whether it was useful. */
export function describeChanges(periods: Periods): string[] {
  return [describeUse(periods), describeUnknown(periods), describeUseful(periods)];
}

/** What changed in the walks that were started each week. */
export function describeUse(periods: Periods): string {
  const [figure, earlier] = both(periods, walksPerWeek);
  return compare(periods, { key: "use", kind: "weekly", figure, earlier });
}

function describeUseful(periods: Periods): string {
  const [figure, earlier] = both(periods, (selection) =>
    share(selection.count("useful", "ja"), selection.count("useful", "nee")),
  );
  return compare(periods, { key: "useful", kind: "percent", figure, earlier });
}

/** The question at the top of the table, now and then. */
function describeUnknown(periods: Periods): string {
  const { content } = periods.now;
  const [top, earlier] = both(periods, leastKnown);
  const values = { ...names(periods), vraag: top ?? "" };
  if (top === undefined) return say(content, "unknown-too-few", values);
  if (earlier === undefined) return say(content, "unknown-first", values);
  return say(content, earlier === top ? "unknown-same" : "unknown", { ...values, eerder: earlier });
}

function leastKnown(selection: Selection): string | undefined {
  const [first] = unknownAnswers(selection).rows;
  return knownNumber(first?.figures[0]) === null ? undefined : first?.title;
}

function both<T>({ compared: { now, then } }: Periods, of: (selection: Selection) => T): [now: T, then: T] {
  return [of(now), of(then)];
}

interface Comparison {
  key: "use" | "useful";
  kind: FigureKind;
  figure: Figure;
  earlier: Figure;
}

function compare(periods: Periods, { key, kind, figure, earlier }: Comparison): string {
  const { content } = periods.now;
  // Of two numbers of which more is hidden nobody knows which is the larger.
  const isKnown = earlier.n !== null && !isLowerBound(figure) && !isLowerBound(earlier);
  const first: ChangeText = key === "use" && periods.compared.then.isBeforeUse ? "use-new" : `${key}-first`;
  const known = isKnown ? key : first;
  return say(content, figure.n === null ? `${key}-too-few` : known, {
    ...names(periods),
    aantal: figureText(content, figure, kind),
    eerder: figureText(content, earlier, kind),
  });
}

function names({ compared: { now, then } }: Periods): { periode: string; toen: string } {
  return { periode: periodTitle(now.content, now.months), toen: periodTitle(now.content, then.months) };
}

function say(content: Content, key: ChangeText, values: Record<string, string>): string {
  return trendText(content, `trends.changes.${key}`, values);
}

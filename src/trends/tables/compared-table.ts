import { UNKNOWN_OPTION } from "../../content/schema/id.ts";
import { NO_VALUE } from "../../usage/count.ts";
import { type Figure, perWeek, ratio, share } from "../figure.ts";
import type { FigureKind, MadeTable, Row } from "../report.ts";
import type { Selection } from "../selection.ts";
import { trendText } from "../trend-text.ts";
import type { TrendText } from "../trend-texts.ts";
import { questionsAsked } from "./use-tables.ts";

/** What two periods are compared by. */
const MEASURES: readonly {
  id: string;
  title: TrendText;
  kind: FigureKind;
  of(selection: Selection): Figure;
}[] = [
  {
    id: "walks",
    title: "trends.measures.walks",
    kind: "weekly",
    of: (selection) => perWeek(selection.total("walk-started", selection.walks), selection.weeks()),
  },
  {
    id: "questions",
    title: "trends.measures.questions",
    kind: "weekly",
    of: (selection) => perWeek(questionsAsked(selection, selection.months), selection.weeks()),
  },
  {
    id: "finished",
    title: "trends.measures.finished",
    kind: "percent",
    of: (selection) =>
      ratio(selection.total("walk-finished", selection.walks), selection.total("walk-started", selection.walks)),
  },
  {
    id: "unknown",
    title: "trends.measures.unknown",
    kind: "percent",
    of: (selection) =>
      share(selection.count("answer-given", UNKNOWN_OPTION), selection.count("answer-given", "anders")),
  },
  {
    id: "unanswered",
    title: "trends.measures.unanswered",
    kind: "percent",
    of: (selection) =>
      share(selection.count("question-unanswered", NO_VALUE), selection.count("question-answered", NO_VALUE)),
  },
  {
    id: "useful",
    title: "trends.measures.useful",
    kind: "percent",
    of: (selection) => share(selection.count("useful", "ja"), selection.count("useful", "nee")),
  },
];

/**
 * The chosen period next to another one, in averages and shares: periods may differ in weeks. By itself, when there was no
 * use before it.
 */
export function comparedTable(now: Selection, then: Selection): MadeTable {
  const periods = then.isBeforeUse ? [now] : [then, now];
  const rows = MEASURES.map(
    ({ id, title, kind, of }): Row => ({
      id,
      title: trendText(now.content, title),
      kind,
      figures: periods.map((selection) => of(selection)),
    }),
  );
  return {
    id: "compared",
    columns: then.isBeforeUse ? ["now"] : ["then", "now"],
    rows,
    omitsHidden: false,
    columnMonths: periods.map(({ months }) => months),
  };
}

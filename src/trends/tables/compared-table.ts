import { UNKNOWN_OPTION } from "../../content/schema/id.ts";
import { NO_VALUE } from "../../usage/count.ts";
import { type Figure, ratio, share, TOO_FEW } from "../figure.ts";
import type { Column, FigureKind, MadeTable, Row, TableId } from "../report.ts";
import type { Selection } from "../selection.ts";
import { trendText } from "../trend-text.ts";
import type { TrendText } from "../trend-texts.ts";
import { questionsPerWeek, walksPerWeek } from "./use-tables.ts";

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
    of: walksPerWeek,
  },
  {
    id: "questions",
    title: "trends.measures.questions",
    kind: "weekly",
    of: questionsPerWeek,
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

/**
 * The shares in a column of a table, before and now, row by row. Of a row of which either cannot be told nothing is said:
 * one share alone is no comparison.
 */
export function comparedShares(
  id: TableId,
  build: (selection: Selection) => MadeTable,
  column: Column,
  { now, then }: Record<"now" | "then", Selection>,
): MadeTable {
  const sharesIn = ({ columns, rows }: MadeTable) =>
    new Map(rows.map((row) => [row.id, row.figures[columns.indexOf(column)] ?? TOO_FEW]));
  const after = build(now);
  const [sharesBefore, sharesAfter] = [sharesIn(build(then)), sharesIn(after)];
  const rows = after.rows.map((row): Row => {
    const figures = [sharesBefore, sharesAfter].map((shares) => shares.get(row.id) ?? TOO_FEW);
    const isTold = figures.every(({ n }) => n !== null);
    return { id: row.id, title: row.title, kind: "percent", figures: isTold ? figures : [TOO_FEW, TOO_FEW] };
  });
  return { id, columns: ["then", "now"], rows, omitsHidden: true, columnMonths: [then.months, now.months] };
}

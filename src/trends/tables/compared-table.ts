import { UNKNOWN_OPTION } from "../../content/schema/id.ts";
import { NO_VALUE } from "../../usage/count.ts";
import { type Figure, perWeek, ratio, share } from "../figure.ts";
import type { FigureKind, Row, Table } from "../report.ts";
import type { Narrowed, Selection } from "../selection.ts";
import { trendText } from "../trend-text.ts";
import type { TrendText } from "../trend-texts.ts";
import { questionsAsked } from "./use-tables.ts";

/** What two periods are compared by. */
const MEASURES: readonly {
  id: string;
  title: TrendText;
  kind: FigureKind;
  of(selection: Selection, part: Narrowed): Figure;
}[] = [
  {
    id: "walks",
    title: "trends.measures.walks",
    kind: "weekly",
    of: (selection, part) => perWeek(selection.total("walk-started", selection.walks, part), selection.weeks(part)),
  },
  {
    id: "questions",
    title: "trends.measures.questions",
    kind: "weekly",
    of: (selection, part) => perWeek(questionsAsked(selection, part.months), selection.weeks(part)),
  },
  {
    id: "finished",
    title: "trends.measures.finished",
    kind: "percent",
    of: (selection, part) =>
      ratio(
        selection.total("walk-finished", selection.walks, part),
        selection.total("walk-started", selection.walks, part),
      ),
  },
  {
    id: "unknown",
    title: "trends.measures.unknown",
    kind: "percent",
    of: (selection, part) =>
      share(selection.count("answer-given", UNKNOWN_OPTION, part), selection.count("answer-given", "anders", part)),
  },
  {
    id: "unanswered",
    title: "trends.measures.unanswered",
    kind: "percent",
    of: (selection, part) =>
      share(
        selection.count("question-unanswered", NO_VALUE, part),
        selection.count("question-answered", NO_VALUE, part),
      ),
  },
  {
    id: "useful",
    title: "trends.measures.useful",
    kind: "percent",
    of: (selection, part) => share(selection.count("useful", "ja", part), selection.count("useful", "nee", part)),
  },
];

/** The chosen period next to another one, in averages and shares: periods may differ in weeks. */
export function compared({ now, then }: { now: Selection; then: Selection }): Table {
  const rows = MEASURES.map(
    ({ id, title, kind, of }): Row => ({
      id,
      title: trendText(now.content, title),
      kind,
      figures: [now, then].map((selection) => selection.told((part) => of(selection, part))),
    }),
  );
  return { id: "compared", columns: ["now", "then"], rows, omitsHidden: false };
}

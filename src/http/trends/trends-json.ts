import { isLowerBound } from "../../trends/figure.ts";
import { COLUMNS } from "../../trends/report.ts";
import { columnTitle } from "../../trends/table-title.ts";
import { trendText } from "../../trends/trend-text.ts";
import type { TrendsAnswer } from "./answer.ts";

/** The trends for other tools; described in `docs/trends-api.md`. */
export function renderTrendsJson({ content, report, status, changes, answers, labels }: TrendsAnswer): object {
  const { filters, months, comparedMonths, notes, leastCount } = report;
  const sections = report.sections.map(({ id, tables }) => ({
    id,
    title: trendText(content, `trends.sections.${id}.title`),
    answer: answers[id] ?? trendText(content, "trends.answers.none"),
    tables: tables.map((table) => ({
      id: table.id,
      months: table.months,
      title: trendText(content, `trends.tables.${table.id}`),
      columns: table.columns.map((column, index) => ({
        id: column,
        title: columnTitle(content, table, index),
        kind: COLUMNS[column],
      })),
      rows: table.rows.map(({ id, title, figures, kind }) => ({
        id,
        title,
        ...(kind && { kind }),
        figures: figures.map((figure) => ({
          n: figure.n,
          atLeast: isLowerBound(figure),
          ...(figure.atMost && { atMost: true }),
        })),
      })),
    })),
  }));
  return {
    labels: labels.map((label) => trendText(content, label)),
    status,
    filters,
    months,
    comparedMonths,
    leastCount,
    notes: notes.map(({ on, text, region }) => ({ on, text, ...(region && { region }) })),
    changes,
    sections,
  };
}

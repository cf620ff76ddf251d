import { COLUMNS } from "../../trends/report.ts";
import { trendText } from "../../trends/trend-text.ts";
import type { TrendsAnswer } from "./answer.ts";

/** The trends for other tools; described in `docs/trends-api.md`. */
export function renderTrendsJson({ content, report, status, changes, labels }: TrendsAnswer): object {
  const { filters, months, comparedMonths, leastCount } = report;
  const sections = report.sections.map(({ id, tables }) => ({
    id,
    title: trendText(content, `trends.sections.${id}.title`),
    tables: tables.map((table) => ({
      id: table.id,
      title: trendText(content, `trends.tables.${table.id}`),
      columns: table.columns.map((column) => ({
        id: column,
        title: trendText(content, `trends.columns.${column}`),
        kind: COLUMNS[column],
      })),
      rows: table.rows.map(({ id, title, figures, kind }) => ({
        id,
        title,
        ...(kind && { kind }),
        figures: figures.map(({ missing: _missing, boxes: _boxes, ...figure }) => figure),
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
    changes,
    sections,
  };
}

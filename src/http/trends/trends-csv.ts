import { stringify } from "csv-stringify/sync";
import { choiceNames } from "../../trends/choice-names.ts";
import { isLowerBound, TOO_FEW } from "../../trends/figure.ts";
import { figureText } from "../../trends/figure-text.ts";
import { figureKindOf } from "../../trends/report.ts";
import { columnTitle } from "../../trends/table-title.ts";
import { trendText } from "../../trends/trend-text.ts";
import type { TrendsAnswer } from "./answer.ts";

const CSV_COLUMNS = ["section", "table", "row", "figure", "number", "note"] as const;

/**
 * The trends as a file that Dutch Excel opens right: semicolons, a byte order mark, and no cell that Excel would take
 * for a formula; with a decimal comma, as it takes 1.5 for a day in May. One line for each figure, below those that say what must be known of them all.
 */
export function renderTrendsCsv(answer: TrendsAnswer): string {
  const { content, report, labels } = answer;
  const names = [
    ...(["period", "region", "walk"] as const).map((filter) => trendText(content, `trends.filter.${filter}`)),
    ...CSV_COLUMNS.map((column) => trendText(content, `trends.csv-columns.${column}`)),
  ];
  const remarks = labels.map((label) => [
    ...choiceNames(content, report),
    trendText(content, "trends.csv-columns.remark"),
    "",
    "",
    "",
    "",
    trendText(content, label),
  ]);
  return stringify([names, ...remarks, ...figureLines(answer)], {
    delimiter: ";",
    bom: true,
    escape_formulas: true,
    record_delimiter: "windows",
  });
}

function figureLines({ content, report }: TrendsAnswer): (string | number)[][] {
  return report.sections.flatMap(({ id, tables }) =>
    tables.flatMap((table) =>
      table.rows.flatMap((row) =>
        table.columns.map((column, index) => {
          const figure = row.figures[index] ?? TOO_FEW;
          const kind = figureKindOf(column, row);
          const isPlain = figure.n !== null && !isLowerBound(figure) && kind !== "percent";
          return [
            ...choiceNames(content, report, table),
            trendText(content, `trends.sections.${id}.title`),
            trendText(content, `trends.tables.${table.id}`),
            row.title,
            columnTitle(content, table, index),
            figure.n === null ? "" : String(figure.n).replace(".", ","),
            isPlain ? "" : figureText(content, figure, kind),
          ];
        }),
      ),
    ),
  );
}

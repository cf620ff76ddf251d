import { stringify } from "csv-stringify/sync";
import { choiceName } from "../../trends/choice-name.ts";
import { TOO_FEW } from "../../trends/figure.ts";
import { figureText } from "../../trends/figure-text.ts";
import { ALL } from "../../trends/filters.ts";
import { periodTitle } from "../../trends/period-name.ts";
import { kindOf } from "../../trends/report.ts";
import { trendText } from "../../trends/trend-text.ts";
import type { TrendsAnswer } from "./answer.ts";

const CSV_COLUMNS = ["section", "table", "row", "figure", "number", "note"] as const;

/**
 * The trends as a file that Dutch Excel opens right: semicolons, a byte order mark, and no cell that Excel would take
 * for a formula. One line for each figure.
 */
export function renderTrendsCsv(answer: TrendsAnswer): string {
  const { content, report } = answer;
  const { region = ALL, walk = ALL } = report.filters;
  const choices = [
    periodTitle(content, report.months),
    choiceName(content, "region", region),
    choiceName(content, "walk", walk),
  ];
  const names = [
    ...(["period", "region", "walk"] as const).map((filter) => trendText(content, `trends.filter.${filter}`)),
    ...CSV_COLUMNS.map((column) => trendText(content, `trends.csv-columns.${column}`)),
  ];
  const lines = figureLines(answer).map((line) => [...choices, ...line]);
  return stringify([names, ...lines], {
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
          const kind = kindOf(column, row);
          const isPlain = figure.n !== null && !figure.atLeast && kind !== "percent";
          return [
            trendText(content, `trends.sections.${id}.title`),
            trendText(content, `trends.tables.${table.id}`),
            row.title,
            trendText(content, `trends.columns.${column}`),
            figure.n ?? "",
            isPlain ? "" : figureText(content, figure, kind),
          ];
        }),
      ),
    ),
  );
}

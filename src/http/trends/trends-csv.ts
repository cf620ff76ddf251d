import { stringify } from "csv-stringify/sync";
import { choiceName } from "../../trends/choice-name.ts";
import { figureText } from "../../trends/figure-text.ts";
import { ALL } from "../../trends/filters.ts";
import { periodName } from "../../trends/period-name.ts";
import { COLUMNS } from "../../trends/report.ts";
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
    periodName(content, report.months),
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
      table.rows.flatMap(({ title, figures }) =>
        table.columns.map((column, index) => {
          const figure = figures[index] ?? { n: null, atLeast: false };
          const isPlain = figure.n !== null && !figure.atLeast && COLUMNS[column] === "count";
          return [
            trendText(content, `trends.sections.${id}.title`),
            trendText(content, `trends.tables.${table.id}`),
            title,
            trendText(content, `trends.columns.${column}`),
            figure.n ?? "",
            isPlain ? "" : figureText(content, figure, COLUMNS[column]),
          ];
        }),
      ),
    ),
  );
}

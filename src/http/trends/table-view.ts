import type { VNode } from "preact";
import type { Content } from "../../content/content.ts";
import { knownNumber } from "../../trends/figure.ts";
import { figureText } from "../../trends/figure-text.ts";
import { figureKindOf, type Report, type Row, type Table } from "../../trends/report.ts";
import { columnTitle, tableTitle } from "../../trends/table-title.ts";
import { trendText } from "../../trends/trend-text.ts";
import { html } from "./html.ts";

/** A table for each month of the longest period stays whole; of longer ones the end is folded away. */
const MOST_ROWS = 24;
const FIRST_ROWS = 10;

/** More columns than these do not fit beside each other on a phone. */
const MOST_COLUMNS = 3;

interface TableProps {
  content: Content;
  report: Report;
  table: Table;
  /** Its title stands above its chart already. */
  isBelowChart: boolean;
}

/** A table with its title. The rows after the first ten can be folded out. */
export function TableView({ content, report, table, isBelowChart }: TableProps): VNode {
  const title = tableTitle(content, table, report);
  const told = table.rows.filter(({ figures }) => figures.some(({ n }) => n !== null));
  const isCompared = table.columnMonths !== undefined;
  if (told.length === 0)
    return html`<p class="empty">${trendText(content, isCompared ? "trends.table-not-compared" : "trends.table-empty", { tabel: title })}</p>`;
  const known = told.filter(isKnown);
  const rows = table.omitsHidden && known.length > 0 ? known : table.rows;
  const hidden = table.rows.length - rows.length;
  const first = rows.length > MOST_ROWS ? rows.slice(0, FIRST_ROWS) : rows;
  const rest = rows.slice(first.length);
  return html`<${Rows} content=${content} table=${table} rows=${first} title=${title} isBelowChart=${isBelowChart} />
    ${
      rest.length > 0 &&
      html`<details>
        <summary>${trendText(content, "trends.more", { aantal: String(rest.length) })}</summary>
        <${Rows}
          content=${content}
          table=${table}
          rows=${rest}
          title=${trendText(content, "trends.continued", { tabel: title })}
          isBelowChart=${false}
        />
      </details>`
    }
    ${hidden > 0 && html`<p class="note">${notListed(content, hidden, isCompared)}</p>`}`;
}

/** Words break where the window is narrow: nothing has to be scrolled to, so nothing stops the tab key. */
function Rows({
  content,
  table,
  rows,
  title,
  isBelowChart,
}: Omit<TableProps, "report"> & { rows: Row[]; title: string }): VNode {
  const names = table.columns.map((_column, index) => columnTitle(content, table, index));
  const isMany = names.length > MOST_COLUMNS;
  return html`<div class=${isMany ? "table many" : "table"}>
    <table role=${isMany && "table"}>
      <caption class=${isBelowChart && "heard"}>${title}</caption>
      <thead><tr><td></td>${names.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
      <tbody>${rows.map((row) => html`<${TableRow} content=${content} table=${table} row=${row} names=${isMany ? names : undefined} />`)}</tbody>
    </table>
  </div>`;
}

interface TableRowProps extends Pick<TableProps, "content" | "table"> {
  row: Row;
  /** Of its columns, when its cells can stand below each other. */
  names: readonly string[] | undefined;
}

/** Where its cells stand below each other, each says its column; their roles, which a browser then forgets, are said again. */
function TableRow({ content, table, row, names }: TableRowProps): VNode {
  const cells = row.figures.map((figure, index) => {
    const text = figureText(content, figure, figureKindOf(table.columns[index], row));
    const kind = figure.n === null ? "hidden" : "number";
    return html`<td class=${kind} role=${names && "cell"} data-column=${names?.[index]}>${text}</td>`;
  });
  return html`<tr role=${names && "row"}><th scope="row" role=${names && "rowheader"}>${row.title}</th>${cells}</tr>`;
}

/** A share that is no more than something says little by itself. */
function isKnown({ figures }: Row): boolean {
  return figures.some((figure) => knownNumber(figure) !== null);
}

/** How many rows are left out, and why: said once, instead of in each of their cells. */
function notListed(content: Content, hidden: number, isCompared: boolean): string {
  const key = isCompared ? "trends.not-compared" : "trends.not-listed";
  if (hidden === 1) return trendText(content, `${key}-one`);
  return trendText(content, key, { aantal: String(hidden) });
}

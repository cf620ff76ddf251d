import type { VNode } from "preact";
import type { Content } from "../../content/content.ts";
import { figureText } from "../../trends/figure-text.ts";
import { figureKindOf, type Report, type Row, type Table } from "../../trends/report.ts";
import { columnTitle, tableTitle } from "../../trends/table-title.ts";
import { trendText } from "../../trends/trend-text.ts";
import { html } from "./html.ts";

/** A table for each month of the longest period stays whole; of longer ones the end is folded away. */
const MOST_ROWS = 24;
const FIRST_ROWS = 10;

interface TableProps {
  content: Content;
  report: Report;
  table: Table;
}

/** A table with its title. The rows after the first ten can be folded out. */
export function TableView({ content, report, table }: TableProps): VNode {
  const title = tableTitle(content, table, report);
  const shown = table.rows.filter(isShown);
  if (shown.length === 0)
    return html`<p class="empty">${trendText(content, "trends.table-empty", { tabel: title })}</p>`;
  const rows = table.omitsHidden ? shown : table.rows;
  const first = rows.length > MOST_ROWS ? rows.slice(0, FIRST_ROWS) : rows;
  const rest = rows.slice(first.length);
  return html`<${Rows} content=${content} table=${table} rows=${first} title=${title} />
    ${
      rest.length > 0 &&
      html`<details>
        <summary>${trendText(content, "trends.more", { aantal: String(rest.length) })}</summary>
        <${Rows}
          content=${content}
          table=${table}
          rows=${rest}
          title=${trendText(content, "trends.continued", { tabel: title })}
        />
      </details>`
    }
    ${table.omitsHidden && html`<p class="note">${trendText(content, "trends.not-listed")}</p>`}`;
}

/** Words break where the window is narrow: nothing has to be scrolled to, so nothing stops the tab key. */
function Rows({ content, table, rows, title }: Omit<TableProps, "report"> & { rows: Row[]; title: string }): VNode {
  const names = table.columns.map((_column, index) => columnTitle(content, table, index));
  return html`<div class="table">
    <table>
      <caption>${title}</caption>
      <thead><tr><td></td>${names.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
      <tbody>${rows.map((row) => html`<${TableRow} content=${content} table=${table} row=${row} />`)}</tbody>
    </table>
  </div>`;
}

function TableRow({ content, table, row }: Omit<TableProps, "report"> & { row: Row }): VNode {
  const cells = row.figures.map((figure, index) => {
    const text = figureText(content, figure, figureKindOf(table.columns[index], row));
    return html`<td class=${figure.n === null ? "hidden" : "number"}>${text}</td>`;
  });
  return html`<tr><th scope="row">${row.title}</th>${cells}</tr>`;
}

function isShown({ figures }: Row): boolean {
  return figures.some(({ n }) => n !== null);
}

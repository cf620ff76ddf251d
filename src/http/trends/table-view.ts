import type { VNode } from "preact";
import type { Content } from "../../content/content.ts";
import { figureText } from "../../usage/trends/figure-text.ts";
import { COLUMNS, type Row, type Table } from "../../usage/trends/report.ts";
import { trendText } from "../../usage/trends/trend-text.ts";
import { html } from "./html.ts";

/** A table with its title. It scrolls by itself, also with the keyboard, when the window is too narrow. */
export function TableView({ content, table }: { content: Content; table: Table }): VNode {
  const rows = table.omitsHidden ? table.rows.filter(isShown) : table.rows;
  if (rows.length === 0) return html`<p class="empty">${trendText(content, "trends.empty")}</p>`;
  const title = trendText(content, `trends.tables.${table.id}`);
  return html`<div class="table" role="region" aria-label=${title} tabindex="0">
      <table>
        <caption>${title}</caption>
        <thead>
          <tr>
            <td></td>
            ${table.columns.map((column) => html`<th scope="col">${trendText(content, `trends.columns.${column}`)}</th>`)}
          </tr>
        </thead>
        <tbody>${rows.map((row) => html`<${TableRow} content=${content} table=${table} row=${row} />`)}</tbody>
      </table>
    </div>
    ${table.omitsHidden && html`<p class="note">${trendText(content, "trends.not-listed")}</p>`}`;
}

function TableRow({ content, table, row }: { content: Content; table: Table; row: Row }): VNode {
  const cells = row.figures.map((figure, index) => {
    const text = figureText(content, figure, COLUMNS[table.columns[index] ?? "shown"]);
    return html`<td class=${figure.n === null ? "hidden" : "number"}>${text}</td>`;
  });
  return html`<tr><th scope="row">${row.title}</th>${cells}</tr>`;
}

function isShown({ figures }: Row): boolean {
  return figures.some(({ n }) => n !== null);
}

import type { VNode } from "preact";
import type { Content } from "../../content/content.ts";
import { choiceNames } from "../../trends/choice-names.ts";
import { toQuery } from "../../trends/filters.ts";
import { noteText } from "../../trends/notes.ts";
import type { Report, Section, Table } from "../../trends/report.ts";
import { trendText } from "../../trends/trend-text.ts";
import type { TrendsAnswer } from "./answer.ts";
import { barsOf } from "./chart-bars.ts";
import { ChartFigure } from "./chart-figure.ts";
import { renderDocument } from "./document.ts";
import { FilterForm } from "./filter-form.ts";
import { html } from "./html.ts";
import { mistakeText } from "./mistake-text.ts";
import { PageStatus } from "./page-status.ts";
import { TableView } from "./table-view.ts";
import type { Theme } from "./theme.ts";

export interface PageOptions {
  theme: Theme | undefined;
  /** With the script that signs in through Teams. */
  signsIn: boolean;
}

/** The page with the trends, complete: it needs no script to be read. */
export function renderTrendsPage(answer: TrendsAnswer, { theme, signsIn }: PageOptions): string {
  const { content, report, status, mistakes, labels, lastMonth } = answer;
  const text = (key: "title" | "intro" | "reading") => trendText(content, `trends.${key}`);
  const children = html`
    <${PageStatus} content=${content} />
    ${labels.length > 0 && html`<p class="label">${labels.map((label) => trendText(content, label)).join(" ")}</p>`}
    <h1>${text("title")}</h1>
    <p>${text("intro")}</p>
    <details>
      <summary>${text("reading")}</summary>
      <p>${trendText(content, "trends.rounding", { minimum: String(report.leastCount) })}</p>
    </details>
    <p class="note">${status}</p>
    ${mistakes.map((mistake) => html`<p class="mistake" role="alert">${mistakeText(content, mistake)}</p>`)}
    <${FilterForm} content=${content} filters=${report.filters} lastMonth=${lastMonth} theme=${theme} />
    <p class="choice">${choiceNames(content, report).join(". ")}.</p>
    ${
      hasFigures(report)
        ? html`<${Findings} answer=${answer} theme=${theme} />`
        : html`<p class="empty">${trendText(content, "trends.empty")}</p>`
    }`;
  return renderDocument({ title: text("title"), theme, signsIn, children });
}

/** Whether there is anything to see: a table full of "te weinig" tells nothing that one sentence does not. */
function hasFigures({ sections }: Report): boolean {
  return sections.some(({ tables }) =>
    tables.some(({ rows }) => rows.some(({ figures }) => figures.some(({ n }) => n !== null))),
  );
}

function Findings({ answer, theme }: { answer: TrendsAnswer; theme: Theme | undefined }): VNode {
  const { content, report, changes } = answer;
  return html`<section aria-labelledby="veranderd">
      <h2 id="veranderd">${trendText(content, "trends.changes-title")}</h2>
      <ul>${changes.map((change) => html`<li>${change}</li>`)}</ul>
    </section>
    <p class="note">${trendText(content, "trends.words", { minimum: String(report.leastCount) })}</p>
    <${Contents} content=${content} report=${report} />
    ${report.filters.walk && html`<p class="label">${trendText(content, "trends.walk-note")}</p>`}
    ${report.sections.map((section) => html`<${SectionView} answer=${answer} section=${section} theme=${theme} />`)}
    <p class="download">
      <a href=${`/trends.csv?${toQuery(report.filters)}`} download>${trendText(content, "trends.csv")}</a>
    </p>`;
}

function Contents({ content, report }: { content: Content; report: Report }): VNode {
  const title = trendText(content, "trends.contents");
  return html`<nav aria-label=${title}>
    <p>${title}</p>
    <ul>
      ${report.sections.map(
        ({ id }) => html`<li><a href=${`#${id}`}>${trendText(content, `trends.sections.${id}.title`)}</a></li>`,
      )}
    </ul>
  </nav>`;
}

interface SectionProps {
  answer: TrendsAnswer;
  section: Section;
  theme: Theme | undefined;
}

function SectionView({ answer, section: { id, tables }, theme }: SectionProps): VNode {
  const { content } = answer;
  return html`<section aria-labelledby=${id}>
    <h2 id=${id}>${trendText(content, `trends.sections.${id}.title`)}</h2>
    <p>${trendText(content, `trends.sections.${id}.about`)}</p>
    ${id === "compared" && html`<${ComparedNotes} answer=${answer} />`}
    ${tables.map((table) => html`<${Figures} answer=${answer} table=${table} theme=${theme} />`)}
  </section>`;
}

/** By name, so that who compares sees what happened in between. */
function ComparedNotes({ answer: { content, report } }: Pick<SectionProps, "answer">): VNode | null {
  if (report.comparedNotes.length === 0) return null;
  const notities = report.comparedNotes.map((note) => noteText(content, note)).join("; ");
  return html`<p class="choice">${trendText(content, "trends.compared-notes", { notities })}</p>`;
}

function Figures({ answer, table, theme }: Omit<SectionProps, "section"> & { table: Table }): VNode {
  const { content, report } = answer;
  const bars = barsOf(content, table, report);
  return html`${bars && html`<${ChartFigure} answer=${answer} table=${table} bars=${bars} theme=${theme} />`}
    <${TableView} content=${content} report=${report} table=${table} isBelowChart=${bars !== undefined} />`;
}

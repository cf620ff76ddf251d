import type { VNode } from "preact";
import { choiceNames } from "../../trends/choice-names.ts";
import { toQuery } from "../../trends/filters.ts";
import { periodTitle } from "../../trends/period-title.ts";
import type { Section, Table, TableId } from "../../trends/report.ts";
import { trendText } from "../../trends/trend-text.ts";
import type { TrendsAnswer } from "./answer.ts";
import { barsOf } from "./chart-bars.ts";
import { ChartFigure, Note, Pictures } from "./chart-figure.ts";
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
  const { content, report, answers, status, mistakes, labels, lastMonth } = answer;
  const text = (key: "title" | "intro") => trendText(content, `trends.${key}`);
  const children = html`
    <${PageStatus} content=${content} />
    ${labels.length > 0 && html`<p class="label">${labels.map((label) => trendText(content, label)).join(" ")}</p>`}
    <h1>${text("title")}</h1>
    <p>${text("intro")} ${status}</p>
    ${mistakes.map((mistake) => html`<p class="mistake" role="alert">${mistakeText(content, mistake)}</p>`)}
    <${FilterForm} content=${content} filters=${report.filters} lastMonth=${lastMonth} theme=${theme} />
    <p class="choice">${choiceNames(content, report).join(". ")}.</p>
    ${
      Object.values(answers).some((one) => one !== undefined)
        ? html`<${Findings} answer=${answer} theme=${theme} />`
        : html`<p class="empty">${trendText(content, "trends.empty")}</p>`
    }`;
  return renderDocument({ title: text("title"), theme, signsIn, children });
}

function Findings({ answer, theme }: { answer: TrendsAnswer; theme: Theme | undefined }): VNode {
  const { content, report } = answer;
  const minimum = String(report.leastCount);
  return html`${report.filters.walk && html`<p class="label">${trendText(content, "trends.walk-note")}</p>`}
    <${Short} answer=${answer} />
    <p class="note">${trendText(content, "trends.words", { minimum })}</p>
    <details>
      <summary>${trendText(content, "trends.reading")}</summary>
      <p>${trendText(content, "trends.rounding", { minimum })}</p>
    </details>
    <div class="sections">
      ${report.sections.map((section) => html`<${SectionView} answer=${answer} section=${section} theme=${theme} />`)}
    </div>
    <p class="download">
      <a href=${`/trends.csv?${toQuery(report.filters)}`} download>${trendText(content, "trends.csv")}</a>
    </p>`;
}

/** Each question with its answer in short, as a way to where more is. */
function Short({ answer: { content, report, answers } }: Pick<SectionProps, "answer">): VNode {
  const { months, toldMonths } = report;
  const title = trendText(content, "trends.answers-title", { periode: periodTitle(content, toldMonths) });
  return html`<nav class="short" aria-labelledby="kort">
    <h2 id="kort">${title}</h2>
    ${toldMonths.length < months.length && html`<p class="note">${trendText(content, "trends.answers-about")}</p>`}
    <ul>
      ${report.sections.map(
        ({ id }) => html`<li>
          <a href=${`#${id}`}>${trendText(content, `trends.sections.${id}.title`)}</a>
          <p class=${!answers[id] && "empty"}>${answers[id] ?? trendText(content, "trends.answers.none")}</p>
        </li>`,
      )}
    </ul>
    <button type="button" class="unfold" data-fold=${trendText(content, "trends.fold")}>
      ${trendText(content, "trends.unfold")}
    </button>
  </nav>`;
}

interface SectionProps {
  answer: TrendsAnswer;
  section: Section;
  theme: Theme | undefined;
}

/** A question, its answer and one picture; what it is made of is folded away. One line, when there is nothing to see. */
function SectionView({ answer, section: { id, tables }, theme }: SectionProps): VNode {
  const { content, answers } = answer;
  const title = trendText(content, `trends.sections.${id}.title`);
  const heading = html`<h2 id=${id}>${title}</h2>`;
  if (answers[id] === undefined)
    return html`<section aria-labelledby=${id}>${heading}<p class="empty">${trendText(content, "trends.answers.none")}</p></section>`;
  const [first, ...more] = tables;
  return html`<section aria-labelledby=${id}>
    ${heading}
    <p class="answer">${answers[id]}</p>
    ${id === "compared" && html`<${ComparedNotes} answer=${answer} theme=${theme} />`}
    ${first && html`<${Picture} answer=${answer} table=${first} theme=${theme} />`}
    <details>
      <summary>${trendText(content, "trends.details")}<span class="heard">: ${title}</span></summary>
      <p>${trendText(content, `trends.sections.${id}.about`)}</p>
      ${first && !OPEN.has(first.id) && html`<${Numbers} answer=${answer} table=${first} isBelowChart=${false} />`}
      ${more.map((table) => html`<${Figures} answer=${answer} table=${table} theme=${theme} />`)}
    </details>
  </section>`;
}

/** Tables that are read at once, as nothing else shows what is in them. */
const OPEN: ReadonlySet<TableId> = new Set(["compared"]);

/** What is seen of a question at first. */
function Picture({ answer, table, theme }: FiguresProps): VNode | null {
  const { content, report } = answer;
  if (OPEN.has(table.id))
    return html`<${TableView} content=${content} report=${report} table=${table} isBelowChart=${false} />`;
  const bars = barsOf(content, table, report);
  return bars ? html`<${ChartFigure} answer=${answer} table=${table} bars=${bars} theme=${theme} />` : null;
}

/** What must be known of a comparison: how sure it is, and what happened in between. */
function ComparedNotes({ answer: { content, report }, theme }: Omit<SectionProps, "section">): VNode {
  const items = report.comparedNotes.map(
    (note) => html`<li><${Note} content=${content} note=${note} theme=${theme} /></li>`,
  );
  return html`<p>${trendText(content, "trends.compared-about")}</p>
    ${items.length > 0 && html`<p>${trendText(content, "trends.compared-notes")}</p><ul class="notes">${items}</ul>`}`;
}

interface FiguresProps extends Omit<SectionProps, "section"> {
  table: Table;
}

/** A table below its chart. */
function Figures({ answer, table, theme }: FiguresProps): VNode {
  const bars = barsOf(answer.content, table, answer.report);
  return html`${bars && html`<${ChartFigure} answer=${answer} table=${table} bars=${bars} theme=${theme} />`}
    <${Numbers} answer=${answer} table=${table} isBelowChart=${bars !== undefined} />`;
}

/** A table, and its chart as a file. */
function Numbers({ answer, table, isBelowChart }: Omit<FiguresProps, "theme"> & { isBelowChart: boolean }): VNode {
  const { content, report } = answer;
  const isDrawn = barsOf(content, table, report) !== undefined;
  return html`<${TableView} content=${content} report=${report} table=${table} isBelowChart=${isBelowChart} />
    ${isDrawn && html`<${Pictures} answer=${answer} table=${table} />`}`;
}

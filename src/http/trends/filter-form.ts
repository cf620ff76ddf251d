import type { VNode } from "preact";
import type { Content } from "../../content/content.ts";
import { choiceName } from "../../trends/choice-names.ts";
import { ALL, BEFORE, choicesOf, FILTER_NAMES, type Filters, LATEST, SAME } from "../../trends/filters.ts";
import { trendText } from "../../trends/trend-text.ts";
import { html } from "./html.ts";
import { THEME_NAME, type Theme } from "./theme.ts";

interface FilterFormProps {
  content: Content;
  filters: Filters;
  /** The last month that can be chosen. */
  lastMonth: string;
  theme: Theme | undefined;
}

/** The filters as a plain form: what is chosen ends up in the address. */
export function FilterForm({ content, filters, lastMonth, theme }: FilterFormProps): VNode {
  const choices = choicesOf(content, lastMonth);
  const chosen = {
    until: LATEST,
    against: BEFORE,
    length: SAME,
    region: ALL,
    walk: ALL,
    ...filters,
    period: String(filters.period),
  };
  const select = (filter: keyof Filters) => html`<label>
    <span>${trendText(content, `trends.filter.${filter}`)}</span>
    <select name=${FILTER_NAMES[filter]}>
      ${choices[filter].map(
        (id) => html`<option value=${id} selected=${id === chosen[filter]}>${choiceName(content, filter, id)}</option>`,
      )}
    </select>
  </label>`;
  return html`<form method="get" action="/trends" aria-label=${trendText(content, "trends.filter.title")}>
    ${select("period")} ${select("until")} ${select("region")} ${select("walk")} ${select("against")} ${select("length")}
    ${theme && html`<input type="hidden" name=${THEME_NAME} value=${theme} />`}
    <button type="submit">${trendText(content, "trends.filter.show")}</button>
  </form>`;
}

import type { VNode } from "preact";
import type { Content } from "../../content/content.ts";
import { choiceName } from "../../trends/choice-name.ts";
import { ALL, choicesOf, FILTER_NAMES, type Filters } from "../../trends/filters.ts";
import { trendText } from "../../trends/trend-text.ts";
import { html } from "./html.ts";
import { THEME_NAME, type Theme } from "./theme.ts";

interface FilterFormProps {
  content: Content;
  filters: Filters;
  theme: Theme | undefined;
}

/** The filters as a plain form: what is chosen ends up in the address. */
export function FilterForm({ content, filters, theme }: FilterFormProps): VNode {
  const choices = choicesOf(content);
  const chosen = { period: String(filters.period), region: filters.region ?? ALL, walk: filters.walk ?? ALL };
  const select = (filter: keyof Filters) => html`<label>
    <span>${trendText(content, `trends.filter.${filter}`)}</span>
    <select name=${FILTER_NAMES[filter]}>
      ${choices[filter].map(
        (id) => html`<option value=${id} selected=${id === chosen[filter]}>${choiceName(content, filter, id)}</option>`,
      )}
    </select>
  </label>`;
  return html`<form method="get" action="/trends" aria-label=${trendText(content, "trends.filter.title")}>
    ${select("period")} ${select("region")} ${select("walk")}
    ${theme && html`<input type="hidden" name=${THEME_NAME} value=${theme} />`}
    <button type="submit">${trendText(content, "trends.filter.show")}</button>
  </form>`;
}

import type { Config } from "../config.ts";
import type { Content } from "../content/content.ts";
import { trendsView } from "../conversation/views/trends-view.ts";
import type { TrendsView } from "../conversation/views/view.ts";
import { keepNewest } from "../keep-newest.ts";
import { type Filters, parseFilters, toQuery } from "../trends/filters.ts";
import type { MonthlyReader } from "../trends/ports.ts";
import type { Published } from "../trends/published.ts";
import type { ReadTrends, TrendsReading } from "../trends/read-trends.ts";

/** Where the card gets what is on it. */
export interface CardSource {
  config: Pick<Config, "teamsAppId">;
  readTrends: ReadTrends;
  /** Where the pages are. */
  address: string;
}

export interface CardRequest extends Pick<TrendsView, "monthly"> {
  content: Content;
  filters: Filters;
}

/** The trends card with these choices, and with a link that keeps them. */
export async function trendsCard(
  { config, readTrends, address }: CardSource,
  { content, filters, monthly }: CardRequest,
): Promise<TrendsView> {
  const url = trendsAddress(config, address, filters);
  return viewOf({ content, filters, monthly }, await readTrends(content), url);
}

/** Cards with other choices that are kept of what is published now. */
const KEPT_VIEWS = 100;

/** By what they were made of: a preview is made anew for each reader, and goes with what was made of it. */
const kept = new WeakMap<Published, Map<string, TrendsView>>();

/** What is published does not change, and working out what changed in it is most of the work of the card. */
function viewOf({ content, filters, monthly }: CardRequest, reading: TrendsReading, url: string): TrendsView {
  const { published, ...moment } = reading;
  const views = kept.get(published) ?? new Map<string, TrendsView>();
  const key = JSON.stringify([content.version, filters, moment, monthly, url]);
  const view = views.get(key) ?? trendsView(content, filters, reading, { url, monthly });
  keepNewest(views, key, view, KEPT_VIEWS);
  kept.set(published, views);
  return view;
}

/** The card of a monthly message: with the choices that it had when it was asked for, as far as they still exist. */
export function monthlyCard(source: CardSource, content: Content, { query }: MonthlyReader): Promise<TrendsView> {
  const { filters } = parseFilters(new URLSearchParams(query), content);
  return trendsCard(source, { content, filters, monthly: true });
}

/** The page with the trends: its tab in Teams, where it can see who asks, or else the page of this bot. */
function trendsAddress({ teamsAppId }: CardSource["config"], address: string, filters: Filters): string {
  return teamsAppId ? tabUrl(teamsAppId, filters) : `${address}/trends?${toQuery(filters)}`;
}

/** Opens the tab Trends in Teams, where the page can see who asks for it (msteams-docs, deep links to a tab). */
function tabUrl(teamsAppId: string, filters: Filters): string {
  const context = JSON.stringify({ subEntityId: toQuery(filters).toString() });
  return `https://teams.microsoft.com/l/entity/${teamsAppId}/trends?context=${encodeURIComponent(context)}`;
}

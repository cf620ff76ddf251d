import type { Content } from "../content/content.ts";
import { NO_REGION } from "../usage/count.ts";

/** Periods that can be chosen, in months. */
const PERIODS = [1, 3, 6, 12, 24] as const;
const DEFAULT_PERIOD = 6;

/** What a reader of the trends chooses. */
export interface Filters {
  /** How many closed months. */
  period: number;
  /** Id of a region; absent: all regions. */
  region?: string;
  /** Id of a flow; absent: all walks. */
  walk?: string;
}

/** The names of the filters in an address. */
export const FILTER_NAMES = { period: "periode", region: "regio", walk: "ronde" } as const;

/** In an address: no choice. */
export const ALL = "alle";

/** A value that cannot be chosen, as it was given, and what can. */
export interface FilterMistake {
  filter: keyof Filters;
  given: string;
  choices: readonly string[];
}

/** What can be chosen, as ids. */
export function choicesOf({ regions, flows }: Content): Record<keyof Filters, string[]> {
  return {
    period: PERIODS.map(String),
    region: [ALL, ...regions.keys(), NO_REGION],
    walk: [ALL, ...flows.keys()],
  };
}

/**
 * Reads the filters from the query of an address, such as `periode=6&regio=alkmaar`. A filter that is absent or
 * empty gets its default, and so does one with a value that cannot be chosen, which is then told as a mistake.
 */
export function parseFilters(
  query: URLSearchParams,
  content: Content,
): { filters: Filters; mistakes: FilterMistake[] } {
  const choices = choicesOf(content);
  const mistakes: FilterMistake[] = [];
  const chosen = (filter: keyof Filters, byDefault: string): string => {
    const given = query.get(FILTER_NAMES[filter]) || byDefault;
    if (choices[filter].includes(given)) return given;
    mistakes.push({ filter, given, choices: choices[filter] });
    return byDefault;
  };
  const period = Number(chosen("period", String(DEFAULT_PERIOD)));
  const region = chosen("region", ALL);
  const walk = chosen("walk", ALL);
  return { filters: { period, ...(region === ALL ? {} : { region }), ...(walk === ALL ? {} : { walk }) }, mistakes };
}

/** The query of an address that chooses these filters. */
export function toQuery({ period, region = ALL, walk = ALL }: Filters): URLSearchParams {
  return new URLSearchParams({
    [FILTER_NAMES.period]: String(period),
    [FILTER_NAMES.region]: region,
    [FILTER_NAMES.walk]: walk,
  });
}

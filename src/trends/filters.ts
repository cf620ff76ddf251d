import type { Content } from "../content/content.ts";
import { NO_REGION } from "../usage/count.ts";
import { monthBefore, monthsUntil } from "./months.ts";
import { groupArea } from "./publication.ts";

/** Periods that can be chosen, in months. */
const PERIODS = [1, 3, 6, 12, 24] as const;
const DEFAULT_PERIOD = 12;

/** Months that can be chosen as the last of a period. */
const MONTHS_BACK = 24;

/** What a reader of the trends chooses. */
export interface Filters {
  /** How many months. */
  period: number;
  /** The last month, as `2026-02`; absent: the last one that is published. */
  until?: string;
  /** The last month of the period to compare with; absent: the period before. */
  against?: string;
  /** How many months that one has; absent: as many. What is compared are averages per week and shares. */
  length?: string;
  /** Id of a region, or the area of a group of them; absent: all regions. */
  region?: string;
  /** Id of a flow; absent: all walks. */
  walk?: string;
}

/** The names of the filters in an address. */
export const FILTER_NAMES = {
  period: "periode",
  until: "tot",
  against: "vergelijk",
  length: "lengte",
  region: "regio",
  walk: "ronde",
} as const;

/** In an address: no choice. */
export const ALL = "alle";
export const LATEST = "laatste";
export const BEFORE = "ervoor";
export const SAME = "gelijk";

/** What stands for no choice, for each filter. */
const DEFAULTS: Record<keyof Filters, string> = {
  period: String(DEFAULT_PERIOD),
  until: LATEST,
  against: BEFORE,
  length: SAME,
  region: ALL,
  walk: ALL,
};

/** A value that cannot be chosen, as it was given, and what can. */
export interface FilterMistake {
  filter: keyof Filters;
  given: string;
  choices: readonly string[];
}

/**
 * What can be chosen, as ids.
 * @param lastMonth the last month that can be published by now; absent: no months can be chosen
 */
export function choicesOf({ regions, flows }: Content, lastMonth?: string): Record<keyof Filters, string[]> {
  const months = lastMonth === undefined ? [] : monthsUntil(lastMonth, MONTHS_BACK).reverse();
  const groups = new Set([...regions.values()].flatMap(({ group }) => group ?? []));
  return {
    period: PERIODS.map(String),
    until: [LATEST, ...months],
    against: [BEFORE, ...months],
    length: [SAME, ...PERIODS.map(String)],
    region: [ALL, ...[...groups].map(groupArea), ...regions.keys(), NO_REGION],
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
  lastMonth?: string,
): { filters: Filters; mistakes: FilterMistake[] } {
  const choices = choicesOf(content, lastMonth);
  const mistakes: FilterMistake[] = [];
  const chosen = <T extends keyof Filters>(filter: T): Partial<Record<T, string>> => {
    const given = query.get(FILTER_NAMES[filter]) || DEFAULTS[filter];
    const isKnown = choices[filter].includes(given);
    if (!isKnown) mistakes.push({ filter, given, choices: choices[filter] });
    const value = isKnown ? given : DEFAULTS[filter];
    return value === DEFAULTS[filter] && filter !== "period" ? {} : ({ [filter]: value } as Record<T, string>);
  };
  const { period } = chosen("period");
  const rest = {
    ...chosen("until"),
    ...chosen("against"),
    ...chosen("length"),
    ...chosen("region"),
    ...chosen("walk"),
  };
  return { filters: { period: Number(period), ...rest }, mistakes };
}

/** The query of an address that chooses these filters; what is not chosen is left out. */
export function toQuery({ period, ...filters }: Filters): URLSearchParams {
  const query = new URLSearchParams({ [FILTER_NAMES.period]: String(period) });
  for (const [filter, value] of Object.entries(filters)) query.set(FILTER_NAMES[filter as keyof Filters], value);
  return query;
}

/** The months of the period and of the one that it is compared with. */
export function monthsChosen(
  { period, until, against, length }: Filters,
  lastMonth: string,
): { now: string[]; then: string[] } {
  const end = until ?? lastMonth;
  return {
    now: monthsUntil(end, period),
    then: monthsUntil(against ?? monthBefore(end, period), length === undefined ? period : Number(length)),
  };
}

import type { Content } from "../../content/content.ts";
import { buildReport, periodsOf } from "../../trends/build-report.ts";
import { describeChanges } from "../../trends/changes.ts";
import { type FilterMistake, parseFilters } from "../../trends/filters.ts";
import type { ReadTrends, TrendsReading } from "../../trends/read-trends.ts";
import type { Report } from "../../trends/report.ts";
import { statusText } from "../../trends/status-text.ts";
import type { TrendText } from "../../trends/trend-texts.ts";
import type { CheckAccess } from "../sign-in/check-access.ts";

export interface TrendsOptions {
  /** The content of this moment. */
  content: () => Content;
  read: ReadTrends;
  /** Absent: nothing is configured, so everything is open. Only for loopback. */
  checkAccess?: CheckAccess | undefined;
  /** Somebody came with a token that is not good, or without a role. */
  onRefused?: (refusal: Refusal) => void;
}

/** For the security log. */
export interface Refusal {
  /** Object id in Entra ID, of somebody without a role. */
  who: string | undefined;
  /** IP address; undefined when the caller has gone already. */
  address: string | undefined;
  /** The pattern of the route. */
  what: string;
  status: 401 | 403;
}

/** Everything that is shown, whatever the form. */
export interface TrendsAnswer extends Pick<TrendsReading, "lastMonth"> {
  content: Content;
  report: Report;
  /** Since when there are data, and when new ones come. */
  status: string;
  changes: string[];
  mistakes: FilterMistake[];
  /** Lines that must stand above the numbers; none in real use. */
  labels: TrendText[];
}

/** Answers a query, such as `periode=6&regio=alkmaar`. */
export async function answerQuery({ content, read }: TrendsOptions, query: URLSearchParams): Promise<TrendsAnswer> {
  const current = content();
  const reading = await read(current);
  const { published, lastMonth, leastCount, labels } = reading;
  const { filters, mistakes } = parseFilters(query, current, lastMonth);
  const periods = periodsOf(published, { content: current, filters, lastMonth });
  return {
    content: current,
    report: buildReport(periods, leastCount),
    status: statusText(current, reading),
    changes: describeChanges(periods),
    mistakes,
    labels,
    lastMonth,
  };
}

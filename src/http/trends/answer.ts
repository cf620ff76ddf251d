import type { Content } from "../../content/content.ts";
import { NO_REGION } from "../../usage/count.ts";
import type { UsageStore } from "../../usage/ports.ts";
import { buildReport } from "../../usage/trends/build-report.ts";
import { describeChanges } from "../../usage/trends/changes.ts";
import { type FilterMistake, parseFilters } from "../../usage/trends/filters.ts";
import { monthBefore, monthsUntil } from "../../usage/trends/months.ts";
import { leastCount } from "../../usage/trends/protect-month.ts";
import { createPublishedReader, runningMonth } from "../../usage/trends/read-published.ts";
import type { Report } from "../../usage/trends/report.ts";
import type { CheckAccess } from "../sign-in/check-access.ts";

export interface TrendsOptions {
  /** The content of this moment. */
  content: () => Content;
  usage: Pick<UsageStore, "read">;
  /** Least count that is shown. */
  minimum: number;
  /** Absent: nothing is configured, so everything is open, and labelled as a demo. Only for loopback. */
  checkAccess?: CheckAccess | undefined;
  /** Whether the store holds invented data. */
  isInvented?: (() => Promise<boolean>) | undefined;
}

/** Everything that is shown, whatever the form. */
export interface TrendsAnswer {
  content: Content;
  report: Report;
  changes: string[];
  mistakes: FilterMistake[];
  isDemo: boolean;
  isInvented: boolean;
}

/** Makes what answers a query, such as `periode=6&regio=alkmaar`. */
export function createAnswerer(options: TrendsOptions): (query: URLSearchParams) => Promise<TrendsAnswer> {
  const read = createPublishedReader(options.usage);
  const isDemo = options.checkAccess === undefined;
  return async (query) => {
    const content = options.content();
    const { filters, mistakes } = parseFilters(query, content);
    const now = new Date();
    const lastMonth = isDemo ? runningMonth(now) : monthBefore(runningMonth(now), 1);
    const published = await read(monthsUntil(lastMonth, 2 * filters.period), {
      now,
      minimum: options.minimum,
      regions: [...content.regions.keys(), NO_REGION],
      includeRunning: isDemo,
    });
    const request = { content, filters, lastMonth, leastCount: leastCount(options.minimum) };
    return {
      content,
      report: buildReport(published, request),
      changes: describeChanges(published, request),
      mistakes,
      isDemo,
      isInvented: (await options.isInvented?.()) ?? false,
    };
  };
}

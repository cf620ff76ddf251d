import type { Content } from "../../content/content.ts";
import type { ContentVersion } from "../../content/content-store.ts";
import type { TrendNote } from "../../content/schema/trend-note.ts";
import { type Answers, answersOf } from "../../trends/answers.ts";
import { buildSection, describePeriods, periodsOf, type ReportRequest } from "../../trends/build-report.ts";
import { describeChanges } from "../../trends/changes.ts";
import { type FilterMistake, parseFilters, toQuery } from "../../trends/filters.ts";
import { versionNotes } from "../../trends/notes.ts";
import type { Published } from "../../trends/published.ts";
import type { ReadTrends, TrendsReading } from "../../trends/read-trends.ts";
import { type Report, SECTION_IDS, type Section } from "../../trends/report.ts";
import { statusText } from "../../trends/status-text.ts";
import type { TrendText } from "../../trends/trend-texts.ts";
import type { CheckAccess } from "../sign-in/check-access.ts";
import { inTurn } from "./in-turn.ts";

export interface TrendsPageOptions {
  /** The content of this moment. */
  content: () => Content;
  read: ReadTrends;
  /** The versions of the content, where it comes from a store. */
  versions?: (() => Promise<readonly ContentVersion[]>) | undefined;
  /** Absent: nothing is configured, so everything is open. Only for loopback. */
  checkAccess?: CheckAccess | undefined;
  /** Somebody came with a token that is not good, or without a role. */
  onRefused?: (refusal: RefusedVisit) => void;
}

/** For the security log. */
export interface RefusedVisit {
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
  answers: Answers;
  mistakes: FilterMistake[];
  /** Lines that must stand above the numbers; none in real use. */
  labels: TrendText[];
}

/** Answers a query, such as `periode=6&regio=alkmaar`. */
export async function answerQuery(
  { content, read, versions }: TrendsPageOptions,
  query: URLSearchParams,
): Promise<TrendsAnswer> {
  const current = content();
  const reading = await read(current);
  const { published, lastMonth, leastCount, labels } = reading;
  const { filters, mistakes } = parseFilters(query, current, lastMonth);
  // Without them the numbers are as good.
  const marked = versionNotes(current, (await versions?.().catch(() => [])) ?? []);
  const worked = await reportOn({ published, content: current, filters, lastMonth, leastCount, marked });
  return { ...worked, status: statusText(current, reading), mistakes, labels, lastMonth };
}

interface Worked extends Pick<TrendsAnswer, "content" | "report" | "changes" | "answers"> {}

/** Reports of one reading that are kept for who asks the same: team leads open the same page on the same day. */
const MOST_KEPT = 20;
const KEPT = new WeakMap<Published, Map<string, { content: Content; worked: Promise<Worked> }>>();

interface Asked extends ReportRequest {
  published: Published;
  leastCount: number;
  marked: readonly TrendNote[];
}

function reportOn(asked: Asked): Promise<Worked> {
  const { published, content, filters, lastMonth, marked } = asked;
  const kept = KEPT.get(published) ?? new Map<string, { content: Content; worked: Promise<Worked> }>();
  KEPT.set(published, kept);
  const key = `${lastMonth} ${toQuery(filters)} ${JSON.stringify(marked)}`;
  const found = kept.get(key);
  if (found?.content === content) return found.worked;
  const worked = work(asked);
  worked.catch(() => kept.delete(key));
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, { content, worked });
  return worked;
}

/** Works a report out, with the turns of workers in between. */
async function work({ published, leastCount, marked, ...asked }: Asked): Promise<Worked> {
  const { content } = asked;
  await inTurn();
  const periods = periodsOf(published, asked);
  const sections: Section[] = [];
  for (const id of SECTION_IDS) {
    await inTurn();
    sections.push(buildSection(periods, id));
  }
  await inTurn();
  const report = { ...describePeriods(periods, [...content.trendNotes, ...marked]), leastCount, sections };
  return { content, report, changes: describeChanges(periods), answers: answersOf(periods, report) };
}

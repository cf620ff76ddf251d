import { COLUMNS, SECTIONS, TABLES } from "./report.ts";

const PAGE_TEXTS = [
  "title",
  "intro",
  "rounding",
  "changes-title",
  "contents",
  "too-few",
  "at-least",
  "about-percent",
  "period",
  "not-listed",
  "more",
  "continued",
  "empty",
  "demo",
  "demo-running",
  "invented",
  "walk-note",
  "filter.title",
  "filter.period",
  "filter.region",
  "filter.walk",
  "filter.show",
  "filter.months-one",
  "filter.months-more",
  "filter.all-regions",
  "filter.all-walks",
  "filter.wrong-period",
  "filter.wrong-region",
  "filter.wrong-walk",
  "names.no-region",
  "names.other-regions",
  "names.yes",
  "names.no",
  "names.total",
  "names.phase-of",
  "names.signal",
  "chart",
  "no-bar",
  "csv",
  "csv-columns.section",
  "csv-columns.table",
  "csv-columns.row",
  "csv-columns.figure",
  "csv-columns.number",
  "csv-columns.note",
  "sign-in.title",
  "sign-in.busy",
  "sign-in.needed",
  "sign-in.failed",
  "sign-in.no-teams",
  "sign-in.unavailable",
  "refused.title",
  "refused.text",
  "levels.nu",
  "levels.vandaag",
  "levels.bespreek",
  "levels.info",
  "levels.twijfel",
] as const;

/** Sentences about what changed, see `changes.ts`. */
const CHANGE_TEXTS = [
  "use",
  "use-too-few",
  "use-first",
  "unknown",
  "unknown-same",
  "unknown-first",
  "unknown-too-few",
  "useful",
  "useful-first",
  "useful-too-few",
] as const;

export type ChangeText = (typeof CHANGE_TEXTS)[number];

/** The keys of `dialogs/texts.yaml` that the trends use. The content check proves that each is there. */
export const TREND_TEXTS = [
  ...PAGE_TEXTS.map((key) => `trends.${key}` as const),
  ...CHANGE_TEXTS.map((key) => `trends.changes.${key}` as const),
  ...TABLES.map((id) => `trends.tables.${id}` as const),
  ...keysOf(SECTIONS).flatMap((id) => [`trends.sections.${id}.title` as const, `trends.sections.${id}.about` as const]),
  ...keysOf(COLUMNS).map((id) => `trends.columns.${id}` as const),
];

export type TrendText = (typeof TREND_TEXTS)[number];

function keysOf<T extends object>(object: T): (keyof T & string)[] {
  return Object.keys(object) as (keyof T & string)[];
}

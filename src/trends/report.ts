import type { Figure } from "./figure.ts";
import type { Filters } from "./filters.ts";

/** What the figures of a column are; each has its title in `dialogs/texts.yaml`, under `trends.columns`. */
export const COLUMNS = {
  started: "count",
  finished: "count",
  stopped: "count",
  unknown: "count",
  known: "count",
  "unknown-share": "percent",
  back: "count",
  shown: "count",
  agreed: "count",
  disagreed: "count",
  discussed: "count",
  "of-finished": "percent",
  asked: "count",
  answers: "count",
  "answers-share": "percent",
} as const;
export type Column = keyof typeof COLUMNS;

export interface Row {
  /** A stable id, such as that of a question. */
  id: string;
  title: string;
  /** A shorter title, where there is one: for a chart. */
  label?: string;
  /** One for each column. */
  figures: Figure[];
}

/** One table, and the chart that is made of its first columns. */
export interface Table {
  id: TableId;
  columns: Column[];
  rows: Row[];
  /** Rows without any published figure are left out, as they would tell nothing. */
  omitsHidden: boolean;
}

export const TABLES = [
  "use-by-month",
  "use-by-walk",
  "use-by-region",
  "stops",
  "unknown",
  "signals",
  "mda",
  "articles",
  "unanswered",
  "useful",
  "danger",
  "personal-data",
] as const;
export type TableId = (typeof TABLES)[number];

/** The questions that the trends answer, in this order, with their tables. */
export const SECTIONS = {
  use: ["use-by-month", "use-by-walk", "use-by-region"],
  stops: ["stops"],
  unknown: ["unknown"],
  signals: ["signals"],
  mda: ["mda"],
  search: ["articles", "unanswered"],
  useful: ["useful"],
  safety: ["danger", "personal-data"],
} as const satisfies Record<string, readonly TableId[]>;
export type SectionId = keyof typeof SECTIONS;

export interface Section {
  id: SectionId;
  tables: Table[];
}

/** Everything that the page, the file and the interface show, and nothing else. */
export interface Report {
  filters: Filters;
  /** From old to new, as `2026-02`. */
  months: string[];
  /** No count below this is ever published. */
  leastCount: number;
  sections: Section[];
}

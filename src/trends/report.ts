import type { Figure } from "./figure.ts";
import type { Filters } from "./filters.ts";
import type { Around, PlacedNote } from "./notes.ts";

/** What the figures of a column are; each has its title in `dialogs/texts/`, under `trends.columns`. */
export const COLUMNS = {
  started: "count",
  "started-weekly": "weekly",
  questions: "count",
  "questions-weekly": "weekly",
  finished: "count",
  "finished-share": "percent",
  now: "mixed",
  then: "mixed",
  stopped: "count",
  left: "count",
  unknown: "count",
  known: "count",
  "unknown-share": "percent",
  back: "count",
  shown: "count",
  advised: "count",
  "of-started": "percent",
  agreed: "count",
  disagreed: "count",
  discussed: "count",
  "of-finished": "percent",
  answers: "count",
  "answers-share": "percent",
  unanswered: "count",
  "questions-share": "percent",
  missed: "count",
  helped: "count",
  "not-helped": "count",
} as const;
export type Column = keyof typeof COLUMNS;

/** Count: a multiple of five. Weekly: on average per week, to one decimal. Percent: about, in whole percents. */
export type FigureKind = "count" | "weekly" | "percent";

export interface Row {
  /** A stable id, such as that of a question. */
  id: string;
  title: string;
  /** A shorter title, where there is one: for a chart. */
  label?: string;
  /** One for each column. */
  figures: Figure[];
  /** What it is about, where the rows are steps in time; from old to new. */
  months?: readonly string[];
  /** What its figures are, where its columns do not say so. */
  kind?: FigureKind;
}

/** One table, and the chart that is made of some of its columns. */
export interface MadeTable {
  id: TableId;
  columns: Column[];
  rows: Row[];
  /** Rows without any published figure are left out, as they would tell nothing. */
  omitsHidden: boolean;
  /** What each column is about, where they differ. */
  columnMonths?: readonly (readonly string[])[];
}

export interface Table extends MadeTable {
  /** What it is about: the months of the report, or those of them that can be told. */
  months: readonly string[];
}

/** Every table, and whether its figures are counted by walk: else the filter of the walk does not narrow them. */
export const TABLES = {
  "use-over-time": { byWalk: true },
  "use-by-walk": { byWalk: true },
  "use-by-region": { byWalk: true },
  compared: { byWalk: true },
  "compared-unknown": { byWalk: true },
  "compared-stops": { byWalk: true },
  stops: { byWalk: true },
  unknown: { byWalk: true },
  advice: { byWalk: true },
  signals: { byWalk: false },
  mda: { byWalk: false },
  unanswered: { byWalk: false },
  missed: { byWalk: false },
  articles: { byWalk: false },
  helped: { byWalk: false },
  useful: { byWalk: false },
  danger: { byWalk: false },
  "personal-data": { byWalk: false },
} as const satisfies Record<string, { byWalk: boolean }>;
export type TableId = keyof typeof TABLES;
export const TABLE_IDS = Object.keys(TABLES) as TableId[];

/** The questions that the trends answer, in this order, with their tables. */
export const SECTIONS = {
  use: ["use-over-time", "use-by-walk", "use-by-region"],
  compared: ["compared", "compared-unknown", "compared-stops"],
  stops: ["stops"],
  unknown: ["unknown"],
  advice: ["advice", "signals"],
  articles: ["articles", "helped"],
  mda: ["mda"],
  unanswered: ["unanswered", "missed"],
  useful: ["useful"],
  safety: ["danger", "personal-data"],
} as const satisfies Record<string, readonly TableId[]>;
export type SectionId = keyof typeof SECTIONS;
export const SECTION_IDS = Object.keys(SECTIONS) as SectionId[];

export interface Section {
  id: SectionId;
  tables: Table[];
}

/** A note, with what of before and after it can be compared. */
export interface ReportedNote extends PlacedNote {
  around: Around | undefined;
}

/** Everything that the page, the file and the interface show, and nothing else. */
export interface Report {
  filters: Filters;
  /** From old to new, as `2026-02`. */
  months: readonly string[];
  /** Those of them of which hardly anything is still to be published: what is ranked, shared and told in short is about these. */
  toldMonths: readonly string[];
  /** Those of the period that it is compared with. */
  comparedMonths: readonly string[];
  /** What staff marked on the time axis. */
  notes: ReportedNote[];
  /** What they marked in the two periods that are compared, or between them. */
  comparedNotes: readonly ReportedNote[];
  /** No count below this is ever published. */
  leastCount: number;
  sections: Section[];
}

/** What a figure in a row and column is. */
export function figureKindOf(column: Column | undefined, row: Row): FigureKind {
  const kind = COLUMNS[column ?? "shown"];
  return kind === "mixed" ? (row.kind ?? "count") : kind;
}

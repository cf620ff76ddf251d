import type { Content } from "../content/content.ts";
import type { Periods } from "./build-report.ts";
import { describeUse } from "./changes.ts";
import { compareFigures, type Figure, knownNumber, sum, TOO_FEW } from "./figure.ts";
import { figureText } from "./figure-text.ts";
import {
  type Column,
  figureKindOf,
  type Report,
  type Row,
  type SectionId,
  type Table,
  type TableId,
} from "./report.ts";
import { questionsPerWeek, walksPerWeek } from "./tables/use-tables.ts";
import { trendText } from "./trend-text.ts";
import type { AnswerText } from "./trend-texts.ts";

/** The answer to each question of the trends in a sentence or two; undefined where its tables show nothing. */
export type Answers = Readonly<Record<SectionId, string | undefined>>;

/** Answers made of what the tables show, so that a sentence and a table name the same figures and the same top. */
export function answersOf(periods: Periods, report: Report): Answers {
  const sources = new Sources(periods, report);
  const answers = report.sections.map(({ id, tables }) => {
    const isEmpty = tables.every(({ rows }) => rows.every(({ figures }) => figures.every(({ n }) => n === null)));
    return [id, isEmpty ? undefined : ANSWERS[id](sources).join(" ")];
  });
  return Object.fromEntries(answers);
}

/** The tables of a report, and the words for what is in them. */
class Sources {
  readonly periods: Periods;
  readonly content: Content;
  readonly #tables: Map<TableId, Table>;

  constructor(periods: Periods, { sections }: Report) {
    this.periods = periods;
    this.content = periods.now.content;
    this.#tables = new Map(sections.flatMap(({ tables }) => tables.map((table) => [table.id, table])));
  }

  rows(table: TableId): readonly Row[] {
    return this.#tables.get(table)?.rows ?? [];
  }

  figure(table: TableId, row: Row | undefined, column: Column): Figure {
    const at = this.#tables.get(table)?.columns.indexOf(column) ?? -1;
    return row?.figures[at] ?? TOO_FEW;
  }

  /** A figure in words; that of the row with an id, or of a row. */
  words(table: TableId, row: Row | string | undefined, column: Column): string {
    const found = typeof row === "string" ? this.rows(table).find(({ id }) => id === row) : row;
    const figure = this.figure(table, found, column);
    return figureText(this.content, figure, found ? figureKindOf(column, found) : "count");
  }

  /** The row with the highest known figure in a column, if any. */
  top(table: TableId, column: Column): Row | undefined {
    const of = (row: Row) => this.figure(table, row, column);
    const [first] = this.rows(table).toSorted((a, b) => compareFigures(of(a), of(b)));
    return first && knownNumber(of(first)) !== null ? first : undefined;
  }

  /** What else has the figure of a top. */
  ties(table: TableId, top: Row, column: Column): string[] {
    const { n } = this.figure(table, top, column);
    const same = this.rows(table).filter((row) => knownNumber(this.figure(table, row, column)) === n);
    const others = same.filter((row) => row !== top).map(({ title }) => title);
    return others.length > 0 ? [this.say("tied", { andere: others.join("; ") })] : [];
  }

  say(key: AnswerText, values: Record<string, string> = {}): string {
    return trendText(this.content, `trends.answers.${key}`, values);
  }
}

const ANSWERS: Record<SectionId, (sources: Sources) => string[]> = {
  use: (sources) => {
    const { told } = sources.periods;
    const perWeek = (figure: Figure) => figureText(sources.content, figure, "weekly");
    const values = { rondes: perWeek(walksPerWeek(told)), vragen: perWeek(questionsPerWeek(told)) };
    const top = sources.top("use-by-walk", "started");
    if (!top || told.walks.length === 1) return [sources.say("use", values)];
    const most = { ronde: top.title, aantal: sources.words("use-by-walk", top, "started") };
    return [sources.say("use", values), sources.say("use-top", most)];
  },
  compared: ({ periods }) => [describeUse(periods)],
  stops: (sources) => {
    const top = sources.top("stops", "left");
    if (!top) return [sources.say("stops-none")];
    const [aantal, deel] = [sources.words("stops", top, "left"), sources.words("stops", top, "of-started")];
    return [sources.say("stops", { fase: top.title, aantal, deel }), ...sources.ties("stops", top, "left")];
  },
  unknown: (sources) => {
    const top = sources.top("unknown", "unknown-share");
    const deel = sources.words("unknown", top, "unknown-share");
    const unclear = sources.rows("unknown").filter((row) => sources.figure("unknown", row, "unknown-share").n === null);
    if (!top) return [sources.say("unknown-none")];
    const values = { vraag: top.title, deel, aantal: String(unclear.length) };
    return [sources.say(unclear.length > 0 ? "unknown-some" : "unknown", values)];
  },
  advice: (sources) => {
    const shares = ["nu", "vandaag", "mda"].map((id) => [id, sources.words("advice", id, "of-started")]);
    const [eens, oneens, bespreek] = (["agreed", "disagreed", "discussed"] as const).map((column) =>
      sources.words("advice", "vandaag", column),
    ) as [string, string, string];
    return [
      sources.say("advice", Object.fromEntries(shares)),
      sources.say("advice-agreed", { eens, oneens, bespreek }),
    ];
  },
  mda: (sources) => {
    const share = (row: Row) => sources.figure("mda", row, "of-finished");
    const [top] = sources
      .rows("mda")
      .filter((row) => row.id !== "mda" && knownNumber(share(row)) !== null)
      .sort((a, b) => compareFigures(share(a), share(b)));
    return [
      sources.say("mda", { deel: sources.words("mda", "mda", "of-finished") }),
      ...(top ? [sources.say("mda-top", { signaal: top.title, deel: sources.words("mda", top, "of-finished") })] : []),
      sources.say("mda-note"),
    ];
  },
  unanswered: (sources) => {
    const [all] = sources.rows("unanswered");
    const top = sources.top("missed", "missed");
    return [
      sources.say("unanswered", { deel: sources.words("unanswered", all, "questions-share") }),
      top
        ? sources.say("missed", { onderwerp: top.title, aantal: sources.words("missed", top, "missed") })
        : sources.say("missed-none"),
    ];
  },
  articles: (sources) => {
    const top = sources.top("articles", "shown");
    const helped = sources.say("helped", { deel: sources.words("helped", "ja", "answers-share") });
    if (!top) return [helped];
    const most = { artikel: top.title, aantal: sources.words("articles", top, "shown") };
    return [sources.say("articles", most), ...sources.ties("articles", top, "shown"), helped];
  },
  useful: (sources) => [sources.say("useful", { deel: sources.words("useful", "ja", "answers-share") })],
  safety: (sources) => {
    const danger = sum(sources.rows("danger").map((row) => sources.figure("danger", row, "shown")));
    const [all] = sources.rows("personal-data");
    const gevaar = figureText(sources.content, danger, "count");
    return [sources.say("safety", { gevaar, gegevens: sources.words("personal-data", all, "shown") })];
  },
};

import { describe, expect, test } from "@jest/globals";
import { answersOf } from "../../src/trends/answers.ts";
import { buildReport, periodsOf } from "../../src/trends/build-report.ts";
import type { Filters } from "../../src/trends/filters.ts";
import type { TableId } from "../../src/trends/report.ts";
import type { Counter, Metric } from "../../src/usage/count.ts";
import { isoWeek } from "../../src/usage/iso-week.ts";
import { content } from "../http/trends/support/trends-server.ts";
import { readerOf } from "./support/reader-of.ts";

const NOW = new Date("2026-11-28T12:00:00Z");
const BEFORE = ["2026-05", "2026-06", "2026-07"];
const AFTER = ["2026-08", "2026-09", "2026-10"];

function monthly(months: readonly string[], metric: Metric, value: string, n: number): Counter[] {
  return months.map((month) => ({
    region: "alkmaar",
    week: isoWeek(new Date(`${month}-15T12:00:00Z`)),
    metric,
    value,
    n,
  }));
}

async function read(counters: Counter[], filters: Filters = { period: 3 }) {
  const { published, lastMonth } = await readerOf(counters, { now: NOW })(content);
  const periods = periodsOf(published, { content, filters, lastMonth });
  const report = buildReport(periods, 10);
  const rowsOf = (id: TableId) => report.sections.flatMap(({ tables }) => tables).find((one) => one.id === id)?.rows;
  return { answers: answersOf(periods, report), rowsOf };
}

const walks = [...content.flows.keys()].flatMap((flow) => monthly([...BEFORE, ...AFTER], "walk-started", flow, 800));

describe("the answer in short", () => {
  test("names the figures and the top of its tables", async () => {
    const { answers, rowsOf } = await read([
      ...walks,
      ...monthly(AFTER, "walk-left", "top3/ordenen", 80),
      ...monthly(AFTER, "walk-left", "top3/gevaar", 40),
    ]);
    // Three walks, 2,400 times each, in thirteen weeks.
    const [perWeek] = rowsOf("compared")?.[0]?.figures.slice(1) ?? [];
    expect(perWeek?.n).toBeCloseTo(7200 / 13, -1);
    expect(answers.use).toContain(`Rondes per week: ${String(perWeek?.n).replace(".", ",")} of meer.`);
    const [left, part] = rowsOf("stops")?.[0]?.figures ?? [];
    expect(answers.stops).toContain(`Ordenen (TOP-3). Aantal keer: ${left?.n} `);
    expect(answers.stops).toContain(` ongeveer ${part?.n}%.`);
  });

  test("says that a top is shared, when another has the same number", async () => {
    const [first = "", second = "", third = ""] = [...content.articles.keys()];
    const shown = (id: string, n: number) => monthly(AFTER, "article-shown", id, n);
    const tied = await read([...walks, ...shown(first, 1000), ...shown(second, 1000), ...shown(third, 500)]);
    const alone = await read([...walks, ...shown(first, 1000), ...shown(third, 500)]);
    const isTied = (answer: string | undefined) => answer?.includes("Met hetzelfde getal: ");
    // The noise of three boxes of 1,000 makes them equal or not: the answer must agree with the table.
    const [top, next] = tied.rowsOf("articles") ?? [];
    expect(isTied(tied.answers.articles)).toBe(top?.figures[0]?.n === next?.figures[0]?.n);
    expect(isTied(alone.answers.articles)).toBe(false);
  });

  test("tells that a signal is no fit, and which signal was shown most", async () => {
    const [first, second] = content.signalGroups
      .filter(({ group }) => group === "mda")
      .flatMap(({ signals }) => signals)
      .filter(({ level }) => level === "bespreek");
    const shown = (signal: typeof first, n: number) =>
      monthly(AFTER, "signal-shown", `${signal?.id}/${signal?.level}`, n);
    const { answers } = await read([
      ...walks,
      ...monthly(AFTER, "walk-finished", "mda-check", 700),
      ...monthly(AFTER, "walk-finished", "top3", 700),
      ...monthly(AFTER, "walk-advised", "mda-check/mda", 200),
      ...monthly(AFTER, "walk-advised", "top3/mda", 200),
      ...shown(first, 60),
      ...shown(second, 240),
    ]);
    expect(answers.mda).toContain(`Het meest: "${second?.title}" (ongeveer 1`);
    expect(answers.mda).toContain("Een signaal zegt nog niet dat MDA++ past.");
  });

  test("claims no top of all questions while the share of others cannot be told", async () => {
    const { answers } = await read([
      ...walks,
      ...monthly(AFTER, "question-unknown", "hoe-vaak", 200),
      ...monthly(AFTER, "question-known", "hoe-vaak", 800),
    ]);
    expect(answers.unknown).toMatch(/^Van de vragen waarvan het te zeggen is, het vaakst: "Hoe vaak gebeurt het\?"/);
  });

  test("is absent where nothing of the question can be seen", async () => {
    const { answers } = await read(walks);
    expect(answers.use).toBeDefined();
    expect([answers.articles, answers.useful, answers.safety]).toEqual([undefined, undefined, undefined]);
  });
});

describe("before and after, by question and by phase", () => {
  const answered = (id: string, [before, after]: [number, number]) => [
    ...monthly(BEFORE, "question-unknown", id, before),
    ...monthly(BEFORE, "question-known", id, 1000 - before),
    ...monthly(AFTER, "question-unknown", id, after),
    ...monthly(AFTER, "question-known", id, 1000 - after),
  ];

  test("stand beside each other as shares", async () => {
    const { rowsOf } = await read([
      ...walks,
      ...answered("hoe-vaak", [400, 200]),
      ...monthly(BEFORE, "walk-left", "top3/ordenen", 240),
      ...monthly(AFTER, "walk-left", "top3/ordenen", 80),
    ]);
    const shares = (id: TableId, row: string) =>
      rowsOf(id)
        ?.find((one) => one.id === row)
        ?.figures.map(({ n }) => n);
    // A share is at most five points off.
    const expectNear = (found: unknown[] | undefined, real: number[]) =>
      real.forEach((share, at) => {
        expect(found?.[at]).toBeCloseTo(share, -1);
      });
    expectNear(shares("compared-unknown", "hoe-vaak"), [40, 20]);
    expectNear(shares("compared-stops", "top3/ordenen"), [30, 10]);
  });

  test("say nothing of a question of which either is hidden", async () => {
    const { rowsOf } = await read([...walks, ...answered("hoe-vaak", [0, 200]).filter(({ n }) => n !== 1000)]);
    const row = rowsOf("compared-unknown")?.find(({ id }) => id === "hoe-vaak");
    expect(row?.figures.map(({ n }) => n)).toEqual([null, null]);
    expect(rowsOf("unknown")?.find(({ id }) => id === "hoe-vaak")?.figures[0]?.n).toBeCloseTo(20, -1);
  });
});

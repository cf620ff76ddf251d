import { DANGER_LEVELS } from "../../content/schema/danger.ts";
import { type Counter, type Metric, NO_VALUE } from "../../usage/count.ts";
import type { Habits, QuestionHabit } from "./habits.ts";
import { binomial, divide, type Random } from "./random.ts";

/** One region in one week. */
export interface Cell {
  region: string;
  week: string;
  /** Walks that were started. */
  uses: number;
  /** How often "weet ik niet" is chosen and signals are shown, against the habit. */
  unknownFactor: number;
  signalFactor: number;
}

const REACTIONS = ["eens", "niet-eens", "bespreek-ik"];

/** The counters of one cell, drawn as counts: a million uses take as long as a thousand. */
export function inventWeek(habits: Habits, cell: Cell, random: Random): Counter[] {
  const counts = new Map<string, Counter>();
  const count = (metric: Metric, value: string, n: number): void => {
    if (n === 0) return;
    const key = `${metric} ${value}`;
    const { region, week } = cell;
    counts.set(key, { region, week, metric, value, n: n + (counts.get(key)?.n ?? 0) });
  };
  const draw = (n: number, chance: number): number => binomial(random, n, chance);
  const started = divide(
    random,
    cell.uses,
    habits.flows.map(({ weight }) => weight),
  );
  const finished = habits.flows.map((flow, index) => walkFlow(flow, started[index] ?? 0, cell, { count, draw }));
  countResults(
    habits,
    finished.reduce((sum, n) => sum + n, 0),
    cell,
    { count, draw, random },
  );
  countTyped(habits, cell.uses, { count, draw, random });
  return [...counts.values()];
}

interface Tools {
  count(metric: Metric, value: string, n: number): void;
  draw(n: number, chance: number): number;
}

/** Returns how many come to the end. */
function walkFlow({ flow, phases }: Habits["flows"][number], started: number, cell: Cell, tools: Tools): number {
  tools.count("walk-started", flow.id, started);
  let walking = started;
  for (const { id, stops, questions } of phases) {
    for (const question of questions) answer(question, walking, cell, tools);
    const stopped = tools.draw(walking, stops);
    tools.count("walk-stopped", `${flow.id}/${id}`, stopped);
    walking -= stopped;
  }
  tools.count("walk-finished", flow.id, walking);
  return walking;
}

function answer(
  { id, asked, unknown, back }: QuestionHabit,
  walking: number,
  cell: Cell,
  { count, draw }: Tools,
): void {
  const answered = draw(walking, asked);
  const unknowns = draw(answered, unknown * cell.unknownFactor);
  count("question-unknown", id, unknowns);
  count("question-known", id, answered - unknowns);
  count("question-back", id, draw(answered, back));
}

function countResults(
  habits: Habits,
  finished: number,
  cell: Cell,
  { count, draw, random }: Tools & { random: Random },
) {
  for (const { signal, shown, reacts, reactions } of habits.signals) {
    const n = draw(finished, shown * cell.signalFactor);
    count("signal-shown", `${signal.id}/${signal.level}`, n);
    for (const link of signal.links) count("link-offered", link, n);
    const parts = divide(random, draw(n, reacts), reactions);
    for (const [index, reaction] of REACTIONS.entries()) {
      count("signal-reaction", `${signal.id}/${reaction}`, parts[index] ?? 0);
    }
  }
  const useful = draw(finished, 0.3);
  const yes = draw(useful, 0.8);
  count("useful", "ja", yes);
  count("useful", "nee", useful - yes);
}

function countTyped(habits: Habits, uses: number, { count, draw, random }: Tools & { random: Random }): void {
  const typed = draw(uses, 0.6);
  const unanswered = draw(typed, 0.12);
  count("question-unanswered", NO_VALUE, unanswered);
  const weights = habits.articles.map(({ weight }) => weight);
  const parts = divide(random, typed - unanswered, weights);
  for (const [index, { id, link }] of habits.articles.entries()) {
    count("article-shown", id, parts[index] ?? 0);
    if (link) count("link-offered", link, parts[index] ?? 0);
  }
  for (const level of DANGER_LEVELS) count("danger-typed", level, draw(uses, 0.008));
  count("personal-data-seen", NO_VALUE, draw(uses, 0.02));
}

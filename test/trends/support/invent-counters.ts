import type { Content } from "../../../src/content/content.ts";
import { type Counter, type Metric, NO_REGION, NO_VALUE } from "../../../src/usage/count.ts";
import { isoWeek } from "../../../src/usage/iso-week.ts";

const WEEK_MS = 7 * 86_400_000;

/** How busy each region is; the last two are small. */
const BUSY = [9, 6, 4, 1, 0.3, 0.5];

/** Invented use of the last `weeks` weeks, the same each time, growing slowly. */
export function inventCounters(content: Content, now: Date, weeks: number): Counter[] {
  const regions = [...content.regions.keys(), NO_REGION];
  const flows = [...content.flows.values()];
  const questions = [...content.questions.keys()];
  const signals = content.signalGroups.flatMap((group) => group.signals);
  const counters: Counter[] = [];
  for (let age = 0; age < weeks; age += 1) {
    const week = isoWeek(new Date(now.getTime() - age * WEEK_MS));
    for (const [index, region] of regions.entries()) {
      const scale = (BUSY[index] ?? 1) * (1 - age / (2 * weeks));
      const add = (metric: Metric, value: string, part: number) => {
        const n = Math.round(scale * part + ((age * 7 + index * 3 + value.length) % 3) - 1);
        if (n > 0) counters.push({ region, week, metric, value, n });
      };
      for (const [i, flow] of flows.entries()) {
        add("walk-started", flow.id, 3 - i);
        add("walk-finished", flow.id, 2 - 0.8 * i);
        for (const [j, phase] of flow.phases.entries()) add("walk-stopped", `${flow.id}/${phase.id}`, 0.6 / (j + 1));
      }
      for (const [i, question] of questions.entries()) {
        add("question-known", question, 2);
        add("question-unknown", question, (i % 5) / 4);
        add("question-back", question, 0.2);
      }
      for (const [i, { id, level }] of signals.entries()) {
        add("signal-shown", `${id}/${level}`, 1 / (i + 1));
        add("signal-reaction", `${id}/eens`, 0.5 / (i + 1));
        add("signal-reaction", `${id}/niet-eens`, 0.2 / (i + 1));
      }
      for (const [i, id] of [...content.articles.keys()].entries()) add("article-shown", id, 2 / (i + 1));
      add("question-unanswered", NO_VALUE, 0.7);
      add("useful", "ja", 1);
      add("useful", "nee", 0.3);
      add("danger-typed", "nu", 0.3);
      add("personal-data-seen", NO_VALUE, 0.2);
    }
  }
  return counters;
}

import type { Counter } from "../usage/count.ts";
import { monthOfWeek } from "../usage/iso-week.ts";
import type { ProtectionRules } from "./protect-month.ts";
import { PublishedMonth } from "./published-month.ts";

export interface PublishingRules extends ProtectionRules {
  /** The month of the week that is going on, as `2026-02`. */
  runningMonth: string;
  /** Also publish the running month. Only for trying out: who asks twice sees what came in between. */
  includeRunning: boolean;
}

/** What may be seen of these counters, month by month, from old to new. */
export function publish(counters: readonly Counter[], rules: PublishingRules): PublishedMonth[] {
  const byWeek = Map.groupBy(counters, ({ week }) => week);
  const byMonth = Map.groupBy(byWeek, ([week]) => monthOfWeek(week));
  return [...byMonth]
    .filter(([month]) => isOpen(month, rules))
    .map(
      ([month, weeks]) =>
        new PublishedMonth(
          month,
          weeks.flatMap(([, inWeek]) => inWeek),
          rules,
        ),
    )
    .sort((a, b) => a.month.localeCompare(b.month));
}

function isOpen(month: string, { runningMonth, includeRunning }: PublishingRules): boolean {
  return month < runningMonth || (includeRunning && month === runningMonth);
}

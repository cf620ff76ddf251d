import type { DatabaseSync } from "node:sqlite";
import type { Counter } from "../../usage/count.ts";

const COUNT = `INSERT INTO counter (region, week, metric, value, n)
  SELECT value ->> 'region', value ->> 'week', value ->> 'metric', value ->> 'value', value ->> 'n'
  FROM json_each(:counters) WHERE true
  ON CONFLICT DO UPDATE SET n = n + excluded.n`;

/** Makes what adds counters to those that are kept: one statement, so all of them or none. */
export function prepareCount(db: DatabaseSync): (counters: readonly Counter[]) => void {
  const count = db.prepare(COUNT);
  return (counters) => {
    if (counters.length > 0) count.run({ counters: JSON.stringify(counters) });
  };
}

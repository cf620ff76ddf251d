import type { Content } from "../content/content.ts";
import { choiceName } from "./choice-name.ts";
import { ALL } from "./filters.ts";
import { periodTitle } from "./period-name.ts";
import type { Report, Table, TableId } from "./report.ts";

/** Tables whose figures are not counted by walk: the filter of the walk does not narrow them. */
const OF_ALL_WALKS: ReadonlySet<TableId> = new Set([
  "signals",
  "mda",
  "unanswered",
  "articles",
  "useful",
  "danger",
  "personal-data",
]);

/** What was chosen, for a reader who does not see the filters: the period, the region and the walk; of one table, if given. */
export function choiceNames(content: Content, { months, filters }: Report, table?: Table): [string, string, string] {
  const { region = ALL, walk = ALL } = filters;
  const isOfAll = table !== undefined && OF_ALL_WALKS.has(table.id);
  return [
    periodTitle(content, table?.months ?? months),
    choiceName(content, "region", region),
    choiceName(content, "walk", isOfAll ? ALL : walk),
  ];
}

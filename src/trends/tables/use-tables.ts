import { NO_REGION } from "../../usage/count.ts";
import { monthName, shortMonthName } from "../months.ts";
import { OTHER_REGIONS } from "../protect-month.ts";
import { regionName } from "../region-name.ts";
import type { Row, Table } from "../report.ts";
import type { Selection } from "../selection.ts";

const COLUMNS: Table["columns"] = ["started", "finished"];

/** Walks started and finished in each month of the period. */
export function useByMonth(selection: Selection): Table {
  const rows = selection.months.map((month) => ({
    ...row(month, monthName(month), (metric) => selection.total(metric, selection.walks, { month })),
    label: shortMonthName(month),
  }));
  return { id: "use-by-month", columns: COLUMNS, rows, omitsHidden: false };
}

/** The same for each kind of walk, over the whole period. */
export function useByWalk(selection: Selection): Table {
  const rows = selection.walks.map((walk) =>
    row(walk, selection.content.flows.get(walk)?.title ?? walk, (metric) => selection.count(metric, walk)),
  );
  return { id: "use-by-walk", columns: COLUMNS, rows, omitsHidden: false };
}

/** The same for each region, over the whole period. */
export function useByRegion(selection: Selection): Table {
  const { content, filters } = selection;
  const known = [...content.regions.keys(), NO_REGION];
  const others = [...selection.publishedRegions()].filter((id) => !known.includes(id) && id !== OTHER_REGIONS).sort();
  const ids = filters.region === undefined ? [...known, ...others, OTHER_REGIONS] : [filters.region];
  const rows = ids.map((region) =>
    row(region, regionName(content, region), (metric) => selection.total(metric, selection.walks, { region })),
  );
  return { id: "use-by-region", columns: COLUMNS, rows, omitsHidden: false };
}

type UseMetric = "walk-started" | "walk-finished";

function row(id: string, title: string, count: (metric: UseMetric) => Row["figures"][number]): Row {
  return { id, title, figures: [count("walk-started"), count("walk-finished")] };
}

import { FILTER_NAMES, type Filters, parseFilters } from "../../trends/filters.ts";
import { messageView } from "../views/menu-view.ts";
import type { View } from "../views/view.ts";
import type { Session } from "./session.ts";

/** What the choice sets of the trends card carry. */
interface Choice {
  period?: string | undefined;
  region?: string | undefined;
}

/** The trends card, for who may see it. */
export function showTrends(session: Session, choice: Choice): View | undefined {
  if (!session.maySeeTrends) return messageView(session.content, "trends.refused.title", "trends.refused.text");
  session.sayTrends(filtersOf(session, choice));
  return undefined;
}

/** Asks for the trends card each month, or no longer; the card then says so. */
export function setMonthly(session: Session, { on, ...choice }: Choice & { on: boolean }): View | undefined {
  if (session.maySeeTrends) session.setMonthly({ on, filters: filtersOf(session, choice) });
  return showTrends(session, choice);
}

/** A choice that no longer exists gets the usual one. */
function filtersOf({ content }: Session, { period = "", region = "" }: Choice): Filters {
  const query = new URLSearchParams({ [FILTER_NAMES.period]: period, [FILTER_NAMES.region]: region });
  return parseFilters(query, content).filters;
}

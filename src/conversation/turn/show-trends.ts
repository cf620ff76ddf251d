import { FILTER_NAMES, parseFilters } from "../../trends/filters.ts";
import { messageView } from "../views/menu-view.ts";
import type { View } from "../views/view.ts";
import type { Session } from "./session.ts";

/** What the choice sets of the trends card carry. */
interface Choice {
  period?: string | undefined;
  region?: string | undefined;
}

/** The trends card, for who may see it. A choice that no longer exists gets the usual one. */
export function showTrends(session: Session, { period = "", region = "" }: Choice): View | undefined {
  if (!session.maySeeTrends) return messageView(session.content, "trends.refused.title", "trends.refused.text");
  const query = new URLSearchParams({ [FILTER_NAMES.period]: period, [FILTER_NAMES.region]: region });
  session.sayTrends(parseFilters(query, session.content).filters);
  return undefined;
}

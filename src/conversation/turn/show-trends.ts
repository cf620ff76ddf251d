import { FILTER_NAMES, parseFilters } from "../../trends/filters.ts";
import { sameCard } from "../views/menu-view.ts";
import { sentence } from "../views/sentence.ts";
import type { MessageView } from "../views/view.ts";
import type { Session } from "./session.ts";

/** What a click on the trends card, or on its button in a menu, carries. */
interface Choice {
  period?: string | undefined;
  region?: string | undefined;
  /** The menu-like card with the button: that one stays. */
  card?: string | undefined;
}

/** The trends card by a click: below a menu, or in the place of an earlier trends card. */
export function clickTrends(session: Session, { card, ...choice }: Choice): void {
  if (card !== undefined) session.replace(sameCard(session, card));
  show(session, choice, card === undefined);
}

/** The trends card by a typed word. */
export function typeTrends(session: Session): void {
  show(session, {}, false);
}

/** A choice that no longer exists gets the usual one. */
function show(session: Session, { period = "", region = "" }: Choice, replace: boolean): void {
  if (session.maySeeTrends) {
    const query = new URLSearchParams({ [FILTER_NAMES.period]: period, [FILTER_NAMES.region]: region });
    session.showTrends(parseFilters(query, session.content).filters, replace);
  } else if (replace) session.replace(refused(session));
  else session.send(refused(session));
}

function refused({ content }: Session): MessageView {
  const [title, text] = [sentence(content, "trends.refused.title"), sentence(content, "trends.refused.text")];
  return { card: "message", title, text };
}

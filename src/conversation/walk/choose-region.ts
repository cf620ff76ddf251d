import type { Session } from "../turn/session.ts";
import { regionView, sameCard } from "../views/menu-view.ts";
import type { View } from "../views/view.ts";
import { walkView } from "./walk-view.ts";

/** Without a choice the region stays as it was; without any, the general route is used. */
export function chooseRegion(session: Session, wanted = session.state.region ?? "andere-regio"): View {
  const region = session.content.regions.get(wanted);
  if (!region) return regionView(session, session.notice("notice.region-unknown"));
  session.state = { ...session.state, region: region.id };
  const notice = session.notice("notice.region-chosen", { regio: region.title });
  return session.open ? walkView(session, notice) : regionView(session, notice);
}

/** The region from the welcome card, which stays; without one it is not asked again. */
export function welcomeRegion(session: Session, card: string, wanted = ""): View {
  const region = session.content.regions.get(wanted);
  if (region === undefined) {
    session.state = { ...session.state, regionAsked: true };
    return sameCard(session, card);
  }
  session.state = { ...session.state, region: region.id };
  return sameCard(session, card, session.notice("notice.region-chosen", { regio: region.title }));
}

import type { Content } from "../../content/content.ts";
import type { DangerVerdict } from "../../danger/danger-check.ts";
import type { Session } from "../turn/session.ts";
import { dangerAbout } from "./danger-about.ts";
import { type SentenceKey, sentence } from "./sentence.ts";
import type {
  CardName,
  CaseView,
  DangerTypedView,
  MenuView,
  MessageView,
  PhasesView,
  RegionView,
  View,
} from "./view.ts";

const MENU_CARDS: readonly CardName[] = ["welcome", "menu", "help", "privacy"];

/** The name under which a danger card is asked for again. */
const DANGER_CARD = /^danger-typed-(nu|vandaag|twijfel)(?:-(zelf|werker|zelfdoding))?$/;

/** The same for everybody: it is sent before anything is known of the conversation. Undefined when there is no danger. */
export function dangerView({ level, signs }: DangerVerdict): DangerTypedView | undefined {
  return level === "geen" ? undefined : { card: "danger-typed", level, about: dangerAbout(signs) };
}

/** A card with one message and the way on. */
export function messageView(content: Content, title: SentenceKey, text: SentenceKey): MessageView {
  return { card: "message", title: sentence(content, title), text: sentence(content, text) };
}

/** The way to safety for who tells about a case. */
export function caseView(session: Session): CaseView {
  return { card: "case", openWalk: session.isWalking };
}

export function menuView(session: Session, card: MenuView["card"], notice = ""): MenuView {
  const regions = card === "welcome" ? regionsToAsk(session) : [];
  return { card, openWalk: session.open !== undefined, trends: session.maySeeTrends, regions, notice };
}

/** The region is asked once, with the welcome: it says where something is used, and how MDA++ goes there. */
function regionsToAsk({ state, content }: Session): MenuView["regions"] {
  if (state.region !== undefined || state.regionAsked) return [];
  return [...content.regions.values()].map(({ id, title }) => ({ id, title }));
}

export function phasesView(session: Session): PhasesView {
  const flow = session.content.flows.get("top3");
  return { card: "phases", flow: "top3", phases: (flow?.phases ?? []).map(({ id, title }) => ({ id, title })) };
}

export function regionView(session: Session, notice = ""): RegionView {
  const regions = [...session.content.regions.values()].map(({ id, title }) => ({
    id,
    title,
    chosen: id === session.state.region,
  }));
  return { card: "region", forResult: session.open !== undefined && !session.isWalking, regions, notice };
}

/** The menu-like card by its name, as it was before the click. */
export function sameCard(session: Session, name: string | undefined, notice = ""): View {
  if (name === "phases") return phasesView(session);
  if (name === "case") return caseView(session);
  const [isDanger, level, about = ""] = DANGER_CARD.exec(name ?? "") ?? [];
  if (isDanger) return { card: "danger-typed", level, about } as DangerTypedView;
  return menuView(
    session,
    (MENU_CARDS.find((card) => card === name) as MenuView["card"] | undefined) ?? "menu",
    notice,
  );
}

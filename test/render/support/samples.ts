import { type CardNode, cardNodes } from "../../../src/check/cards/card-nodes.ts";
import type { Content } from "../../../src/content/content.ts";
import type { CardName, View } from "../../../src/conversation/views/view.ts";
import { realContent } from "../../support/real-content.ts";

/** The real content; what this room needs of it is there also while other files hold mistakes. */
export const content: Content = await realContent();

type ViewOf<Name extends CardName> = Extract<View, { card: Name }>;

/** The sample of a card, with other values for some of its fields. */
export function sample<Name extends CardName>(card: Name, fields: Partial<ViewOf<Name>> = {}): ViewOf<Name> {
  return { ...(content.cards.get(card)?.sample as ViewOf<Name>), ...fields };
}

/** The elements of a card of which `type` starts with `type`, from top to bottom. */
export function nodesOf(card: unknown, type: string): CardNode[] {
  return cardNodes(card)
    .map(({ node }) => node)
    .filter((node) => String(node.type).startsWith(type));
}

/** What each button sends: the verb and the data of every Action.Execute. */
export function sentBy(card: unknown): CardNode[] {
  return nodesOf(card, "Action.Execute").map(({ verb, data }) => ({ verb, ...(data as object) }));
}

export function textsOf(card: unknown): unknown[] {
  return nodesOf(card, "TextBlock").map(({ text }) => text);
}

import { NUMBER_LINES, NUMBERS_ON_CARD, namesNumber } from "../content/floor/numbers.ts";

type Card = Record<string, unknown>;

/** The part of a danger card that stands in for what content or card should have said. Not counted as theirs. */
const FLOOR_ID = "floor";

/** A danger card with the numbers on top that it lacks; a card of those alone when there is none. */
export function keepFloor(card: Card | undefined, name: string): Card {
  const missing = card ? missingNumbers(card, name) : (NUMBERS_ON_CARD[name] ?? []);
  if (card && missing.length === 0) return card;
  const body = Array.isArray(card?.body) ? card.body : [];
  return { ...EMPTY_CARD, ...card, body: [floorOf(missing), ...body] };
}

const EMPTY_CARD = { type: "AdaptiveCard", version: "1.5", lang: "nl" };

function floorOf(numbers: readonly string[]): Card {
  const items = numbers.map((number) => ({
    type: "TextBlock",
    text: NUMBER_LINES[number],
    size: "ExtraLarge",
    weight: "Bolder",
    wrap: true,
  }));
  return { type: "Container", id: FLOOR_ID, style: "attention", items };
}

/** The numbers that must be on this card and are not to be seen on it. */
export function missingNumbers(card: unknown, name: string): string[] {
  const shown = visibleText(card);
  return (NUMBERS_ON_CARD[name] ?? []).filter((number) => !namesNumber(shown, number));
}

/** What can be read on a card without a click. */
function visibleText(node: unknown): string {
  if (Array.isArray(node)) return node.map(visibleText).join("\n");
  if (typeof node !== "object" || node === null) return "";
  const { type, id, text, isVisible, ...rest } = node as Card;
  if (isVisible === false || id === FLOOR_ID || String(type).startsWith("Action.")) return "";
  const own = type === "TextBlock" && typeof text === "string" ? text : "";
  return [own, ...Object.values(rest).map(visibleText)].join("\n");
}

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

/**
 * What can be read on a card without a click, by every reader: a part with any property that is not known to leave it in
 * sight (`isVisible`, `targetWidth`, `requires`, `maxLines` and what is yet to be invented) may be hidden from somebody.
 */
function visibleText(node: unknown): string {
  if (Array.isArray(node)) return node.map(visibleText).join("\n");
  if (typeof node !== "object" || node === null) return "";
  const card = node as Card;
  if (card.id === FLOOR_ID || !Object.entries(card).every(([key, value]) => staysInSight(key, value))) return "";
  if (card.type === "TextBlock") return card.wrap === true ? withoutAddresses(String(card.text)) : "";
  return ["body", "items", "columns"].map((key) => visibleText(card[key])).join("\n");
}

/** Properties that never take a part of a card, or the end of its text, out of sight. */
const HARMLESS = new Set(
  "$schema type version lang fallbackText body items columns id text size weight style color isSubtle wrap spacing separator horizontalAlignment verticalContentAlignment minHeight bleed selectAction refresh".split(
    " ",
  ),
);

function staysInSight(key: string, value: unknown): boolean {
  if (key === "isVisible") return value === true;
  if (key === "width") return value === "auto" || value === "stretch" || Number(value) > 0;
  return HARMLESS.has(key);
}

/** Of "[bel](tel:112)" only "[bel]" is seen. */
function withoutAddresses(markdown: string): string {
  return markdown.replace(/\]\([^)]*\)/g, "]");
}

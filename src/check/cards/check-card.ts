import { type CardNode, cardNodes, type PlacedNode } from "./card-nodes.ts";
import { CARD_RULES, type CardProblem } from "./card-rules.ts";

/** Universal Actions need 1.4; Teams advises 1.5, and newer is not shown on phones. */
const VERSION = "1.5";

/** Teams refuses messages of about 28 kB; the rest is for what Teams adds (design, "Dependencies"). */
const MAX_BYTES = 20 * 1024;

/** Something in a card, such as `body[2].actions[0]`, or `kaart`, that is not as it should be. */
export interface PlacedProblem extends CardProblem {
  path: string;
}

/** The structural rules for an expanded card: what breaks them, in Dutch for programme staff. Empty when it is good. */
export function checkCard(card: unknown): PlacedProblem[] {
  const placed = cardNodes(card);
  if (placed[0]?.node !== card) return [ofCard("dit is geen kaart", 'Begin met { "type": "AdaptiveCard" }.')];
  return [...wholeCard(card as CardNode), ...leftovers(card), ...ids(placed), ...elements(placed)];
}

function ofCard(what: string, fix: string): PlacedProblem {
  return { path: "kaart", what, fix };
}

function wholeCard(card: CardNode): PlacedProblem[] {
  const { type, version, lang } = card;
  const bytes = Buffer.byteLength(JSON.stringify(card));
  return [
    ...(type === "AdaptiveCard" ? [] : [ofCard('"type" klopt niet', 'Zet "type": "AdaptiveCard".')]),
    ...(version === VERSION ? [] : [ofCard('"version" klopt niet', `Zet "version": "${VERSION}".`)]),
    ...(lang === "nl" ? [] : [ofCard("een schermlezer weet de taal niet", 'Zet "lang": "nl" erbij.')]),
    ...(bytes < MAX_BYTES ? [] : [ofCard(`${bytes} bytes is te groot voor Teams`, `Blijf onder ${MAX_BYTES}.`)]),
  ];
}

/** A placeholder without data stays in the card, silently. */
function leftovers(value: unknown, path = ""): PlacedProblem[] {
  if (typeof value === "string") {
    const fix = "Controleer de naam tussen de accolades.";
    return value.includes("${") ? [{ path, what: `niet ingevuld: ${value}`, fix }] : [];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => leftovers(child, join(path, key, Array.isArray(value))));
}

function join(path: string, key: string, inList: boolean): string {
  if (inList) return `${path}[${key}]`;
  return path === "" ? key : `${path}.${key}`;
}

function ids(placed: PlacedNode[]): PlacedProblem[] {
  const all = placed.map(({ node }) => node.id).filter((id) => id !== undefined);
  const twice = all.filter((id, index) => all.indexOf(id) !== index);
  const lost = placed
    .flatMap(({ node }) => (Array.isArray(node.targetElements) ? node.targetElements : []))
    .filter((target) => !all.includes(target));
  return [
    ...twice.map((id) => ofCard(`"id": "${id}" staat er twee keer in`, "Geef elk deel een eigen id.")),
    ...lost.map((id) => ofCard(`een knop wil "${id}" tonen, maar dat deel is er niet`, 'Controleer "targetElements".')),
  ];
}

function elements(placed: PlacedNode[]): PlacedProblem[] {
  return placed.flatMap((one) =>
    CARD_RULES.map((rule) => rule(one))
      .filter((problem) => problem !== undefined)
      .map((problem) => ({ path: one.path || "kaart", ...problem })),
  );
}

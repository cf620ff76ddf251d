import { type CardNode, cardNodes, type PlacedNode } from "./card-nodes.ts";
import { CARD_RULES } from "./card-rules.ts";

/** Universal Actions need 1.4; Teams advises 1.5, and newer is not shown on phones. */
const VERSION = "1.5";

/** Teams refuses messages of about 28 kB; the rest is for what Teams adds (design, "Dependencies"). */
const MAX_BYTES = 20 * 1024;

/**
 * The structural rules for an expanded card. Returns one line per mistake, in Dutch for programme staff, as
 * `place in the card: what is wrong; how to mend it`. Empty when the card is good.
 */
export function checkCard(card: unknown): string[] {
  const placed = cardNodes(card);
  if (placed[0]?.node !== card) return ['kaart: dit is geen kaart; begin met { "type": "AdaptiveCard" }'];
  return [...wholeCard(card as CardNode), ...leftovers(card), ...ids(placed), ...elements(placed)];
}

function wholeCard(card: CardNode): string[] {
  const bytes = Buffer.byteLength(JSON.stringify(card));
  return [
    card.type === "AdaptiveCard" ? "" : 'kaart: "type" klopt niet; zet "type": "AdaptiveCard"',
    card.version === VERSION ? "" : `kaart: "version" klopt niet; zet "version": "${VERSION}"`,
    card.lang === "nl" ? "" : 'kaart: een schermlezer weet de taal niet; zet "lang": "nl" erbij',
    bytes < MAX_BYTES ? "" : `kaart: ${bytes} bytes is te groot voor Teams; blijf onder ${MAX_BYTES}`,
  ].filter((line) => line !== "");
}

/** A placeholder without data stays in the card, silently. */
function leftovers(value: unknown, path = ""): string[] {
  if (typeof value === "string") {
    return value.includes("${") ? [`${path}: niet ingevuld: ${value}; controleer de naam tussen de accolades`] : [];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => leftovers(child, join(path, key, Array.isArray(value))));
}

function join(path: string, key: string, inList: boolean): string {
  if (inList) return `${path}[${key}]`;
  return path === "" ? key : `${path}.${key}`;
}

function ids(placed: PlacedNode[]): string[] {
  const all = placed.map(({ node }) => node.id).filter((id) => id !== undefined);
  const twice = all.filter((id, index) => all.indexOf(id) !== index);
  const lost = placed
    .flatMap(({ node }) => (Array.isArray(node.targetElements) ? node.targetElements : []))
    .filter((target) => !all.includes(target));
  return [
    ...twice.map((id) => `kaart: "id": "${id}" staat er twee keer in; geef elk deel een eigen id`),
    ...lost.map((id) => `kaart: een knop wil "${id}" tonen, maar dat deel is er niet; controleer "targetElements"`),
  ];
}

function elements(placed: PlacedNode[]): string[] {
  return placed.flatMap((one) =>
    CARD_RULES.map((rule) => rule(one))
      .filter((problem) => problem !== undefined)
      .map((problem) => `${one.path || "kaart"}: ${problem}`),
  );
}

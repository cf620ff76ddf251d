import { isDeepStrictEqual } from "node:util";
import type { CardNode, PlacedNode } from "./card-nodes.ts";

/** `what is wrong; how to mend it` for one element; undefined when nothing is. */
type Rule = (placed: PlacedNode) => string | undefined;

/** What version 1.5 offers and every Teams client shows. Table, Badge and the like are cut off on phones. */
const TYPES = [
  "AdaptiveCard",
  "Container",
  "ColumnSet",
  "Column",
  "TextBlock",
  "ActionSet",
  "Input.ChoiceSet",
  "Action.Execute",
  "Action.Submit",
  "Action.ToggleVisibility",
  "Action.OpenUrl",
];

/** Longer titles do not fit a phone, and Teams cuts a button's title off (msteams-docs issue 5004). */
const MAX_TITLE = 35;

/** The edges of a button, in characters: a row of buttons is as wide as one button with the longest title. */
const EDGES = 4;

const isFilled = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";
const listOf = (value: unknown): CardNode[] => (Array.isArray(value) ? value : []);
const isAction = (node: CardNode): boolean => String(node.type).startsWith("Action.");
const isInput = (node: CardNode): boolean => String(node.type).startsWith("Input.");
/** Only newer clients draw charts; the others show the fallback. */
const isChart = (node: CardNode): boolean => String(node.type).startsWith("Chart.") && node.fallback !== undefined;
const isRefresh = (path: string): boolean => path.startsWith("refresh");

/** A part of the card that is clicked as a whole: its title is not drawn, only read out loud. */
const isWholePart = (path: string): boolean => /\.selectAction(\.fallback)?$/.test(path);

function knownType({ node }: PlacedNode): string | undefined {
  if (TYPES.includes(String(node.type)) || isChart(node)) return undefined;
  return `"${node.type}" wordt niet op elk toestel getoond; gebruik een van: ${TYPES.join(", ")}`;
}

function textBlock({ node }: PlacedNode): string | undefined {
  if (node.type !== "TextBlock") return undefined;
  if (!isFilled(node.text)) return 'lege tekst; vul "text" of laat het blok weg met "$when"';
  return node.wrap === true ? undefined : 'lange tekst valt weg; zet "wrap": true erbij';
}

function actionTitle({ node, path }: PlacedNode): string | undefined {
  if (!isAction(node) || isRefresh(path)) return undefined;
  if (!isFilled(node.title)) return 'knop zonder tekst; vul "title"';
  if (node.title.length <= MAX_TITLE || isWholePart(path)) return undefined;
  return `"${node.title}" past niet op een telefoon; maak de knop hooguit ${MAX_TITLE} tekens lang`;
}

function execute({ node, path }: PlacedNode): string | undefined {
  if (node.type !== "Action.Execute") return undefined;
  if (!isFilled(node.verb)) return 'Teams weigert een knop zonder "verb"; vul "verb"';
  if (isRefresh(path)) return undefined;
  const { type, data } = (node.fallback ?? {}) as CardNode;
  const expected = { verb: node.verb, ...(node.data as object) };
  if (type === "Action.Submit" && isDeepStrictEqual(data, expected)) return undefined;
  return 'een oude versie van Teams verstuurt iets anders; laat "fallback" weg, die komt er vanzelf bij';
}

function input({ node }: PlacedNode): string | undefined {
  if (!isInput(node)) return undefined;
  if (!isFilled(node.id)) return 'invoer zonder naam; vul "id"';
  if (!isFilled(node.label)) return 'een schermlezer heeft een "label" nodig; vul "label"';
  return node.isRequired === true && !isFilled(node.errorMessage)
    ? 'verplicht zonder uitleg; vul "errorMessage"'
    : undefined;
}

function choices({ node }: PlacedNode): string | undefined {
  if (node.type !== "Input.ChoiceSet") return undefined;
  const all = listOf(node.choices);
  const complete = all.every((choice) => isFilled(choice.title) && isFilled(choice.value));
  if (all.length === 0 || !complete) return 'een keuze zonder tekst of waarde; vul "title" en "value"';
  return node.wrap === true ? undefined : 'lange keuzes vallen weg; zet "wrap": true erbij';
}

function columns({ node }: PlacedNode): string | undefined {
  const automatic = listOf(node.columns).filter((column) => column.width === "auto");
  return automatic.length > 1
    ? 'op een telefoon valt een kolom weg; geef hooguit één kolom "width": "auto"'
    : undefined;
}

function actionSet({ node }: PlacedNode): string | undefined {
  if (node.type !== "ActionSet") return undefined;
  const titles = listOf(node.actions).map(({ title }) => String(title));
  if (titles.length === 0) return 'rij zonder knoppen; laat hem weg met "$when"';
  const width = titles.reduce((sum, title) => sum + title.length + EDGES, 0);
  if (titles.length === 1 || width <= MAX_TITLE + EDGES) return undefined;
  return `"${titles.join('", "')}" past niet naast elkaar op een telefoon; zet ze in meer dan één ActionSet`;
}

function container({ node }: PlacedNode): string | undefined {
  if (node.type !== "Container" || listOf(node.items).length > 0) return undefined;
  return 'leeg vak; laat het weg met "$when"';
}

/** The rules for one element of a card. */
export const CARD_RULES: readonly Rule[] = [
  knownType,
  textBlock,
  actionTitle,
  execute,
  input,
  choices,
  columns,
  actionSet,
  container,
];

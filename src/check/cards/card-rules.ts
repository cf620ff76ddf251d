import { isDeepStrictEqual } from "node:util";
import type { CardNode, PlacedNode } from "./card-nodes.ts";

/** What is wrong with an element and how to mend it, in Dutch for programme staff. */
export interface CardProblem {
  what: string;
  /** A whole sentence. */
  fix: string;
}

/** What is wrong with one element; undefined when nothing is. */
type Rule = (placed: PlacedNode) => CardProblem | undefined;

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

function knownType({ node }: PlacedNode): CardProblem | undefined {
  if (TYPES.includes(String(node.type)) || isChart(node)) return undefined;
  return { what: `"${node.type}" wordt niet op elk toestel getoond`, fix: `Gebruik een van: ${TYPES.join(", ")}.` };
}

function textBlock({ node }: PlacedNode): CardProblem | undefined {
  if (node.type !== "TextBlock") return undefined;
  if (!isFilled(node.text)) return { what: "lege tekst", fix: 'Vul "text" of laat het blok weg met "$when".' };
  return node.wrap === true ? undefined : { what: "lange tekst valt weg", fix: 'Zet "wrap": true erbij.' };
}

function actionTitle({ node, path }: PlacedNode): CardProblem | undefined {
  if (!isAction(node) || isRefresh(path)) return undefined;
  if (!isFilled(node.title)) return { what: "knop zonder tekst", fix: 'Vul "title".' };
  if (node.title.length <= MAX_TITLE || isWholePart(path)) return undefined;
  return { what: `"${node.title}" past niet op een telefoon`, fix: `Maak de knop hooguit ${MAX_TITLE} tekens lang.` };
}

function execute({ node, path }: PlacedNode): CardProblem | undefined {
  if (node.type !== "Action.Execute") return undefined;
  if (!isFilled(node.verb)) return { what: 'Teams weigert een knop zonder "verb"', fix: 'Vul "verb".' };
  if (isRefresh(path)) return undefined;
  const { type, data } = (node.fallback ?? {}) as CardNode;
  const expected = { verb: node.verb, ...(node.data as object) };
  if (type === "Action.Submit" && isDeepStrictEqual(data, expected)) return undefined;
  return {
    what: "een oude versie van Teams verstuurt iets anders",
    fix: 'Laat "fallback" weg, die komt er vanzelf bij.',
  };
}

function input({ node }: PlacedNode): CardProblem | undefined {
  if (!isInput(node)) return undefined;
  if (!isFilled(node.id)) return { what: "invoer zonder naam", fix: 'Vul "id".' };
  if (!isFilled(node.label)) return { what: 'een schermlezer heeft een "label" nodig', fix: 'Vul "label".' };
  return node.isRequired === true && !isFilled(node.errorMessage)
    ? { what: "verplicht zonder uitleg", fix: 'Vul "errorMessage".' }
    : undefined;
}

function choices({ node }: PlacedNode): CardProblem | undefined {
  if (node.type !== "Input.ChoiceSet") return undefined;
  const all = listOf(node.choices);
  const complete = all.every((choice) => isFilled(choice.title) && isFilled(choice.value));
  if (all.length === 0 || !complete)
    return { what: "een keuze zonder tekst of waarde", fix: 'Vul "title" en "value".' };
  return node.wrap === true ? undefined : { what: "lange keuzes vallen weg", fix: 'Zet "wrap": true erbij.' };
}

function columns({ node }: PlacedNode): CardProblem | undefined {
  const automatic = listOf(node.columns).filter((column) => column.width === "auto");
  return automatic.length > 1
    ? { what: "op een telefoon valt een kolom weg", fix: 'Geef hooguit één kolom "width": "auto".' }
    : undefined;
}

function actionSet({ node }: PlacedNode): CardProblem | undefined {
  if (node.type !== "ActionSet") return undefined;
  const titles = listOf(node.actions).map(({ title }) => String(title));
  if (titles.length === 0) return { what: "rij zonder knoppen", fix: 'Laat hem weg met "$when".' };
  const width = titles.reduce((sum, title) => sum + title.length + EDGES, 0);
  if (titles.length === 1 || width <= MAX_TITLE + EDGES) return undefined;
  return {
    what: `"${titles.join('", "')}" past niet naast elkaar op een telefoon`,
    fix: `Zet ze in meer dan één ActionSet.`,
  };
}

function container({ node }: PlacedNode): CardProblem | undefined {
  if (node.type !== "Container" || listOf(node.items).length > 0) return undefined;
  return { what: "leeg vak", fix: 'Laat het weg met "$when".' };
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

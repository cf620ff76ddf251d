import { createRequire } from "node:module";
import type { Template } from "adaptivecards-templating";
import type { Content } from "../content/content.ts";
import { DANGER_CARDS } from "../content/floor/numbers.ts";
import type { CardName, View } from "../conversation/views/view.ts";
import type { QuestionView, WalkRef } from "../conversation/views/walk-cards.ts";
import { AppError } from "../errors.ts";
import { keepNewest } from "../keep-newest.ts";
import { bakeTexts } from "./bake-texts.ts";
import { cardData } from "./card-data.ts";
import { completeActions } from "./complete-actions.ts";
import { keepFloor } from "./keep-floor.ts";

type AdaptiveCard = Record<string, unknown>;

export interface RenderOptions {
  /** The Teams id of the one user whose card refreshes itself on every device. */
  userId?: string;
}

export type Renderer = (view: View, options?: RenderOptions) => AdaptiveCard;

const require = createRequire(import.meta.url);

/** The library that fills in templates. Loading it takes a tenth of a start, so that waits for the first card. */
export function templating(): typeof import("adaptivecards-templating") {
  return require("adaptivecards-templating");
}

/** Of each card the template that was read last: in new content most cards are as they were. */
const lastRead = new Map<CardName, { text: string; template: Template }>();

const renderers = new WeakMap<Content, Renderer>();

/** The renderer of this content, made once. */
export function rendererOf(content: Content): Renderer {
  const render = renderers.get(content) ?? createRenderer(content);
  renderers.set(content, render);
  return render;
}

/**
 * Returns what turns a view into an Adaptive Card. A template is read when its card is first asked for, because that
 * costs about 13 times filling it in, and once for all contents in which it says the same. It throws AppError
 * CARD_MISSING or CARD_INVALID when a template is absent or cannot be read.
 */
function createRenderer(content: Content): Renderer {
  const templates = new Map<CardName, Template>();

  function templateOf(name: CardName): Template {
    const template = templates.get(name) ?? parse(name, content);
    templates.set(name, template);
    return template;
  }

  const expand = (view: View): unknown => templateOf(view.card).expand({ $root: cardData(view, content) });
  const expandQuestion = keeping(expand);

  return (view, { userId } = {}) => {
    const fill = (): AdaptiveCard => {
      const expanded = view.card === "question" ? expandQuestion(view) : expand(view);
      return completeActions(expanded, "walk" in view ? refOf(view) : {}) as AdaptiveCard;
    };
    const card = DANGER_CARDS.includes(view.card) ? keepFloor(attempt(fill), view.card) : fill();
    return userId === undefined ? card : { ...card, ...refreshOf(view, userId) };
  };
}

/** Some 30 questions, each with a few lengths of the walk and a few warnings that stay in sight: some 15 MB. */
const KEPT_CARDS = 500;

/**
 * Fills in a question's card once for all walks in which it says the same, which is most of the work, and keeps those that
 * were asked last. What differs for each walk stands in the buttons only, and is put there afterwards.
 */
function keeping(expand: (view: View) => unknown): (view: QuestionView) => unknown {
  const kept = new Map<string, unknown>();
  return (view) => {
    const said = { ...view, walk: "", version: "" };
    const key = JSON.stringify(said);
    const card = kept.get(key) ?? expand(said);
    keepNewest(kept, key, card, KEPT_CARDS);
    return card;
  };
}

/** A danger card that cannot be filled in still comes, with the numbers alone. */
function attempt(fill: () => AdaptiveCard): AdaptiveCard | undefined {
  try {
    return fill();
  } catch {
    return undefined;
  }
}

function parse(name: CardName, content: Content): Template {
  const file = content.cards.get(name);
  if (!file) throw new AppError("CARD_MISSING", `De kaart ${name} ontbreekt.`, `Zet cards/${name}.card.json terug.`);
  try {
    const baked = bakeTexts(file.template, content.texts);
    const text = JSON.stringify(baked);
    const before = lastRead.get(name);
    if (before?.text === text) return before.template;
    const template = new (templating().Template)(baked);
    lastRead.set(name, { text, template });
    return template;
  } catch (cause) {
    const fix = `Controleer in cards/${name}.card.json wat tussen \${ en } staat.`;
    throw new AppError("CARD_INVALID", `De kaart ${name} is niet te lezen: ${cause}`, fix, { cause });
  }
}

function refOf({ walk, version }: WalkRef): { walk: string; version: string } {
  return { walk, version };
}

/** Lets Teams fetch the newest form of a card of a walk. A card about danger and a look ahead stay until the user goes on. */
function refreshOf(view: View, userId: string): AdaptiveCard {
  if (view.card !== "question" && (view.card !== "result" || view.soFar)) return {};
  return { refresh: { action: { type: "Action.Execute", verb: "refresh", data: refOf(view) }, userIds: [userId] } };
}

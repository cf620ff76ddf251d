import type { CardName } from "../conversation/views/view.ts";

const ALL: Record<CardName, true> = {
  welcome: true,
  menu: true,
  help: true,
  privacy: true,
  phases: true,
  "open-walk": true,
  question: true,
  "danger-now": true,
  "danger-today": true,
  "call-now": true,
  region: true,
  result: true,
  suggestion: true,
  "to-find-out": true,
  answers: true,
  confirm: true,
  message: true,
  "danger-typed": true,
  case: true,
  "personal-data": true,
  article: true,
  "article-choice": true,
  "no-answer": true,
  trends: true,
};

/** Every card that a conversation can ask for. The compiler keeps this list complete. */
export const CARD_NAMES: readonly CardName[] = Object.keys(ALL) as CardName[];

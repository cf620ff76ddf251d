import { type FileKind, fileKindOf } from "../content/file-kinds.ts";
import type { LoadedContent } from "../content/load-content.ts";
import { atStage, type Mistake, placeOf, sortMistakes, TOGETHER } from "../content/mistake.ts";
import { collectTargets, type Targets } from "../content/references/targets.ts";
import { checkCardTexts } from "./cards/check-card-texts.ts";
import { checkFloorCards } from "./cards/check-floor-cards.ts";
import { checkQuestionCards } from "./cards/check-question-cards.ts";
import { checkResultCards } from "./cards/check-result-cards.ts";
import { checkSamples } from "./cards/check-samples.ts";
import { checkDates } from "./check-dates.ts";
import { checkFamilyTalk } from "./check-family-talk.ts";
import { checkFloorQuestions } from "./check-floor-questions.ts";
import { checkFloorTexts } from "./check-floor-texts.ts";
import { checkNeverSay } from "./check-never-say.ts";
import { checkNoPersonalData } from "./check-no-personal-data.ts";
import { checkPlaceholders } from "./check-placeholders.ts";
import { regionCopies } from "./check-region-copies.ts";
import { checkSentences } from "./check-sentences.ts";
import { checkTypedLines } from "./check-typed-lines.ts";
import { checkUnusedOptions, noticeUnknownReassurance } from "./check-unused-options.ts";
import { playExamples } from "./examples/play-examples.ts";
import { lapsedConfirmations } from "./lapsed-confirmations.ts";
import { noticeHardWords } from "./notice-hard-words.ts";
import { noticeSameNames } from "./notice-same-names.ts";
import { noticeTypedLines } from "./notice-typed-lines.ts";
import { noticeOverdue } from "./overdue-articles.ts";
import { checkConditionsHold } from "./proofs/check-conditions-hold.ts";
import { checkContentFlows } from "./proofs/check-content-flows.ts";
import { checkDangerFirst } from "./proofs/check-danger-first.ts";
import { checkFloorRules } from "./proofs/check-floor-rules.ts";
import { checkGates } from "./proofs/check-gates.ts";
import { checkInvariants } from "./proofs/check-invariants.ts";
import { checkPremises } from "./proofs/check-premises.ts";

/** A rule that goes further than shape and references. */
export interface Rule {
  check: (loaded: LoadedContent, targets: Targets) => Mistake[];
  /** It runs when these kinds of files have no mistakes of their own. */
  needs: readonly FileKind[];
  /**
   * Cheap: some tens of milliseconds on the content of 2026 and bounded, so it also runs while somebody types. Costly: it
   * proves something over all answers, plays conversations or rests on what was learned, and only the whole check runs it.
   */
  cost: "cheap" | "costly";
}

/** What the rules found. */
export interface Found {
  mistakes: readonly Mistake[];
  /** What may be right, and somebody should look at. */
  warnings: readonly Mistake[];
}

const DIALOG: FileKind[] = ["flows", "questions", "signals", "regions", "links", "sources", "texts"];
export const LINES: FileKind[] = ["articles", "danger", "ordinary", "offTopic", "languages", "cases", "messages"];
const UNDERSTANDING: FileKind[] = [...LINES, "personalData"];

/** What can be the cause of a later mistake comes first. */
export const RULES: readonly Rule[] = [
  { check: checkNeverSay, needs: ["neverSay"], cost: "cheap" },
  { check: checkPlaceholders, needs: ["texts"], cost: "cheap" },
  { check: checkNoPersonalData, needs: ["personalData"], cost: "cheap" },
  { check: checkDates, needs: ["links", "regions"], cost: "cheap" },
  { check: checkUnusedOptions, needs: ["flows", "questions", "signals"], cost: "cheap" },
  { check: checkFloorTexts, needs: ["texts", "signals", "articles"], cost: "cheap" },
  { check: checkFloorQuestions, needs: ["questions"], cost: "cheap" },
  { check: checkFloorRules, needs: ["flows", "questions", "signals"], cost: "costly" },
  { check: checkFamilyTalk, needs: ["signals"], cost: "cheap" },
  { check: checkTypedLines, needs: LINES, cost: "cheap" },
  { check: checkCardTexts, needs: ["cards", "texts"], cost: "cheap" },
  { check: checkCards, needs: ["cards", "samples", "texts"], cost: "cheap" },
  { check: checkContentFlows, needs: ["flows", "questions"], cost: "cheap" },
  { check: checkConditionsHold, needs: ["questions", "signals"], cost: "cheap" },
  { check: checkInvariants, needs: ["questions", "signals"], cost: "costly" },
  { check: checkPremises, needs: ["questions", "signals"], cost: "costly" },
  { check: checkDangerFirst, needs: ["flows", "questions"], cost: "cheap" },
  { check: checkGates, needs: ["flows", "questions", "signals"], cost: "costly" },
  { check: checkQuestionCards, needs: [...DIALOG, "cards", "samples"], cost: "cheap" },
  { check: checkResultCards, needs: [...DIALOG, "cards", "samples"], cost: "cheap" },
  { check: playExamples, needs: [...DIALOG, ...UNDERSTANDING, "commands", "examples"], cost: "costly" },
];

/** What is no mistake, and somebody should look at. All cheap; what was not learned only the whole check can tell. */
const NOTICES: readonly ((loaded: LoadedContent, targets: Targets) => Mistake[])[] = [
  lapsedConfirmations,
  regionCopies,
  (_loaded, targets) => noticeUnknownReassurance(targets),
  noticeHardWords,
  noticeTypedLines,
  noticeSameNames,
  noticeOverdue,
];

/**
 * What is wrong with what was read, by the rules of these costs. A rule that needs files with mistakes waits for them; for
 * what is only unfinished no cheap rule waits, and nothing else is said of it.
 */
export function applyRules(loaded: LoadedContent, costs: readonly Rule["cost"][]): Found & { isReadable: boolean } {
  const targets = collectTargets(loaded.draft);
  const empty = new Set(loaded.unfinished.map(placeOf));
  const isFilled = (mistake: Mistake) => !empty.has(placeOf(mistake));
  const basic = [...loaded.mistakes, ...checkSentences(loaded)].filter(isFilled);
  const kindsOf = (some: readonly Mistake[]) => new Set(some.map(({ file }) => fileKindOf(file)?.kind));
  const broken = { cheap: kindsOf(basic), costly: kindsOf([...basic, ...loaded.unfinished]) };
  const rules = basic.some(({ rule }) => rule === "missing-folder") ? [] : RULES;
  const deep = rules.flatMap(({ check, needs, cost }, index) =>
    !costs.includes(cost) || needs.some((kind) => broken[cost].has(kind))
      ? []
      : atStage(TOGETHER + index, check(loaded, targets)),
  );
  const warnings = NOTICES.flatMap((notice) => notice(loaded, targets));
  return {
    mistakes: sortMistakes([...loaded.unfinished, ...basic, ...deep.filter(isFilled)]),
    warnings: sortMistakes(warnings.filter(isFilled)),
    isReadable: basic.length + loaded.unfinished.length === 0,
  };
}

function checkCards(loaded: LoadedContent): Mistake[] {
  const mistakes = checkSamples(loaded);
  return mistakes.length > 0 ? mistakes : checkFloorCards(loaded);
}

import type { Content } from "../content/content.ts";
import { type FileKind, fileKindOf } from "../content/file-kinds.ts";
import { type LoadedContent, loadContent } from "../content/load-content.ts";
import { atStage, type Mistake, sortMistakes, TOGETHER } from "../content/mistake.ts";
import type { parseFile } from "../content/parse-file.ts";
import type { ContentFolders } from "../content/read-files.ts";
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
import { keptModels, type LearnedModels, learn } from "./kept-models.ts";
import { lapsedConfirmations } from "./lapsed-confirmations.ts";
import { noticeHardWords } from "./notice-hard-words.ts";
import { noticeTypedLines } from "./notice-typed-lines.ts";
import { checkConditionsHold } from "./proofs/check-conditions-hold.ts";
import { checkContentFlows } from "./proofs/check-content-flows.ts";
import { checkDangerFirst } from "./proofs/check-danger-first.ts";
import { checkFloorRules } from "./proofs/check-floor-rules.ts";
import { checkGates } from "./proofs/check-gates.ts";
import { checkInvariants } from "./proofs/check-invariants.ts";
import { checkPremises } from "./proofs/check-premises.ts";

export interface CheckedContent {
  /** Fit to be used; undefined when there is any mistake. */
  content: Content | undefined;
  /** Of files that break a rule of `CHECKS` and can be read all the same: to be tried by who made them, and by nobody else. */
  readable: Content | undefined;
  mistakes: Mistake[];
  /** What may be right, and somebody should look at. */
  warnings: Mistake[];
}

export interface CheckOptions {
  /** Where what is learned is kept; absent: it is learned again. */
  modelsFile?: string;
  /** Remembers what it parsed, for who checks again and again. */
  parse?: typeof parseFile;
}

/** A check that goes further than shape and references. */
export type Check = (loaded: LoadedContent, targets: Targets) => Mistake[];

const DIALOG: FileKind[] = ["flows", "questions", "signals", "regions", "links", "sources", "texts"];
const LINES: FileKind[] = ["articles", "danger", "ordinary", "offTopic", "languages", "cases", "messages"];
const UNDERSTANDING: FileKind[] = [...LINES, "personalData"];

/**
 * Each check runs when the kinds of files that it rests on have no mistakes of their own. What can be the cause of a later
 * mistake comes first.
 */
const CHECKS: { check: Check; needs: FileKind[] }[] = [
  { check: checkNeverSay, needs: ["neverSay"] },
  { check: checkPlaceholders, needs: ["texts"] },
  { check: checkNoPersonalData, needs: ["personalData"] },
  { check: checkDates, needs: ["links", "regions"] },
  { check: checkUnusedOptions, needs: ["flows", "questions", "signals"] },
  { check: checkFloorTexts, needs: ["texts", "signals", "articles"] },
  { check: checkFloorQuestions, needs: ["questions"] },
  { check: checkFloorRules, needs: ["flows", "questions", "signals"] },
  { check: checkFamilyTalk, needs: ["signals"] },
  { check: checkTypedLines, needs: LINES },
  { check: checkCardTexts, needs: ["cards", "texts"] },
  { check: checkCards, needs: ["cards", "samples", "texts"] },
  { check: checkContentFlows, needs: ["flows", "questions"] },
  { check: checkConditionsHold, needs: ["questions", "signals"] },
  { check: checkInvariants, needs: ["questions", "signals"] },
  { check: checkPremises, needs: ["questions", "signals"] },
  { check: checkDangerFirst, needs: ["flows", "questions"] },
  { check: checkGates, needs: ["flows", "questions", "signals"] },
  { check: checkQuestionCards, needs: [...DIALOG, "cards", "samples"] },
  { check: checkResultCards, needs: [...DIALOG, "cards", "samples"] },
  { check: playExamples, needs: [...DIALOG, ...UNDERSTANDING, "commands", "examples"] },
];

/**
 * Everything that `npm run check:content` checks: shape, references, reachability, cards, invariants,
 * forbidden phrases and example conversations. Never throws on bad content.
 * @param folder the folder that holds `dialogs/` and `cards/`, or both folders apart
 */
export async function checkContent(
  folder: string | ContentFolders,
  { modelsFile, parse }: CheckOptions = {},
): Promise<CheckedContent> {
  const read = await loadContent(folder, parse);
  const learned = learnedFrom(read, modelsFile);
  const { unlearned = new Set<string>(), ...models } = learned ?? {};
  const loaded = { ...read, partial: { ...read.partial, ...models } };
  const targets = collectTargets(loaded.draft);
  const basic = [...loaded.mistakes, ...checkSentences(loaded)];
  const broken = new Set(basic.map(({ file }) => fileKindOf(file)?.kind));
  const checks = basic.some(({ rule }) => rule === "missing-folder") ? [] : CHECKS;
  const deep = checks.flatMap(({ check, needs }, index) =>
    needs.some((kind) => broken.has(kind)) ? [] : atStage(TOGETHER + index, check(loaded, targets)),
  );
  const mistakes = sortMistakes([...basic, ...deep]);
  const content = mistakes.length === 0 ? loaded.partial : undefined;
  const readable = basic.length === 0 && !content ? loaded.partial : undefined;
  const warnings = [
    ...lapsedConfirmations(loaded, targets),
    ...regionCopies(loaded),
    ...noticeUnknownReassurance(targets),
    ...noticeHardWords(loaded, targets),
    ...(content ? noticeTypedLines(loaded, unlearned) : []),
  ];
  return { content, readable, mistakes, warnings: sortMistakes(warnings) };
}

function checkCards(loaded: LoadedContent): Mistake[] {
  const mistakes = checkSamples(loaded);
  return mistakes.length > 0 ? mistakes : checkFloorCards(loaded);
}

/** What typed text is understood by; undefined when there is nothing sound to learn from. */
function learnedFrom({ mistakes, draft, partial }: LoadedContent, file: string | undefined): LearnedModels | undefined {
  const broken = new Set(mistakes.map(({ file }) => fileKindOf(file)?.kind));
  if (LINES.some((kind) => broken.has(kind) || draft[kind].length === 0)) return undefined;
  return file === undefined ? learn(partial) : keptModels(partial, file);
}

import { atoms } from "../../conditions/atoms.ts";
import type { Answers } from "../../conditions/evaluate.ts";
import type { Questions } from "../../content/content.ts";
import { mistakeAt, type Placed } from "../../content/draft.ts";
import {
  ANSWER_SAYS,
  FLOOR_QUESTIONS,
  FLOOR_RULES,
  type FloorQuestion,
  REASSURING,
} from "../../content/floor/rules.ts";
import type { LoadedContent } from "../../content/load-content.ts";
import type { Finding, Mistake } from "../../content/mistake.ts";
import { nameOptions } from "../../content/name-options.ts";
import type { Targets } from "../../content/references/targets.ts";
import type { Condition } from "../../content/schema/condition.ts";
import { UNKNOWN_OPTION } from "../../content/schema/id.ts";
import type { Question } from "../../content/schema/question.ts";
import { answersInWords } from "./check-invariants.ts";
import { refute, refuteNeverLower } from "./prove-invariants.ts";

const FIX = "Dit staat vast in het programma. Moet het anders, overleg dan eerst: zie het handboek, Wat altijd blijft.";

/** The questions about danger keep their place, and the decision table gives at least what was agreed. */
export function checkFloorRules(loaded: LoadedContent, targets: Targets): Mistake[] {
  return [...questions(loaded, targets), ...answers(loaded, targets), ...proofs(loaded, targets)];
}

function questions({ draft, partial }: LoadedContent, { questionById }: Targets): Mistake[] {
  return Object.entries(FLOOR_QUESTIONS).flatMap(([id, floor]) => {
    const placed = questionById.get(id);
    if (!placed) return [atFirst(draft.questions, gone(id))];
    const notFirst = [...partial.flows.values()].filter((flow) => !isAlwaysAsked(flow, id));
    return [
      ...wrongQuestion(placed, floor),
      ...notFirst.map((flow) => mistakeAt(placed, ["id"], notAsked(id, flow.id))),
    ];
  });
}

function isAlwaysAsked(
  flow: { phases: readonly { always: boolean; gate?: unknown; questions: readonly Question[] }[] },
  id: string,
): boolean {
  const phase = flow.phases[0];
  return phase?.gate === undefined && (phase?.questions.some((question) => question.id === id) ?? false);
}

function wrongQuestion(placed: Placed<Question>, { kind, options }: FloorQuestion): Mistake[] {
  const { id, when, ...question } = placed.value;
  const missing = options.filter((option) => !question.options.some((other) => other.id === option));
  const what = (words: string) => ({ rule: "floor", what: `De vraag "${id}" ${words}`, fix: FIX });
  return [
    ...(question.kind === kind ? [] : [mistakeAt(placed, ["kind"], what(`hoort kind: ${kind} te hebben.`))]),
    ...missing.map((option) => mistakeAt(placed, ["options"], what(`hoort het antwoord "${option}" te hebben.`))),
    ...(when === undefined ? [] : [mistakeAt(placed, ["when"], what("wordt altijd gesteld, dus zonder voorwaarde."))]),
  ];
}

/** An answer says what its id means: else "nee" would count as "ja". */
function answers({ draft }: LoadedContent, { questions }: Targets): Mistake[] {
  const unknown = draft.texts.flatMap((file) => {
    const text = file.value[UNKNOWN_OPTION];
    return typeof text === "string" && !says(UNKNOWN_OPTION, text)
      ? [mistakeAt(file, [UNKNOWN_OPTION], saysElse(UNKNOWN_OPTION))]
      : [];
  });
  const own = questions.flatMap((question) =>
    question.value.options.flatMap(({ id, text }, index) =>
      says(id, text) ? [] : [mistakeAt(question, ["options", index, "text"], saysElse(id))],
    ),
  );
  return [...unknown, ...own];
}

function says(id: string, text: string): boolean {
  return ANSWER_SAYS[id]?.test(text) ?? true;
}

function saysElse(id: string): Finding {
  return { rule: "floor", what: `Het antwoord "${id}" hoort ook zo te beginnen.`, fix: FIX };
}

function gone(id: string): Finding {
  return { rule: "floor", what: `De vraag "${id}" is weg.`, fix: FIX };
}

function notAsked(id: string, flow: string): Finding {
  return { rule: "floor", what: `De vraag "${id}" hoort in de eerste fase van "${flow}", zonder poort.`, fix: FIX };
}

function proofs({ draft, partial }: LoadedContent, targets: Targets): Mistake[] {
  const signals = targets.signals.map(({ value }) => value);
  const broken = FLOOR_RULES.flatMap(({ about, wanted, ...rule }) => {
    const given = structuredClone(rule.given);
    nameOptions(given, partial.questions);
    const lost = unknownQuestions(given, partial.questions);
    if (lost.length > 0) return lost.map((id) => gone(id));
    const found = refute(given, signals.filter(wanted), partial.questions);
    return found ? [notGiven(about, found)] : [];
  });
  const lower = refuteNeverLower({ from: REASSURING, to: UNKNOWN_OPTION }, signals, partial.questions);
  const about = "Een geruststellend antwoord veranderen in weet ik niet verlaagt het niveau nooit.";
  return [...broken, ...(lower ? [notGiven(about, lower)] : [])].map((finding) => atFirst(draft.signals, finding));
}

function unknownQuestions(given: Condition, known: Questions): string[] {
  return atoms(given)
    .map(({ question }) => question)
    .filter((id) => !known.has(id));
}

function notGiven(about: string, answers: Answers): Omit<Finding, "mend"> {
  return { rule: "floor", what: `${about} Dat klopt niet meer bij: ${answersInWords(answers)}.`, fix: FIX };
}

/** At the start of the first file of a kind: what is gone has no place of its own. */
function atFirst(files: readonly Placed<unknown>[], finding: Omit<Finding, "mend">): Mistake {
  const [first] = files;
  return first ? mistakeAt(first, [], finding) : { file: "dialogs", line: 1, column: 1, ...finding };
}

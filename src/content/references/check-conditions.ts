import { type Draft, mistakeAt, type Placed } from "../draft.ts";
import { type Mistake, TAKE_AWAY } from "../mistake.ts";
import type { Path } from "../node-offset.ts";
import { UNKNOWN_OPTION } from "../schema/id.ts";
import type { Question } from "../schema/question.ts";
import { allAtoms, type PlacedAtom } from "./placed-conditions.ts";
import type { Targets } from "./targets.ts";
import { choices, following, unknownReference } from "./unknown-reference.ts";

/** Conditions, and whatever else names an option, refer to questions and options that exist and can be met. */
export function checkConditions(draft: Draft, targets: Targets): Mistake[] {
  return [
    ...allAtoms(draft, targets).flatMap((placed) => checkAtom(draft, targets, placed)),
    ...targets.questions.flatMap(checkSuggestion),
    ...targets.questions.flatMap((question) =>
      (["ranks", "each-of"] as const).flatMap((key) => {
        const named = question.value[key];
        return named ? unknownReference(draft, targets.question, named, question, [key]) : [];
      }),
    ),
    ...targets.invariants.flatMap((invariant) => checkAnswerChange(draft, targets, invariant)),
  ];
}

/** A mistake when `option` is not an option of `question`. */
export function unknownOption(question: Question, option: string, placed: Placed<unknown>, path: Path): Mistake[] {
  const ids = new Set([...question.options.map(({ id }) => id), UNKNOWN_OPTION]);
  if (ids.has(option)) return [];
  const what = `Vraag "${question.id}" heeft geen optie "${option}".`;
  return [mistakeAt(placed, path, { rule: "unknown-option", what, ...choices(option, ids) })];
}

function checkAtom(draft: Draft, targets: Targets, { atom, owner, path }: PlacedAtom): Mistake[] {
  const question = targets.questionById.get(atom.question)?.value;
  if (!question) return unknownReference(draft, targets.question, atom.question, owner, [...path, "question"]);
  const key = atom["any-but"] ? "any-but" : "is";
  const named = atom["any-but"] ?? atom.is;
  return [
    ...named.flatMap((option, index) => unknownOption(question, option, owner, [...path, key, index])),
    ...optionTwice(named, owner, [...path, key]),
    ...(atom.is.length === 0 ? [nothingLeft(question, owner, [...path, key])] : []),
    ...tooMany(question, { atom, owner, path }),
  ];
}

function nothingLeft(question: Question, owner: Placed<unknown>, path: Path): Mistake {
  const what = `Van de vraag "${question.id}" blijft zo geen antwoord over.`;
  return mistakeAt(owner, path, { rule: "nothing-left", what, fix: 'Noem bij "any-but" minder antwoorden.' });
}

function optionTwice(named: readonly string[], owner: Placed<unknown>, path: Path): Mistake[] {
  return named.flatMap((option, index) => {
    if (named.indexOf(option) === index) return [];
    const what = `De optie "${option}" staat hier twee keer.`;
    return [
      mistakeAt(owner, [...path, index], { rule: "duplicate-option", what, fix: "Haal er één weg.", mend: TAKE_AWAY }),
    ];
  });
}

function tooMany(question: Question, { atom, owner, path }: PlacedAtom): Mistake[] {
  if (atom.is.length === 0) return [];
  const most = question.kind === "single" ? 1 : atom.is.length;
  if (atom["at-least"] <= most) return [];
  const what = `Hier zijn ${atom["at-least"]} antwoorden nodig, maar er kunnen er hoogstens ${most} gekozen zijn.`;
  const finding = { rule: "at-least-too-high", what, fix: `Maak "at-least" ${most} of lager, of noem meer opties.` };
  return [mistakeAt(owner, [...path, "at-least"], finding)];
}

function checkSuggestion(question: Placed<Question>): Mistake[] {
  const { suggest } = question.value;
  return suggest ? unknownOption(question.value, suggest.option, question, ["suggest", "option"]) : [];
}

/** An invariant over all questions may name any option that some question has; what it names in vain is a warning. */
function checkAnswerChange(draft: Draft, targets: Targets, placed: Targets["invariants"][number]): Mistake[] {
  if (!("never-lower" in placed.value)) return [];
  const ids = allOptionIds(targets);
  const { to } = placed.value["never-lower"];
  if (ids.has(to) || draft.refusedIds.has(to)) return [];
  const finding = { rule: "unknown-option", what: `Geen enkele vraag heeft een optie "${to}".`, ...choices(to, ids) };
  return [following(targets.question, mistakeAt(placed, ["never-lower", "to"], finding))];
}

/** The options that some question has. */
export function allOptionIds({ questions }: Targets): Set<string> {
  return new Set([...questions.flatMap(({ value }) => value.options.map(({ id }) => id)), UNKNOWN_OPTION]);
}

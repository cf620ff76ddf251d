import { type Draft, mistakeAt, type Placed } from "../content/draft.ts";
import type { LoadedContent } from "../content/load-content.ts";
import type { Mistake } from "../content/mistake.ts";
import { allOptionIds, unknownOption } from "../content/references/check-conditions.ts";
import { signalAndQuestionAtoms } from "../content/references/placed-conditions.ts";
import type { Targets } from "../content/references/targets.ts";
import type { Question } from "../content/schema/question.ts";
import { isNarrowed } from "../flow/offered-options.ts";

/**
 * An answer that nothing looks at gives no advice, however grave it is. So every option is used by a condition, is
 * reassuring (a `never-lower` rule says so), or stands under `no-advice` of its question.
 */
export function checkUnusedOptions({ draft }: LoadedContent, targets: Targets): Mistake[] {
  const used = new Set(optionsInConditions(draft, targets));
  const reassuring = targets.invariants.flatMap(({ value }) =>
    "never-lower" in value ? value["never-lower"].from : [],
  );
  return targets.questions
    .filter(({ value }) => !isNarrowed(value))
    .flatMap((question) => {
      const { id, options, "no-advice": noAdvice = [] } = question.value;
      const quiet = new Set([...reassuring, ...noAdvice]);
      return [
        ...noAdvice.flatMap((option, index) => unknownOption(question.value, option, question, ["no-advice", index])),
        ...options.flatMap((option, index) =>
          used.has(key(id, option.id)) || quiet.has(option.id) ? [] : [unused(question, index)],
        ),
      ];
    });
}

/**
 * What a `never-lower` rule starts from and no question has any more, such as after a question was retired. It weakens
 * nothing, and a new question may have such an answer again; but it can be a typing error.
 */
export function noticeUnknownReassurance(targets: Targets): Mistake[] {
  const ids = allOptionIds(targets);
  return targets.invariants.flatMap((invariant) => {
    const from = "never-lower" in invariant.value ? invariant.value["never-lower"].from : [];
    return from.flatMap((id, index) => {
      if (ids.has(id)) return [];
      const what = `Geen enkele vraag heeft een optie "${id}".`;
      const fix =
        "Is het een tikfout, verbeter hem dan. Anders mag het blijven staan: de regel wordt er niet zwakker van.";
      return [mistakeAt(invariant, ["never-lower", "from", index], { rule: "option-of-no-question", what, fix })];
    });
  });
}

function* optionsInConditions(draft: Draft, targets: Targets): Generator<string> {
  for (const { atom } of signalAndQuestionAtoms(draft, targets)) {
    // Whatever is added later falls under "any-but", so that says nothing about one option.
    for (const option of atom["any-but"] ? [] : atom.is) yield key(atom.question, option);
  }
  for (const { value } of targets.questions) if (value.suggest) yield key(value.id, value.suggest.option);
}

function key(question: string, option: string): string {
  return `${question} ${option}`;
}

function unused(question: Placed<Question>, index: number): Mistake {
  const { id = "" } = question.value.options[index] ?? {};
  return mistakeAt(question, ["options", index, "id"], {
    rule: "unused-option",
    what: `Niets let op het antwoord "${id}" van de vraag "${question.value.id}": wie het kiest, krijgt er geen advies over.`,
    fix: `Gebruik het in een signaal, of zeg bij de vraag dat er geen advies bij hoort (in het bestand: no-advice: [${id}]).`,
  });
}

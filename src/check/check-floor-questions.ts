import { confirmedAs, isConfirmed } from "../content/confirmation.ts";
import { mistakeAt, type Placed } from "../content/draft.ts";
import { FLOOR_QUESTIONS, type FloorQuestion } from "../content/floor/rules.ts";
import type { LoadedContent } from "../content/load-content.ts";
import type { Finding, Mistake } from "../content/mistake.ts";
import type { Path } from "../content/node-offset.ts";
import type { Targets } from "../content/references/targets.ts";
import type { Question } from "../content/schema/question.ts";
import { comparable } from "../language/normalise.ts";

/** The questions about danger ask what was agreed, word for word, or what somebody from the field confirmed instead. */
export function checkFloorQuestions(_loaded: LoadedContent, { questionById }: Targets): Mistake[] {
  return Object.entries(FLOOR_QUESTIONS).flatMap(([id, floor]) => {
    const placed = questionById.get(id);
    return placed && !isConfirmed(placed.value) ? changes(placed, floor) : [];
  });
}

/** Other words than were agreed, or an answer less. */
function changes(placed: Placed<Question>, { label, text, answers }: FloorQuestion): Mistake[] {
  const { value } = placed;
  const changed = (path: Path, was: string, is: string | undefined) =>
    comparable(is ?? "") === comparable(was) ? [] : [mistakeAt(placed, path, changedFrom(value, was, is))];
  return [
    ...changed(["label"], label, value.label),
    ...changed(["text"], text, value.text),
    ...Object.entries(answers).flatMap(([id, was]) => {
      const index = value.options.findIndex((option) => option.id === id);
      return changed(index < 0 ? ["options"] : ["options", index, "text"], was, value.options[index]?.text);
    }),
  ];
}

function changedFrom(question: Question, was: string, is: string | undefined): Finding {
  const now = is === undefined ? "en dat is weg" : `en nu "${is}"`;
  return {
    rule: "floor",
    what: `Bij de vraag over gevaar "${question.id}" was afgesproken: "${was}", ${now}. Dan kan een antwoord iets anders betekenen.`,
    fix: `Zet het terug. Of laat iemand uit het veld de vraag nalezen. Kies dan de status bevestigd en vul eronder in: wat (deze acht letters), door wie en wanneer. In het bestand: ${confirmedAs(question)}.`,
  };
}

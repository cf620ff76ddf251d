import type { Mistake } from "../../content/mistake.ts";
import type { Data } from "../edit/emit-yaml.ts";
import type { Library } from "../library/read-library.ts";
import { listIn, type Thing } from "../library/thing.ts";
import { isWhole, toForm } from "./condition-form.ts";
import { type Field, FORMS } from "./fields.ts";
import { fieldValue, nameOf } from "./form-values.ts";
import { placeMistakes, thingAt } from "./place-mistakes.ts";

/** The rules that say that something is lacking. */
const EMPTY: readonly string[] = ["too-small", "missing-key"];

/** What the file calls a field is called as the form does, and who has not filled something in yet is told only that. */
export function asSeen(
  { type, path, label }: Field,
  value: Data | undefined,
  mistakes: readonly Mistake[],
): readonly Mistake[] {
  const condition = type === "condition" ? toForm(value) : undefined;
  const [first] = mistakes;
  if (first && condition && !isWhole(condition)) {
    const { mend: _, ...at } = first;
    const fix = "Kies bij elke regel een vraag en minstens één antwoord.";
    return [{ ...at, what: "Deze voorwaarde is nog niet af.", fix }];
  }
  const isChosen = type === "reference" || type === "choice";
  const isTyped = type === "line" || type === "area" || type === "lines" || type === "date" || type === "url";
  if (!(isChosen || isTyped) || (typeof value === "string" ? value.trim() : listIn(value)).length > 0)
    return mistakes.map((one) => ({ ...one, what: one.what.replace(`"${path.at(-1)}"`, `“${label}”`) }));
  const empty = { what: "Dit is nog leeg.", fix: isChosen ? "Kies er een." : "Vul het in." };
  return mistakes.map((one) => (EMPTY.includes(one.rule) ? { ...one, ...empty } : one));
}

interface InForm {
  thing?: Thing;
  /** Absent when it stands at no field of the form. */
  field?: Field;
  /** What the form says of it. */
  seen: Pick<Mistake, "what" | "fix">;
}

/** Where a mistake is told in the form of the thing that it stands in, and how. */
export function inForm(mistake: Mistake, library: Library): InForm {
  const thing = thingAt(library.files.get(mistake.file), mistake);
  if (!thing) return { seen: mistake };
  const [name] = placeMistakes(thing, library, [mistake]).keys();
  const field = FORMS[thing.kind].find((one) => nameOf(one) === name);
  if (!field) return { thing, seen: mistake };
  const [{ what, fix } = mistake] = asSeen(field, fieldValue(field, thing), [mistake]);
  return { thing, field, seen: { what, fix } };
}

import type { VNode } from "preact";
import type { Mistake } from "../../content/mistake.ts";
import { TOPICS } from "../../content/schema/article.ts";
import { askToMend, MEND } from "../edit/apply-mend.ts";
import type { Data } from "../edit/emit-yaml.ts";
import { type Children, html } from "../html.ts";
import { conditionInWords, topicName } from "../library/condition-in-words.ts";
import { named } from "../library/named.ts";
import type { Library } from "../library/read-library.ts";
import { field as fieldOf, idsIn, listIn, THING_KINDS, type Thing, textIn } from "../library/thing.ts";
import { asSeen } from "./as-seen.ts";
import { ConditionView } from "./condition-view.ts";
import { FAMILY_TALK, type Field } from "./fields.ts";
import { fieldValue, nameOf } from "./form-values.ts";
import { PlainLanguage } from "./plain-language.ts";
import { ThingSelect } from "./thing-select.ts";

interface FieldProps {
  field: Field;
  thing: Thing;
  library: Library;
  mistakes: readonly Mistake[];
  /** What is not wrong, but worth a look. */
  remarks?: readonly Mistake[];
}

/** One field with its label, a hint and what is wrong with it. */
export function FieldView({ field, thing, library, mistakes, remarks = [] }: FieldProps): VNode {
  const name = nameOf(field);
  const value = fieldValue(field, thing);
  // Also while it is empty: what is wrong can come later than the field.
  const notes = [field.hint && `${name}-hint`, `${name}-mistakes`].filter(Boolean).join(" ");
  const about = {
    name,
    id: name,
    "aria-describedby": notes,
    "aria-invalid": mistakes.length > 0 || undefined,
  };
  const hint = field.hint && html`<p class="hint" id=${`${name}-hint`}>${field.hint}</p>`;
  const wrong = html`<${FieldMistakes} name=${name} library=${library} mistakes=${asSeen(field, value, mistakes)} remarks=${remarks} />`;
  if (["condition", "options", "advice", "references", "topics"].includes(field.type)) {
    return html`<fieldset class="field" aria-describedby=${notes}>
      <legend>${field.label}${field.optional && " (mag leeg)"}</legend>
      ${hint}<${Group} field=${field} value=${value} thing=${thing} library=${library} />${wrong}
      <${PlainLanguage} field=${field} value=${value} library=${library} />
    </fieldset>`;
  }
  return html`<div class="field">
    <label for=${name}>${field.label}${field.optional && " (mag leeg)"}</label>
    ${hint}${control(field, value, about, library)}${wrong}
    <${PlainLanguage} field=${field} value=${value} library=${library} />
  </div>`;
}

interface FieldMistakesProps extends Pick<FieldProps, "library" | "mistakes" | "remarks"> {
  name: string;
}

function control(field: Field, value: Data | undefined, about: { name: string }, library: Library): VNode {
  const text = Array.isArray(value) ? value.join("\n") : String(value ?? "");
  switch (field.type) {
    case "choice":
      return html`<select ...${about}>
        ${field.choices.map(([id, label]) => html`<option value=${id} selected=${id === text}>${label}</option>`)}
      </select>`;
    case "topic":
      return html`<select ...${about}>
        ${TOPICS.map((id) => html`<option value=${id} selected=${id === text}>${topicName(id, library)}</option>`)}
      </select>`;
    case "reference":
      return html`<${ThingSelect} about=${about} kind=${field.to} chosen=${text} library=${library} />`;
    case "area":
    case "lines": {
      const rows = Math.min(14, Math.max(2, Math.ceil(text.length / 70), text.split("\n").length + 1));
      return html`<textarea ...${about} rows=${rows} value=${text}></textarea>`;
    }
    case "date":
      return html`<input ...${about} type="date" value=${text} />`;
    case "url":
      return html`<input ...${about} type="url" inputmode="url" autocomplete="off" value=${text} />`;
    default:
      return html`<input ...${about} type="text" autocomplete="off" value=${text} />`;
  }
}

function Group({ field, value, thing, library }: Omit<FieldProps, "mistakes"> & { value: Data | undefined }): Children {
  const name = nameOf(field);
  if (field.type === "condition") {
    return html`<${ConditionView} name=${name} condition=${value} unknown=${field.unknown} library=${library} always=${field.optional === true} />`;
  }
  if (field.type === "options") return html`<${OptionRows} name=${name} thing=${thing} />`;
  if (field.type === "advice") return html`<${AdviceRows} name=${name} value=${value} library=${library} />`;
  if (field.type === "topics") return html`<${TopicBoxes} name=${name} chosen=${idsIn(value)} library=${library} />`;
  if (field.type !== "references") return "";
  const chosen = idsIn(value);
  return html`<input type="hidden" name=${`${name}.here`} value="1" />
    ${[...chosen, ""].map((id, index) => {
      const about = { name, "aria-label": `${THING_KINDS[field.to].one} ${index + 1}` };
      return html`<${ThingSelect} about=${about} kind=${field.to} chosen=${id} library=${library} isPlain=${id !== ""} />`;
    })}`;
}

function TopicBoxes({ name, chosen, library }: { name: string; chosen: readonly string[]; library: Library }): VNode {
  return html`<input type="hidden" name=${`${name}.here`} value="1" />
    <div class="choices">
      ${TOPICS.map(
        (id) => html`<label class="choice">
          <input type="checkbox" name=${name} value=${id} checked=${chosen.includes(id)} />${topicName(id, library)}
        </label>`,
      )}
    </div>`;
}

function OptionRows({ name, thing }: { name: string; thing: Thing }): VNode {
  const options = listIn(thing.data, "options");
  return html`<input type="hidden" name=${`${name}.here`} value="1" />
    <ol class="rows">
      ${options.map((option, index) => {
        const id = textIn(option, "id");
        const text = textIn(option, "text");
        return html`<li>
          <input type="text" name=${`${name}.${id}`} value=${text} aria-label=${`Antwoord ${index + 1}`} />
          <span class="buttons">
            <button name="op" value=${`option-up:${id}`} aria-label=${`Hoger: ${text}`} disabled=${index === 0}>Hoger</button>
            <button name="op" value=${`option-down:${id}`} aria-label=${`Lager: ${text}`} disabled=${index === options.length - 1}>Lager</button>
            <button name="op" value=${`option-drop:${id}`} aria-label=${`Weg: ${text}`}>Weg</button>
          </span>
        </li>`;
      })}
    </ol>
    <p class="row">
      <input type="text" name=${`${name}.new`} aria-label="Nieuw antwoord" placeholder="Nieuw antwoord" />
      <button name="op" value="option-add">Antwoord erbij</button>
    </p>`;
}

function AdviceRows({ name, value, library }: { name: string; value: Data | undefined; library: Library }): VNode {
  const lines = listIn(value);
  return html`<input type="hidden" name=${`${name}.here`} value="1" />
    ${lines.map((line, index) => {
      const when = fieldOf(line, "when");
      return html`<textarea rows="2" name=${`${name}.${index}`} aria-label=${`Advies ${index + 1}`} value=${textIn(line, "text")}></textarea>
        <${FamilyTalk} name=${`${name}.${index}.family`} mark=${fieldOf(line, "talks-with-family")} />
        ${when !== undefined && html`<p class="hint condition-words">Alleen ${conditionInWords(when, library)}</p>`}`;
    })}
    <textarea rows="2" name=${`${name}.new`} aria-label="Nieuw advies" placeholder="Nog een advies"></textarea>`;
}

/** Advice that names somebody of the family says whether it is to talk with them, so not chosen is not the same as no. */
function FamilyTalk({ name, mark }: { name: string; mark: Data | undefined }): VNode {
  return html`<label>Is dit een gesprek met het gezin of de familie?
    <select name=${name}>
      ${FAMILY_TALK.map(([value, words]) => html`<option value=${value} selected=${value === String(mark ?? "")}>${words}</option>`)}
    </select>
  </label>`;
}

export function FieldMistakes({ name, library, mistakes, remarks = [] }: FieldMistakesProps): VNode {
  const told = (mistake: Mistake) =>
    html`<strong>${named(mistake.what, library)}</strong> ${mistake.fix}<${MendButton} mistake=${mistake} library=${library} />`;
  return html`<div id=${`${name}-mistakes`} data-live>
    ${mistakes.map((mistake) => html`<p class="mistake">${told(mistake)}</p>`)}
    ${remarks.map((mistake) => html`<p class="remark">${told(mistake)}</p>`)}
  </div>`;
}

/** Makes the change that is obviously meant. */
export function MendButton({ mistake, library }: { mistake: Mistake; library: Library }): Children {
  if (!mistake.mend) return "";
  return html` <button class="mend" name=${MEND} value=${askToMend(mistake, library)}>${mistake.mend.label}</button>`;
}

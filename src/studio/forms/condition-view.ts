import type { VNode } from "preact";
import type { Data } from "../edit/emit-yaml.ts";
import { html } from "../html.ts";
import { conditionInWords, optionsOf, type Unknown } from "../library/condition-in-words.ts";
import type { Library } from "../library/read-library.ts";
import { textIn } from "../library/thing.ts";
import { type FormAtom, type FormCondition, type FormGroup, type GroupKind, toForm } from "./condition-form.ts";

const GROUP_WORDS: Readonly<Record<GroupKind, string>> = {
  all: "Alle regels hieronder kloppen",
  any: "Minstens één regel hieronder klopt",
  none: "Geen van de regels hieronder klopt",
};

interface ConditionProps {
  name: string;
  condition: Data | undefined;
  /** What a "weet ik niet" does that leaves it open. */
  unknown: Unknown;
  library: Library;
  /** It may be left away, and then it always holds. */
  always: boolean;
}

/** A condition, built of questions and answers that there are. */
export function ConditionView({ name, condition, unknown, library, always }: ConditionProps): VNode {
  const group = toForm(condition);
  if (!group) {
    return html`<input type="hidden" name=${`${name}.here`} value="1" />
      <p>${always ? "Altijd." : "Nog geen regel."}</p>
      <button name="op" value=${`add:${name}`}>Regel erbij</button>`;
  }
  return html`<p class="words condition-words">${unknown === "counts" ? "Wordt gevraagd" : "Komt"} ${conditionInWords(condition, library, unknown)}</p>
    <${Part} part=${group} name=${name} library=${library} isRoot />`;
}

interface PartProps {
  part: FormCondition;
  name: string;
  library: Library;
  isRoot?: boolean;
}

function Part({ part, name, library, isRoot = false }: PartProps): VNode {
  return "parts" in part
    ? html`<${GroupPart} part=${part} name=${name} library=${library} isRoot=${isRoot} />`
    : html`<${Rule} rule=${part} name=${name} library=${library} />`;
}

function GroupPart({
  part,
  name,
  library,
  isRoot,
}: {
  part: FormGroup;
  name: string;
  library: Library;
  isRoot: boolean;
}): VNode {
  return html`<div class="condition">
    <select name=${`${name}.kind`} aria-label="Hoe tellen de regels samen?" data-reload>
      ${Object.entries(GROUP_WORDS).map(
        ([kind, words]) => html`<option value=${kind} selected=${kind === part.kind}>${words}</option>`,
      )}
    </select>
    ${part.parts.map((one, index) => html`<${Part} part=${one} name=${`${name}.${index}`} library=${library} />`)}
    <span class="buttons">
      <button name="op" value=${`add:${name}`}>Regel erbij</button>
      <button name="op" value=${`group:${name}`}>Groep erbij</button>
      <button name="op" value=${`drop:${name}`}>${isRoot ? "Hele voorwaarde weg" : "Groep weg"}</button>
    </span>
  </div>`;
}

function Rule({ rule, name, library }: { rule: FormAtom; name: string; library: Library }): VNode {
  const question = library.thing("question", rule.question);
  const options = question ? optionsOf(question.data, library) : [];
  const isMultiple = textIn(question?.data, "kind") === "multiple";
  return html`<fieldset class="rule">
    <legend>Regel</legend>
    <input type="hidden" name=${`${name}.kind`} value="rule" />
    <input type="hidden" name=${`${name}.was`} value=${rule.question} />
    <div class="row">
      <select name=${`${name}.question`} aria-label="Vraag" data-reload>
        <option value="">Kies een vraag</option>
        ${rule.question && !question && html`<option value=${rule.question} selected>${rule.question} (bestaat niet)</option>`}
        <${QuestionOptions} chosen=${rule.question} library=${library} />
      </select>
      ${options.length === 0 && html`<button>Antwoorden tonen</button>`}
    </div>
    ${
      options.length > 0 &&
      html`<select name=${`${name}.but`} aria-label="Welke antwoorden tellen?">
          <option value="" selected=${!rule.butNot}>Deze antwoorden tellen:</option>
          <option value="1" selected=${rule.butNot}>Alle antwoorden tellen, behalve:</option>
        </select>
        <div class="choices">
          ${options.map(
            ({ id, text }) => html`<label class="choice">
              <input type="checkbox" name=${`${name}.is`} value=${id} checked=${rule.options.includes(id)} />${text}
            </label>`,
          )}
        </div>`
    }
    ${
      isMultiple &&
      html`<label class="row">Minstens zoveel van deze antwoorden
        <input type="number" min="1" max="20" name=${`${name}.least`} value=${rule.atLeast} />
      </label>`
    }
    <button name="op" value=${`drop:${name}`}>Regel weg</button>
  </fieldset>`;
}

function QuestionOptions({ chosen, library }: { chosen: string; library: Library }): VNode {
  const questions = library.things.filter(({ kind }) => kind === "question");
  const groups = [...new Set(questions.map(({ group }) => group))];
  return html`${groups.map(
    (group) => html`<optgroup label=${group}>
      ${questions
        .filter((question) => question.group === group)
        .map(({ id, title }) => html`<option value=${id} selected=${id === chosen}>${title}</option>`)}
    </optgroup>`,
  )}`;
}

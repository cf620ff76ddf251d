import type { VNode } from "preact";
import type { ContentVersion } from "../../content/content-store.ts";
import type { Data } from "../edit/emit-yaml.ts";
import type { DraftConflict } from "../edit/merge-draft.ts";
import { FORMS } from "../forms/fields.ts";
import { html } from "../html.ts";
import { type Changes, inWords } from "../library/changes-in-words.ts";
import { conditionInWords } from "../library/condition-in-words.ts";
import type { Library } from "../library/read-library.ts";
import { THING_KINDS, type Thing } from "../library/thing.ts";
import type { Work } from "../work.ts";
import { ChangesView } from "./draft-page.ts";
import { Layout, short } from "./layout.ts";
import { dateTime, personName } from "./start-page.ts";

/** The name of a choice begins with this, and then comes the key of the conflict. */
export const CHOICE = "keuze ";

interface MergeProps {
  work: Work;
  /** As it is published now. */
  published: Library;
  conflicts: readonly DraftConflict[];
  /** What others changed since the draft was begun. */
  theirs: Changes;
  /** Files in which something of the draft stays. */
  mine: readonly string[];
  /** Those that were published since, the newest first. */
  versions: readonly ContentVersion[];
  said: string;
}

/** What somebody else published in what this person changes too: before, theirs and mine side by side, to choose from. */
export function MergePage({ work, published, conflicts, theirs, versions, said }: MergeProps): VNode {
  return html`<${Layout} work=${work} title="Naast elkaar">
    ${said && html`<p class="mistake" role="alert">${said}</p>`}
    <ul>${versions.map(({ number, by, publishedAt, reason }) => html`<li><a href=${`/inhoud/versies/${number}`}>Versie ${number}</a>, ${personName(by)}, ${dateTime(publishedAt)}: ${reason}</li>`)}</ul>
    <form class="publish" method="post" action="/inhoud/concept/samenvoegen">
      ${
        conflicts.length === 0
          ? html`<p>Jullie veranderden verschillende dingen. Die kunnen samen: er gaat niets verloren.</p>`
          : html`<h2>Dit veranderden jullie allebei: kies wat er moet staan</h2>`
      }
      ${conflicts.map((conflict) => html`<${ConflictView} conflict=${conflict} work=${work} published=${published} />`)}
      <button>Voeg samen in mijn concept</button>
      <p class="hint">Al het andere dat je veranderde, blijft in je concept. Medewerkers merken nog niets.</p>
    </form>
    <details><summary>Alles wat intussen gepubliceerd is</summary><${ChangesView} changes=${theirs} /></details>
  <//>`;
}

function ConflictView({
  conflict,
  work,
  published,
}: {
  conflict: DraftConflict;
  work: Work;
  published: Library;
}): VNode {
  const { key, before, mine, theirs } = conflict;
  const thing = thingOf(conflict, work.library) ?? thingOf(conflict, published);
  const place = placeOf(conflict, thing);
  const name = CHOICE + key;
  const title = thing ? `${THING_KINDS[thing.kind].one}: ${short(thing.title)}` : conflict.file;
  const say = (value: Data | undefined, library: Library) => words(conflict, value, library);
  return html`<fieldset class="versus">
    <legend>${title}${place && `, ${place}`}</legend>
    <div class="columns">
      <div><h3>Eerst</h3><p>${say(before, work.published)}</p></div>
      <label class="choice"><input type="radio" required name=${name} value="theirs" /><span><strong>Van je collega</strong><span>${say(theirs, published)}</span></span></label>
      <label class="choice"><input type="radio" required name=${name} value="mine" /><span><strong>Van jou</strong><span>${say(mine, work.library)}</span></span></label>
    </div>
  </fieldset>`;
}

/** The thing of which a value is: by its id in the path, or the whole file. */
function thingOf({ file, path }: DraftConflict, library: Library): Thing | undefined {
  const things = library.files.get(file)?.things ?? [];
  const isHere = ({ id, kind, path: own }: Thing) =>
    own.length === 0 || path[1] === `id ${id}` || (kind === "text" && own.every((key, index) => key === path[index]));
  return things.find(isHere);
}

function placeOf({ path }: DraftConflict, thing: Thing | undefined): string {
  if (thing?.kind === "text") return "";
  const rest = thing && thing.path.length > 0 ? path.slice(2) : path;
  const isField = (keys: readonly (string | number)[]) =>
    keys.length > 0 && keys.every((key, index) => key === rest[index]);
  const form = thing && FORMS[thing.kind].find((field) => isField(field.path));
  return form?.label ?? rest.map((key) => String(key).replace(/^id /, "")).join(" › ");
}

function words({ path }: DraftConflict, value: Data | undefined, library: Library): string {
  if (value === undefined || value === null) return "(niets: weggehaald, of er nog niet)";
  if (["when", "given", "unless", "gate"].includes(String(path.at(-1)))) {
    const isQuestion = path[0] === "questions" && path.length === 3;
    return conditionInWords(value, library, isQuestion ? "counts" : "counts-not");
  }
  return inWords(value);
}

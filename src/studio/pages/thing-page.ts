import { createHash } from "node:crypto";
import type { VNode } from "preact";
import type { Mistake } from "../../content/mistake.ts";
import type { LearnedFromUse } from "../../trends/learned.ts";
import { FieldMistakes, FieldView } from "../forms/field-view.ts";
import { type Field, FORMS } from "../forms/fields.ts";
import { nameOf, VERSION, WAS, wasOf } from "../forms/form-values.ts";
import { placeMistakes } from "../forms/place-mistakes.ts";
import { type Children, html } from "../html.ts";
import { topicName } from "../library/condition-in-words.ts";
import { referencesTo } from "../library/references-to.ts";
import { addressOf, field, KIND_NAMES, listIn, THING_KINDS, type Thing, type ThingKind } from "../library/thing.ts";
import type { Reading } from "../try/misread.ts";
import type { Verdict } from "../verdicts.ts";
import type { Work } from "../work.ts";
import { ExampleChat } from "./example-chat.ts";
import { CheckState, Elsewhere, withMisread, without } from "./found-so-far.ts";
import { Layout, ThingLink } from "./layout.ts";

interface ThingProps {
  work: Work;
  thing: Thing;
  /** What is known of the draft; absent when there is none. */
  verdict: Verdict | undefined;
  mistakes: readonly Mistake[];
  /** What the bot makes of the sentences that the draft adds here; absent until it learned from them. */
  reading: Reading | undefined;
  learned: LearnedFromUse;
  /** Answers that nothing looks at. */
  unused: readonly { id: string; text: string }[];
}

const REMOVABLE: readonly ThingKind[] = [
  "question",
  "signal",
  "article",
  "link",
  "region",
  "source",
  "owner",
  "example",
];

/** One thing: its form, what it looks like, what refers to it, and its file. */
export function ThingPage({ work, thing, verdict, mistakes, reading, learned, unused }: ThingProps): VNode {
  const { library } = work;
  const canWrite = work.status !== undefined;
  // The page asks about such an answer right below it.
  const told = mistakes.filter(({ rule }) => rule !== "unused-option" || unused.length === 0);
  const placed = placeMistakes(thing, library, told);
  const elsewhere = without(told, placed);
  const remarked = withMisread(placeMistakes(thing, library, verdict?.warnings ?? []), reading);
  const confirmation = FORMS[thing.kind].filter(isOfConfirmation);
  const hasMistakes = (one: Field) => placed.has(nameOf(one)) || remarked.has(nameOf(one));
  const view = (one: Field) =>
    html`<${FieldView} field=${one} thing=${thing} library=${library} mistakes=${placed.get(nameOf(one)) ?? []} remarks=${remarked.get(nameOf(one)) ?? []} />
    ${one.type === "options" && html`<${UnusedOptions} unused=${unused} work=${work} thing=${thing} />`}`;
  const isChanged = work.published.files.get(thing.file)?.text !== library.files.get(thing.file)?.text;
  return html`<${Layout} work=${work} title=${THING_KINDS[thing.kind].one}>
    <p class="where">
      ${thing.group && `${thing.kind === "article" ? topicName(thing.group, library) : thing.group} · `}<code>${thing.id}</code>
      <span id="changed" data-live>${isChanged && html` · <strong>Dit bestand is veranderd in je concept.</strong>`}</span>
    </p>
    ${REMOVABLE.includes(thing.kind) && canWrite && html`<p class="alone"><a href=${`${addressOf(thing)}/weg`}>Dit weghalen</a></p>`}
    <div class="side-by-side">
      <form class="edit" method="post" action=${addressOf(thing)} novalidate data-autosave>
        <${FieldMistakes} name="whole" library=${library} mistakes=${placed.get("") ?? []} />
        <${Elsewhere} mistakes=${elsewhere} work=${work} />
        <button class="default" aria-hidden="true" tabindex="-1">Bewaar</button>
        <input type="hidden" id="was" name=${WAS} value=${wasOf(thing)} data-live />
        <input type="hidden" name=${VERSION} value=${work.base} />
        <fieldset class="all" disabled=${!canWrite}>
          ${FORMS[thing.kind].filter((one) => !isOfConfirmation(one)).map(view)}
          ${
            confirmation.length > 0 &&
            html`<details open=${field(thing.data, "confirmed") !== undefined || confirmation.some(hasMistakes)}>
              <summary>Na bevestiging: wat, door wie en wanneer</summary>${confirmation.map(view)}</details>`
          }
          <button class="save">Bewaar in mijn concept</button>
          <${CheckState} verdict=${verdict} reading=${reading} />
          <p class="hint">Pas als je publiceert, zien medewerkers het. Klaar? <a href="/inhoud/concept">Bekijk en publiceer je concept</a>.</p>
        </fieldset>
      </form>
      <${Preview} thing=${thing} work=${work} />
    </div>
    ${thing.kind === "article" && html`<${HelpedBy} id=${thing.id} learned=${learned} />`}
    <${References} work=${work} thing=${thing} />
    <p><a href=${`/inhoud/bestand?file=${encodeURIComponent(thing.file)}`}>Het bestand zelf: ${thing.file}</a></p>
  <//>`;
}

/** Filled in once, after people from the field looked: folded away until then. */
function isOfConfirmation({ path }: Field): boolean {
  return path[0] === "confirmed";
}

/** Asks what has to happen when somebody chooses an answer that nothing looks at yet. */
function UnusedOptions({ unused, work, thing }: Pick<ThingProps, "unused" | "work" | "thing">): VNode {
  const signals = referencesTo(thing, work.library).filter(({ kind }) => kind === "signal");
  return html`<div id="unused" data-live>
    ${unused.map(
      ({ id, text }) => html`<div class="label">
        <p><strong>Wat gebeurt er als iemand “${text}” kiest?</strong></p>
        <p>Nu nog niets: geen signaal let op dit antwoord.</p>
        <p class="buttons">
          <button name="op" value=${`no-advice:${id}`}>Er hoort geen advies bij</button>
          <button name="op" value=${`signal:${id}`}>Maak een signaal bij dit antwoord</button>
        </p>
        ${
          signals.length > 0 &&
          html`<p>Of kies het antwoord bij een signaal dat al op deze vraag let:</p>
          <ul>${signals.map((signal) => html`<li><${ThingLink} thing=${signal} /></li>`)}</ul>`
        }
      </div>`,
    )}
  </div>`;
}

const ON_A_CARD: readonly ThingKind[] = ["question", "signal", "article", "text", "region"];

function Preview({ thing, work }: { thing: Thing; work: Work }): VNode {
  if (thing.kind === "example")
    return html`<${ExampleChat} steps=${listIn(thing.data, "steps")} library=${work.library} />`;
  const start = thing.kind === "question" ? `vraag=${thing.id}` : thing.kind === "article" ? `artikel=${thing.id}` : "";
  const typed = thing.kind === "danger" || thing.kind === "lines";
  const hasCard = ON_A_CARD.includes(thing.kind);
  const title = hasCard ? "Zo ziet een medewerker het" : "Proberen";
  return html`<aside class="preview" aria-label=${title}>
    <h2>${title}</h2>
    ${hasCard && html`<div id="card" data-card=${`${addressOf(thing)}/kaart`}></div>`}
    <p>
      ${start && html`<a href=${`/inhoud/proberen?${start}`}>Probeer dit in een chat</a>`}
      ${typed && html`<a href="/inhoud/proberen#getypt">Typ een zin en kijk waarvoor de bot hem aanziet</a>`}
      ${!start && !typed && html`<a href="/inhoud/proberen">Probeer het in een chat</a>`}
    </p>
  </aside>`;
}

function References({ work, thing }: { work: Work; thing: Thing }): VNode {
  const from = referencesTo(thing, work.library);
  return html`<section aria-labelledby="verwijzingen">
    <h2 id="verwijzingen">Wat hiernaar verwijst</h2>
    ${from.length === 0 && html`<p>Niets.</p>`}
    ${KIND_NAMES.map((kind) => html`<${ReferencesOf} kind=${kind} from=${from.filter((one) => one.kind === kind)} />`)}
  </section>`;
}

/** What workers said of an article. */
function HelpedBy({ id, learned }: { id: string; learned: LearnedFromUse }): VNode {
  const { shown, helped, notHelped } = learned.article(id);
  return html`<section aria-labelledby="hielp">
    <h2 id="hielp">Hielp dit artikel?</h2>
    <p>In de laatste twaalf maanden: getoond ${shown}, hielp ${helped}, hielp niet ${notHelped}.</p>
  </section>`;
}

const MOST_IN_SIGHT = 8;

function ReferencesOf({ kind, from }: { kind: ThingKind; from: readonly Thing[] }): Children {
  if (from.length === 0) return "";
  const title = `${from.length} ${from.length === 1 ? THING_KINDS[kind].one.toLowerCase() : THING_KINDS[kind].many.toLowerCase()}`;
  const list = html`<ul>${from.map((one) => html`<li><${ThingLink} thing=${one} /></li>`)}</ul>`;
  if (from.length > MOST_IN_SIGHT) return html`<details><summary>${title}</summary>${list}</details>`;
  return html`<p>${title}</p>${list}`;
}

/** By which it is known whether a file is still what somebody saw. */
export function markOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

interface FileProps extends Pick<ThingProps, "work" | "verdict" | "mistakes"> {
  file: string;
}

/** A file as it is, for who likes that better. */
export function FilePage({ work, file, verdict, mistakes }: FileProps): VNode {
  const text = work.files[file] ?? "";
  const things = work.library.files.get(file)?.things ?? [];
  return html`<${Layout} work=${work} title="Bestand">
    <p><code>${file}</code></p>
    <${FieldMistakesList} mistakes=${mistakes.filter((mistake) => mistake.file === file)} />
    <form class="edit" method="post" action="/inhoud/bestand" data-autosave>
      <input type="hidden" name="file" value=${file} />
      <input type="hidden" id="was" name=${WAS} value=${markOf(text)} data-live />
      <label for="text">De tekst van het bestand</label>
      <textarea id="text" class="code" name="text" rows="30" spellcheck="false" wrap="off" readonly=${!work.status} value=${text}></textarea>
      ${work.status && html`<button class="save">Bewaar in mijn concept</button>`}
      <${CheckState} verdict=${verdict} />
    </form>
    ${
      things.length > 0 &&
      html`<details><summary>Wat in dit bestand staat, met een formulier (${things.length})</summary>
        <ul>${things.map((thing) => html`<li>${THING_KINDS[thing.kind].one}: <${ThingLink} thing=${thing} /></li>`)}</ul></details>`
    }
  <//>`;
}

function FieldMistakesList({ mistakes }: { mistakes: readonly Mistake[] }): VNode {
  return html`<ul id="mistakes" class="mistakes" data-live>
    ${mistakes.map(({ line, what, fix }) => html`<li class="mistake">Regel ${line}: <strong>${what}</strong> ${fix}</li>`)}
  </ul>`;
}

export function FilesPage({ work }: { work: Work }): VNode {
  const names = Object.keys(work.files).sort();
  const folders = [...new Set(names.map((name) => name.slice(0, name.lastIndexOf("/"))))];
  return html`<${Layout} work=${work} title="Bestanden">
    ${folders.map(
      (folder) => html`<details><summary>${folder}</summary>
        <ul>${names
          .filter((name) => name.slice(0, name.lastIndexOf("/")) === folder)
          .map(
            (
              name,
            ) => html`<li><a href=${`/inhoud/bestand?file=${encodeURIComponent(name)}`}>${name.slice(folder.length + 1)}</a>
            ${work.files[name] !== work.before[name] && html` <strong>veranderd</strong>`}</li>`,
          )}</ul></details>`,
    )}
  <//>`;
}

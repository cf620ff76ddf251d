import type { VNode } from "preact";
import type { Data } from "../edit/emit-yaml.ts";
import { type Children, html } from "../html.ts";
import { type FieldChange, fieldChanges } from "../library/changes-in-words.ts";
import { conditionInWords, optionWords } from "../library/condition-in-words.ts";
import type { Library } from "../library/read-library.ts";
import { addressOf, field, KIND_NAMES, THING_KINDS, type ThingKind, textIn } from "../library/thing.ts";
import { isByHand, type Mend, type Removal } from "../remove/mends-for.ts";
import type { Work } from "../work.ts";
import { FieldChanges } from "./draft-page.ts";
import { Layout, short, ThingLink } from "./layout.ts";

/** What can only go away when something comes in its place. */
const NEEDS_OTHER: readonly ThingKind[] = ["source", "region"];
const CAN_HAVE_OTHER: readonly ThingKind[] = [...NEEDS_OTHER, "link", "article"];

interface RemoveProps {
  work: Work;
  removal: Removal;
  mends: readonly Mend[];
  /** Files in which nothing would be left. */
  emptied: readonly string[];
}

/** What refers to a thing, what becomes of that when the thing goes away, and the buttons that do it. */
export function RemovePage({ work, removal, mends, emptied }: RemoveProps): VNode {
  const { thing, answer, instead } = removal;
  const { library } = work;
  const name = answer === undefined ? short(thing.title) : `“${optionWords(thing.data, answer, library)}”`;
  const what = answer === undefined ? THING_KINDS[thing.kind].one.toLowerCase() : "antwoord";
  const byHand = mends.filter(isByHand);
  const offered = mends.filter((mend) => !isByHand(mend));
  // The advice that goes along is what a worker will miss.
  const goneToo = offered.flatMap(({ thing: of, after }) => (of && after === undefined ? [of.title] : []));
  const lacksOther = offered.length > 0 && NEEDS_OTHER.includes(thing.kind) && !instead;
  return html`<${Layout} work=${work} title=${`Weghalen: ${what} ${name}`}>
    <p><${ThingLink} thing=${thing} text=${answer === undefined ? "Terug, en niets weghalen" : "Terug naar de vraag, en niets weghalen"} /></p>
    ${mends.length === 0 && html`<p>Niets verwijst hiernaar.</p>`}
    ${offered.length > 0 && CAN_HAVE_OTHER.includes(thing.kind) && html`<${Instead} removal=${removal} library=${library} />`}
    ${
      byHand.length > 0 &&
      html`<section class="label" aria-labelledby="zelf"><h2 id="zelf">Verander dit eerst zelf</h2>
      <p>Een poort bepaalt wie door mag naar de volgende fase. Die verandert niet vanzelf mee.</p>
      <ul>${byHand.map(({ file, before }) => html`<li class="condition-words"><a href=${`/inhoud/bestand?file=${encodeURIComponent(file)}`}>${file}</a>: de poort van ${textIn(before, "id")}. Nu alleen verder ${conditionInWords(field(before, "gate"), library)}</li>`)}</ul></section>`
    }
    ${emptied.map(
      (
        file,
      ) => html`<p class="mistake">Dan blijft er niets over in <a href=${`/inhoud/bestand?file=${encodeURIComponent(file)}`}>${file}</a>.
        Een fase zonder vragen of een groep zonder signalen kan niet. Maak er eerst iets anders in.</p>`,
    )}
    <form class="publish" method="post" action=${`${addressOf(thing)}/weg`}>
      <${Wish} removal=${removal} />
      ${goneToo.length > 0 && html`<p><strong>Let op:</strong> ${goneToo.map((title) => `“${title}”`).join(", ")} ${goneToo.length === 1 ? "gaat" : "gaan"} ook weg. De bot zegt dat dan niet meer.</p>`}
      ${lacksOther && html`<p>Kies eerst wat er in de plaats komt.</p>`}
      <button disabled=${lacksOther || byHand.length + emptied.length > 0}>${offered.length > 0 ? `Pas alle ${offered.length} aan, en haal het weg` : "Haal het weg"}</button>
      <p class="hint">${offered.length > 0 && "Wat er dan verandert, staat hieronder. "}Het komt in je concept. Daar zie je alles nog eens.</p>
    </form>
    ${
      offered.length > 0 &&
      html`<h2>Dit verwijst ernaar</h2>
      <p>Bij elk staat wat er dan verandert. Niets daarvan gebeurt tot je op een knop drukt, en pas als je publiceert, merken medewerkers het. Je kunt ook een paar plekken apart aanpassen.</p>`
    }
    ${KIND_NAMES.map((kind) => html`<${MendsOf} title=${THING_KINDS[kind].many} mends=${offered.filter(({ thing: of }) => of?.kind === kind)} removal=${removal} library=${library} />`)}
    <${MendsOf} title="Altijd-regels en andere plekken" mends=${offered.filter(({ thing: of }) => !of)} removal=${removal} library=${library} />
  <//>`;
}

function Wish({ removal: { answer, instead } }: { removal: Removal }): VNode {
  return html`${answer !== undefined && html`<input type="hidden" name="antwoord" value=${answer} />`}
    ${instead && html`<input type="hidden" name="anders" value=${instead} />`}`;
}

function Instead({ removal: { thing, instead = "" }, library }: { removal: Removal; library: Library }): VNode {
  const others = library.things.filter(({ kind, id }) => kind === thing.kind && id !== thing.id);
  return html`<form method="get" action=${`${addressOf(thing)}/weg`}>
    <label for="anders">Wat komt ervoor in de plaats?</label>
    <div class="row"><select id="anders" name="anders">
      <option value="">Niets</option>
      ${others.map(({ id, title }) => html`<option value=${id} selected=${id === instead}>${title}</option>`)}
    </select><button>Laat zien</button></div>
  </form>`;
}

const MOST_IN_SIGHT = 8;

interface MendsProps {
  title: string;
  mends: readonly Mend[];
  removal: Removal;
  library: Library;
}

function MendsOf({ title, mends, removal, library }: MendsProps): Children {
  if (mends.length === 0) return "";
  const list = mends.map((mend) => html`<${MendView} mend=${mend} removal=${removal} library=${library} />`);
  if (mends.length > MOST_IN_SIGHT) return html`<details><summary>${title}: ${mends.length}</summary>${list}</details>`;
  return html`<section><h3>${title}</h3>${list}</section>`;
}

function MendView({ mend, removal, library }: Omit<MendsProps, "mends" | "title"> & { mend: Mend }): VNode {
  const { key, thing, after, before } = mend;
  const name = thing ? html`<${ThingLink} thing=${thing} />` : textIn(before, "about") || textIn(before, "text") || key;
  if (after === undefined) {
    return html`<div class="change"><h4>${name}</h4>
      <p><strong>Gaat ook weg.</strong> Het hing hiervan af, en dan blijft er niets over.
      ${thing && html` <a href=${`${addressOf(thing)}/weg`}>Apart weghalen</a>`}</p></div>`;
  }
  return html`<div class="change"><h4>${name}</h4>
    <${FieldChanges} fields=${changesOf(mend, library)} />
    <form method="post" action=${`${addressOf(removal.thing)}/weg`}>
      <${Wish} removal=${removal} />
      <button class="danger" name="plek" value=${key}>Pas alleen dit aan</button>
    </form>
  </div>`;
}

/** What a mend changes, as people read it. */
function changesOf({ thing, before, after = null }: Mend, library: Library): FieldChange[] {
  if (thing) return fieldChanges(thing, { ...thing, data: after }, library, library);
  const say = (data: Data) =>
    conditionInWords(field(data, "given") ?? field(data, "unless") ?? field(data, "keeps-shut", "unless"), library);
  return [{ label: "Bij welke antwoorden", before: say(before), after: say(after) }];
}

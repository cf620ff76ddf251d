import type { VNode } from "preact";
import type { Mistake } from "../../content/mistake.ts";
import type { Decision } from "../../content/schema/decision.ts";
import type { Data } from "../edit/emit-yaml.ts";
import type { EffectsSoFar } from "../effects.ts";
import { MendButton } from "../forms/field-view.ts";
import { type Children, html } from "../html.ts";
import { type Change, type Changes, changesInWords, type FieldChange } from "../library/changes-in-words.ts";
import type { Library, ReadFile } from "../library/read-library.ts";
import { answerLines } from "../library/steps-in-words.ts";
import { field, THING_KINDS, type Thing } from "../library/thing.ts";
import type { Verdict } from "../verdicts.ts";
import type { Work } from "../work.ts";
import { EffectsSummary } from "./effects-page.ts";
import { Chat } from "./example-chat.ts";
import { Layout, short, ThingLink } from "./layout.ts";
import { dateTime } from "./start-page.ts";

interface DraftProps {
  work: Work;
  verdict: Verdict | undefined;
  effects: EffectsSoFar | undefined;
  requestId: string;
  /** Who decides about what changes. */
  decisions: readonly Decision[];
  /** What came of the last try to publish. */
  said?: string | undefined;
  reason?: string;
}

/** What somebody changed, whether it is right, and the button that publishes it. */
export function DraftPage({ work, verdict, effects, requestId, decisions, said = "", reason = "" }: DraftProps): VNode {
  const { draft, status } = work;
  if (!draft || !status) {
    return html`<${Layout} work=${work} title="Mijn concept">
      ${said && html`<p class="label" role="alert">${said}</p>`}
      <p>Je hebt niets veranderd sinds de laatste publicatie.</p>
    <//>`;
  }
  const changes = changesInWords(work.published, work.library);
  const needsSecond = status.needsApproval || decisions.some((decision) => decision["second-person"]);
  return html`<${Layout} work=${work} title="Mijn concept">
    ${said && html`<p class="mistake" role="alert">${said}</p>`}
    <p class="note">Alleen jij ziet dit concept. Laatst bewaard: ${dateTime(draft.savedAt)}.</p>
    <section aria-labelledby="verandert"><h2 id="verandert">Wat verandert er?</h2><${ChangesView} changes=${changes} /></section>
    <${VerdictView} verdict=${verdict} library=${work.library} />
    <${EffectsSummary} effects=${effects} />
    <form class="publish" method="post" action="/inhoud/concept/publiceren">
      <h2>${needsSecond ? "Voorleggen aan een collega" : "Publiceren"}</h2>
      <${DecisionsView} decisions=${decisions} />
      <input type="hidden" name="etag" value=${draft.etag} />
      <input type="hidden" name="request" value=${requestId} />
      <label for="reason">Waarom verandert dit?</label>
      <p class="hint" id="reason-hint">Collega's lezen dit later bij de versie. Geen namen van gezinnen.</p>
      <textarea id="reason" name="reason" rows="2" maxlength="500" required aria-describedby="reason-hint" value=${reason}></textarea>
      ${
        status.hasOtherRelease &&
        html`<label class="choice"><input type="checkbox" name="adopts" value="1" />Ik heb bekeken wat er <a href="/inhoud/uitgave">nieuw is in deze uitgave</a>. Toon het daarna niet meer.</label>`
      }
      <button>${needsSecond ? "Leg voor" : "Publiceer"}</button>
      <p class="hint">${needsSecond ? "Een collega moet het goedkeuren." : "Medewerkers krijgen het binnen een halve minuut. Terug kan altijd, bij Versies."}</p>
    </form>
    <details><summary>Mijn concept weggooien</summary>
      <p>Alles hierboven is dan weg. Wat gepubliceerd is, blijft.</p>
      <form method="post" action="/inhoud/concept/weg"><input type="hidden" name="etag" value=${draft.etag} /><button class="danger">Gooi mijn concept weg</button></form>
    </details>
  <//>`;
}

/** Who decides about what changes, and whether they agreed. */
function DecisionsView({ decisions }: { decisions: readonly Decision[] }): Children {
  const asked = decisions.filter(({ agreement }) => agreement);
  if (asked.length === 0) return "";
  return html`<p>Hierover beslissen jullie niet alleen:</p>
    <ul>${asked.map(
      (decision) => html`<li>Over ${decision.what} gaat: <strong>${decision.who}</strong>.
        ${decision["second-person"] && " Ook een tweede programmamedewerker moet het goedkeuren."}</li>`,
    )}</ul>
    <label class="choice"><input type="checkbox" name="agreed" value="1" required />Wie hierover gaat, heeft deze wijziging goedgekeurd.</label>
    <p class="hint">Dat komt bij de versie te staan. Twijfel je of de betekenis verandert? Dan verandert ze.</p>`;
}

export function ChangesView({ changes: { things, files } }: { changes: Changes }): VNode {
  return html`${things.length + files.length === 0 && html`<p>Niets dat een medewerker ziet.</p>`}
    ${things.map((change) => html`<${ChangeView} change=${change} />`)}
    ${files.length > 0 && html`<p>Ook veranderd: ${files.map((file) => html`<a href=${`/inhoud/bestand?file=${encodeURIComponent(file)}`}>${file}</a> `)}</p>`}`;
}

const HOW = { new: "Nieuw", gone: "Weg", changed: "Veranderd" } as const;

function ChangeView({ change: { how, kind, thing, fields } }: { change: Change }): VNode {
  return html`<div class="change">
    <h3>${HOW[how]}: ${THING_KINDS[kind].one.toLowerCase()} ${how === "gone" ? short(thing.title) : html`<${ThingLink} thing=${thing} />`}</h3>
    <${FieldChanges} fields=${fields} />
  </div>`;
}

export function FieldChanges({ fields }: { fields: readonly FieldChange[] }): VNode {
  return html`<dl>${fields.map(
    ({ label, before, after }) => html`<dt>${label}</dt>
      ${before && html`<dd><del>${before}</del></dd>`}${after && html`<dd><ins>${after}</ins></dd>`}
      ${!before && !after && html`<dd>veranderd</dd>`}`,
  )}</dl>`;
}

/** What the check says, refreshed while it runs. */
function VerdictView({ verdict, library }: { verdict: Verdict | undefined; library: Library }): VNode {
  return html`<section id="verdict" aria-labelledby="controle" data-live data-busy=${verdict?.state === "busy" || undefined}>
    <h2 id="controle">Klopt het?</h2>
    ${(!verdict || verdict.state === "busy") && html`<p>De controle loopt. Dat duurt tot een minuut. Je kunt intussen verder werken.</p>`}
    ${verdict?.state === "failed" && html`<p class="mistake">De controle lukte niet. Laad de pagina opnieuw.</p>`}
    ${verdict?.state === "done" && html`<${Judged} mistakes=${verdict.mistakes} warnings=${verdict.warnings} library=${library} />`}
  </section>`;
}

const SHOWN = 20;

function Judged({
  mistakes,
  warnings,
  library,
}: {
  mistakes: readonly Mistake[];
  warnings: readonly Mistake[];
  library: Library;
}): VNode {
  return html`${mistakes.length === 0 && html`<p class="good">Geen fouten. Alle altijd-regels kloppen, en alle voorbeeldgesprekken gaan zoals ze er staan.</p>`}
    ${mistakes.length > 0 && html`<p><strong>${mistakes.length} ${mistakes.length === 1 ? "fout" : "fouten"}.</strong> Zolang die er zijn, kun je niet publiceren. Begin bovenaan.</p>`}
    ${mistakes.slice(0, SHOWN).map((mistake) => html`<${MistakeView} mistake=${mistake} library=${library} />`)}
    ${mistakes.length > SHOWN && html`<p>En nog ${mistakes.length - SHOWN}.</p>`}
    ${
      warnings.length > 0 &&
      html`<details><summary>${warnings.length} ${warnings.length === 1 ? "opmerking" : "opmerkingen"}: daarmee kun je wel publiceren</summary>
        ${warnings.map((mistake) => html`<${MistakeView} mistake=${mistake} library=${library} />`)}</details>`
    }`;
}

function MistakeView({ mistake, library }: { mistake: Mistake; library: Library }): VNode {
  const { file, line, what, fix } = mistake;
  const thing = thingAt(library.files.get(file), mistake);
  const example = counterExample(what);
  return html`<div class="mistake">
    <p><strong>${what.replace(ANSWERS, "dit gesprek")}</strong> ${fix}</p>
    ${example.length > 0 && html`<p>Het gesprek waarin het misgaat:</p><${Chat} lines=${example.flatMap(({ question, chosen }) => answerLines(question, chosen, library))} />`}
    ${mistake.mend && html`<form method="post" action="/inhoud/concept/verbeteren"><${MendButton} mistake=${mistake} library=${library} /></form>`}
    ${
      // What is wrong with all of a folder stands in no file.
      file.includes(".") &&
      html`<p>${thing ? html`<${ThingLink} thing=${thing} />, ` : ""}<a href=${`/inhoud/bestand?file=${encodeURIComponent(file)}`}>${file}, regel ${line}</a></p>`
    }
  </div>`;
}

/** Answers as the check names them at the end of a mistake (`answersInWords`): `direct-gevaar = ja, wat-gebeurd = wapen + letsel`. */
const ANSWERS = /(?:[a-z0-9-]+ = [a-z0-9-]+(?: \+ [a-z0-9-]+)*(?:, )?)+(?=\.?$)/;

function counterExample(what: string): { question: string; chosen: string[] }[] {
  const answers = ANSWERS.exec(what)?.[0].split(", ") ?? [];
  return answers.map((answer) => {
    const [question = "", chosen = ""] = answer.split(" = ");
    return { question, chosen: chosen.split(" + ") };
  });
}

/** The thing in which a mistake stands: the last one that begins before it. */
function thingAt(read: ReadFile | undefined, { line }: Pick<Mistake, "line">): Thing | undefined {
  if (!read) return undefined;
  const { parsed } = read;
  // The rules that always hold come after the signals, and are none of them.
  const hasRules = field(parsed.data as Data, "invariants") !== undefined;
  const rulesFrom = hasRules ? parsed.mistakeAt(["invariants"], { rule: "", what: "", fix: "" }).line : undefined;
  if (rulesFrom !== undefined && line >= rulesFrom) return undefined;
  const lineOf = ({ path }: Thing) => parsed.mistakeAt(path, { rule: "", what: "", fix: "" }).line;
  return read.things.findLast((thing) => lineOf(thing) <= line);
}

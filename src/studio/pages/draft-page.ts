import type { VNode } from "preact";
import type { Decision } from "../../content/schema/decision.ts";
import type { EffectsSoFar } from "../effects.ts";
import { type Children, html } from "../html.ts";
import { type Change, type Changes, changesInWords, type FieldChange } from "../library/changes-in-words.ts";
import { THING_KINDS } from "../library/thing.ts";
import type { Reading } from "../try/misread.ts";
import type { Verdict } from "../verdicts.ts";
import type { Work } from "../work.ts";
import { EffectsSummary } from "./effects-page.ts";
import { Layout, short, ThingLink } from "./layout.ts";
import { dateTime } from "./start-page.ts";
import { VerdictView } from "./verdict-view.ts";

interface DraftProps {
  work: Work;
  verdict: Verdict | undefined;
  /** What the bot makes of the sentences that the draft adds. */
  reading?: Reading | undefined;
  effects: EffectsSoFar | undefined;
  requestId: string;
  /** Who decides about what changes. */
  decisions: readonly Decision[];
  /** What came of the last try to publish. */
  said?: string | undefined;
  reason?: string;
}

/** What somebody changed, whether it is right, and the button that publishes it. */
export function DraftPage({
  work,
  verdict,
  reading,
  effects,
  requestId,
  decisions,
  said = "",
  reason = "",
}: DraftProps): VNode {
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
    <${VerdictView} verdict=${verdict} reading=${reading} library=${work.library} />
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
      (decision) => html`<li><strong>${decision.who}</strong>, over: ${decision.what}.
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

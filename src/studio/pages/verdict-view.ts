import type { VNode } from "preact";
import { type ExampleMend, foldMistakes, type Mistake } from "../../content/mistake.ts";
import { examplesLike } from "../edit/mend-examples.ts";
import { inForm } from "../forms/as-seen.ts";
import { MendButton } from "../forms/field-view.ts";
import { type Children, html } from "../html.ts";
import { optionsOf } from "../library/condition-in-words.ts";
import { named } from "../library/named.ts";
import type { Library } from "../library/read-library.ts";
import { answerLines } from "../library/steps-in-words.ts";
import type { Reading } from "../try/misread.ts";
import type { Verdict } from "../verdicts.ts";
import { Chat } from "./example-chat.ts";
import { ThingLink } from "./layout.ts";
import { StillMisread } from "./still-misread.ts";

interface VerdictProps {
  verdict: Verdict | undefined;
  /** What the bot makes of the sentences that the draft adds. */
  reading: Reading | undefined;
  library: Library;
}

/** What the check says, refreshed while it runs. */
export function VerdictView({ verdict, reading, library }: VerdictProps): VNode {
  return html`<section id="verdict" aria-labelledby="controle" data-live data-busy=${verdict?.state === "busy" || undefined}>
    <h2 id="controle">Klopt het?</h2>
    ${(!verdict || verdict.state === "busy") && html`<p>De controle loopt. Dat duurt tot een minuut. Je kunt intussen verder werken.</p>`}
    ${verdict?.state === "busy" && verdict.mistakes.length > 0 && html`<p>Dit is al gezien:</p><${Judged} mistakes=${verdict.mistakes} warnings=${[]} library=${library} />`}
    ${verdict?.state === "failed" && html`<p class="mistake">De controle lukte niet. Laad de pagina opnieuw.</p>`}
    <${StillMisread} reading=${reading} />
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
  const folded = asInForms(mistakes, library);
  return html`${mistakes.length === 0 && html`<p class="good">Geen fouten. Alle altijd-regels kloppen, en alle voorbeeldgesprekken gaan zoals ze er staan.</p>`}
    ${folded.length > 0 && html`<p><strong>${folded.length} ${folded.length === 1 ? "fout" : "fouten"}.</strong> Zolang die er zijn, kun je niet publiceren. Begin bovenaan.</p>`}
    ${folded.slice(0, SHOWN).map(
      ({ mistake, more }) => html`<${MistakeView} mistake=${mistake} library=${library}>
        ${mistake.example && html`<${FollowQuestion} mend=${mistake.example} count=${examplesLike(mistakes, mistake.example).length} library=${library} />`}
        ${more > 0 && html`<p class="note">Hierdoor gaat ook iets anders mis, op ${more} ${more === 1 ? "plek" : "plekken"}. Los dit eerst op.</p>`}
      <//>`,
    )}
    ${folded.length > SHOWN && html`<p>En nog ${folded.length - SHOWN}.</p>`}
    ${
      warnings.length > 0 &&
      html`<details><summary>${warnings.length} ${warnings.length === 1 ? "opmerking" : "opmerkingen"}: daarmee kun je wel publiceren</summary>
        ${warnings.map((mistake) => html`<${MistakeView} mistake=${mistake} library=${library} />`)}</details>`
    }`;
}

/** Each cause as its form tells it; of what a form tells as one, such as a condition that is not whole, the first. */
function asInForms(mistakes: readonly Mistake[], library: Library): ReturnType<typeof foldMistakes> {
  const known = new Set<string>();
  return foldMistakes(mistakes).flatMap(({ mistake, more }) => {
    const { thing, field, seen } = inForm(mistake, library);
    const key = JSON.stringify([thing?.kind, thing?.id, field?.path, seen.what]);
    if (field && known.has(key)) return [];
    known.add(key);
    return { mistake: { ...mistake, ...seen }, more };
  });
}

/** The button that makes examples follow a question that is asked there now, or is not asked any more. */
function FollowQuestion({ mend, count, library }: { mend: ExampleMend; count: number; library: Library }): VNode {
  const { how, question } = mend;
  const places = count === 1 ? "dit voorbeeld" : `deze ${count} voorbeelden`;
  const id = `antwoord-${question}`;
  return html`<form method="post" action="/inhoud/concept/voorbeelden">
    <input type="hidden" name="how" value=${how} /><input type="hidden" name="question" value=${question} />
    ${how === "drop" && html`<button>Haal het antwoord uit ${places}</button>`}
    ${
      how === "answer" &&
      html`<label for=${id}>Hoort de vraag daar? Kies wat er in ${places} geantwoord wordt</label>
      <div class="row"><select id=${id} name="answer" required>
        <option value="">Kies een antwoord</option>
        ${optionsOf(library.thing("question", question)?.data, library).map((option) => html`<option value=${option.id}>${option.text}</option>`)}
      </select><button>Zet het erin</button></div>`
    }
  </form>`;
}

function MistakeView({
  mistake,
  library,
  children,
}: {
  mistake: Mistake;
  library: Library;
  children?: Children;
}): VNode {
  const { what, fix } = mistake;
  const example = counterExample(what);
  return html`<div class="mistake">
    <p><strong>${inWords(what, library, "dit gesprek")}</strong> ${fix}</p>
    ${example.length > 0 && html`<p>Het gesprek waarin het misgaat:</p><${Chat} lines=${example.flatMap(({ question, chosen }) => answerLines(question, chosen, library))} />`}
    ${mistake.mend && html`<form method="post" action="/inhoud/concept/verbeteren"><${MendButton} mistake=${mistake} library=${library} /></form>`}
    <${MistakePlace} mistake=${mistake} library=${library} />
    ${children}
  </div>`;
}

/** The links to the thing and the line of a mistake. What is wrong with all of a folder stands in no file. */
export function MistakePlace({ mistake, library }: { mistake: Mistake; library: Library }): Children {
  const { file, line } = mistake;
  if (!file.includes(".")) return "";
  const { thing, field } = inForm(mistake, library);
  const where = field && html`bij “${field.label}”, `;
  return html`<p>${thing ? html`<${ThingLink} thing=${thing} />, ${where}` : ""}<a href=${`/inhoud/bestand?file=${encodeURIComponent(file)}`}>${file}, regel ${line}</a></p>`;
}

/** Answers as the check names them at the end of a mistake (`answersInWords`): `direct-gevaar = ja, wat-gebeurd = wapen + letsel`. */
const ANSWERS = /(?:[a-z0-9-]+ = [a-z0-9-]+(?: \+ [a-z0-9-]+)*(?:, )?)+(?=\.?$)/;

/** A message in words: with titles in the place of ids, and `instead` of the answers that are shown as a chat. */
export function inWords(what: string, library: Library, instead: string): string {
  return named(what.replace(ANSWERS, instead), library);
}

function counterExample(what: string): { question: string; chosen: string[] }[] {
  const answers = ANSWERS.exec(what)?.[0].split(", ") ?? [];
  return answers.map((answer) => {
    const [question = "", chosen = ""] = answer.split(" = ");
    return { question, chosen: chosen.split(" + ") };
  });
}

import type { VNode } from "preact";
import type { Heaviest } from "../../check/effects/heaviest.ts";
import type { Answers } from "../../conditions/evaluate.ts";
import type { Content } from "../../content/content.ts";
import { fileKindOf } from "../../content/file-kinds.ts";
import { DANGER_LEVELS } from "../../content/schema/danger.ts";
import type { Question } from "../../content/schema/question.ts";
import { offeredOptions } from "../../flow/offered-options.ts";
import { LEVEL_LINES } from "../forms/fields.ts";
import { type Children, html } from "../html.ts";
import type { Library } from "../library/read-library.ts";
import { type ThingKind, textIn } from "../library/thing.ts";
import type { Misread } from "../try/misread.ts";
import type { Taken } from "../try/taken-for.ts";
import type { Way } from "../try/way-to.ts";
import type { Work } from "../work.ts";
import { Layout } from "./layout.ts";
import { MisreadView } from "./still-misread.ts";

interface TryProps {
  work: Work;
  content: Content;
  /** What is done first in the chat. */
  start: readonly object[];
  typed?: string;
  /** What the bot takes the typed text for, with the draft and without. */
  lines?: readonly Taken[];
  before?: readonly Taken[];
  /** The typed text is a sentence of the draft that is misread all the same. */
  misread?: Misread | undefined;
  assumed?: Assumed | undefined;
}

/** The answers that lead to where a chat begins. */
export interface Assumed {
  /** Id of the question, or `<flow>/<phase>`. */
  wanted: string;
  /** Undefined when no answers lead there. */
  way?: Way;
  /** What was asked on that way. */
  path?: readonly { question: Question }[];
  /** The question that comes then; undefined at the end of the walk. */
  comes?: Question | undefined;
}

/** A chat with the draft, and a text to see what it is taken for. Nothing is counted or kept. */
export function TryPage({
  work,
  content,
  start,
  typed = "",
  lines = [],
  before = [],
  misread,
  assumed,
}: TryProps): VNode {
  return html`<${Layout} work=${work} title="Proberen">
    <p>Je praat hier met de bot zoals hij ${work.draft ? "is met jouw concept" : "nu is"}. Er wordt niets geteld, en niets bewaard als je dat niet zelf doet.</p>
    <div class="side-by-side">
      <section aria-labelledby="chat-titel">
        <h2 id="chat-titel">Chat</h2>
        <${StartForm} work=${work} content=${content} wanted=${assumed?.wanted ?? ""} />
        ${assumed && html`<${AssumedAnswers} assumed=${assumed} />`}
        <div id="chat" data-chat="/inhoud/proberen" data-start=${JSON.stringify(start)}>
          <p class="buttons">
            ${[...content.flows.values()].map(
              (flow) =>
                html`<button type="button" data-do=${JSON.stringify({ action: { verb: "start", flow: flow.id, again: true } })}>${flow.title}</button>`,
            )}
            <button type="button" data-again>Begin opnieuw</button>
          </p>
          <p class="note" data-wait hidden>Even geduld: na een wijziging maakt de bot zich eerst klaar. Dat duurt tot een minuut.</p>
          <div class="log" aria-live="polite"></div>
          <form data-type>
            <label for="say">Typ een bericht</label>
            <div class="row"><input id="say" type="text" maxlength="2000" autocomplete="off" /><button>Stuur</button></div>
          </form>
          <${KeepForm} canKeep=${work.status !== undefined} />
          <noscript><p>Voor de chat is JavaScript nodig.</p></noscript>
        </div>
      </section>
      <section aria-labelledby="getypt">
        <h2 id="getypt">Waar ziet de bot een tekst voor aan?</h2>
        <form method="post" action="/inhoud/proberen/getypt">
          <label for="text">Een bericht, zoals iemand het typt</label>
          <textarea id="text" name="text" rows="3" maxlength="2000" required value=${typed}></textarea>
          <button>Kijk</button>
        </form>
        ${lines.length > 0 && html`<${TakenView} lines=${lines} before=${before} isDraft=${work.draft !== undefined} />`}
        ${misread && html`<${MisreadView} misread=${misread} />`}
        ${lines.length > 0 && work.status && html`<${PlaceForms} text=${typed} library=${work.library} />`}
      </section>
    </div>
  <//>`;
}

/** Begins anywhere: at a phase or a question. */
function StartForm({ work, content, wanted }: { work: Work; content: Content; wanted: string }): VNode {
  const questions = Map.groupBy(
    work.library.things.filter(({ kind }) => kind === "question"),
    ({ group }) => group,
  );
  const option = (value: string, label: string) =>
    html`<option value=${value} selected=${value === wanted}>${label}</option>`;
  return html`<form class="quick" method="get" action="/inhoud/proberen">
    <label for="bij">Begin midden in een ronde</label>
    <p class="hint" id="bij-hint">De antwoorden die daarheen leiden, worden voor je ingevuld. Je kunt ze daarna veranderen.</p>
    <div class="row">
      <select id="bij" name="bij" required aria-describedby="bij-hint">
        <option value="">Kies een fase of een vraag</option>
        ${[...content.flows.values()].map(
          ({ id, title, phases }) =>
            phases.length > 1 &&
            html`<optgroup label=${`${title}, vanaf een fase`}>${phases.map((phase) => option(`${id}/${phase.id}`, phase.title))}</optgroup>`,
        )}
        ${[...questions].map(
          ([group, some]) =>
            html`<optgroup label=${`Vragen bij ${group}`}>${some.map(({ id, title, data }) => option(id, textIn(data, "label") || title))}</optgroup>`,
        )}
      </select>
      <button>Begin hier</button>
    </div>
  </form>`;
}

/** What is taken as answered, and other answers to choose. */
function AssumedAnswers({ assumed: { wanted, way, path = [], comes } }: { assumed: Assumed }): VNode {
  if (!way)
    return html`<p class="label">Geen antwoorden leiden hierheen. Kijk bij de vraag wanneer de bot haar stelt, of kies iets anders.</p>`;
  const isThere = wanted.includes("/") || comes?.id === wanted;
  return html`<div class="assumed">
    ${
      !isThere &&
      html`<p class="label"><strong>${comes ? "Met deze antwoorden komt er eerst een andere vraag." : "Met deze antwoorden komt de vraag niet."}</strong> De chat begint daar.</p>`
    }
    ${path.length === 0 && html`<p>Er zijn geen antwoorden ingevuld: de ronde begint hier.</p>`}
    ${
      path.length > 0 &&
      html`<p>Alsof dit al geantwoord is:</p>
        <ul>${path.map(({ question }) => html`<li>${question.label}: <b>${wordsOf(question, way.answers[question.id] ?? [])}</b></li>`)}</ul>
        <details><summary>Verander deze antwoorden</summary>
          <form method="get" action="/inhoud/proberen">
            <input type="hidden" name="bij" value=${wanted} />
            <input type="hidden" name="ronde" value=${way.flow} />
            ${way.phase && html`<input type="hidden" name="fase" value=${way.phase} />`}
            ${path.map(({ question }) => html`<${AssumedAnswer} question=${question} answers=${way.answers} />`)}
            <button>Begin met deze antwoorden</button>
          </form></details>`
    }
  </div>`;
}

function wordsOf({ options }: Question, chosen: readonly string[]): string {
  return chosen.map((id) => options.find((option) => option.id === id)?.text ?? id).join(", ");
}

function AssumedAnswer({ question, answers }: { question: Question; answers: Answers }): VNode {
  const { id, text, kind } = question;
  const options = offeredOptions(question, answers);
  const chosen = answers[id] ?? [];
  const name = `a.${id}`;
  if (kind === "single")
    return html`<div class="field"><label for=${name}>${text}</label>
      <select id=${name} name=${name}>${options.map((option) => html`<option value=${option.id} selected=${chosen.includes(option.id)}>${option.text}</option>`)}</select></div>`;
  return html`<fieldset class="field"><legend>${text}</legend>
    ${options.map(
      (option) =>
        html`<label class="choice"><input type="checkbox" name=${name} value=${option.id} checked=${chosen.includes(option.id)} />${option.text}</label>`,
    )}</fieldset>`;
}

/** The script fills in what was done, and shows it once something was. */
function KeepForm({ canKeep }: { canKeep: boolean }): Children {
  if (!canKeep) return "";
  return html`<details data-keep hidden><summary>Bewaar dit gesprek als voorbeeldgesprek</summary>
    <form method="post" action="/inhoud/proberen/bewaar">
      <p class="hint">Het komt in je concept, met wat er nu uitkomt als wat er altijd uit moet komen. Daarna loopt elke controle het na. Wat je typte, komt er ook in: geen namen of echte gezinnen.</p>
      <input type="hidden" name="events" />
      <label for="keep-title">Titel</label>
      <input id="keep-title" name="title" type="text" required maxlength="120" autocomplete="off" />
      <label for="keep-about">Waarom hoort het zo te gaan? (mag leeg)</label>
      <textarea id="keep-about" name="about" rows="2" maxlength="500"></textarea>
      <button>Bewaar als voorbeeld</button>
    </form></details>`;
}

function TakenView({
  lines,
  before,
  isDraft,
}: {
  lines: readonly Taken[];
  before: readonly Taken[];
  isDraft: boolean;
}): VNode {
  const words = (all: readonly Taken[]) => all.map(({ text }) => text).join();
  const isSame = words(lines) === words(before);
  return html`<div role="status" class="taken">
    <h3>${isDraft ? "Met jouw concept" : "Nu"}</h3>
    <${TakenLines} lines=${lines} />
    ${isDraft && (isSame ? html`<p>Zonder jouw concept is dat hetzelfde.</p>` : html`<h3>Zonder jouw concept</h3><${TakenLines} lines=${before} />`)}
  </div>`;
}

/** What was missed, or is no danger, goes with the sentences that the bot learns from. */
function PlaceForms({ text, library }: { text: string; library: Library }): VNode {
  const of = (kind: ThingKind) => library.things.filter((thing) => thing.kind === kind);
  const ordinary = of("lines").filter(({ file }) => fileKindOf(file)?.kind === "ordinary");
  return html`<section aria-labelledby="klopt-niet">
    <h3 id="klopt-niet">Ziet de bot dit verkeerd?</h3>
    <p class="hint">Zet de zin bij de zinnen waar hij van leert. Hij komt in je concept. Geen namen.</p>
    <form class="quick" method="post" action="/inhoud/proberen/zin">
      <h4>Dit is wel gevaar</h4>
      <input type="hidden" name="text" value=${text} />
      <label for="danger">Welk teken?</label>
      <select id="danger" name="danger" required>
        <option value="">Kies</option>
        ${of("danger").map(({ id, title }) => html`<option value=${id}>${title}</option>`)}
      </select>
      <label for="level">Wat moet de bot doen?</label>
      <select id="level" name="level" required>
        <option value="">Kies</option>
        ${DANGER_LEVELS.toReversed().map((level) => html`<option value=${level}>${LEVEL_LINES[level]}</option>`)}
      </select>
      <button>Zet erbij als gevaar</button>
    </form>
    <form class="quick" method="post" action="/inhoud/proberen/zin">
      <h4>Dit is geen gevaar</h4>
      <input type="hidden" name="text" value=${text} />
      <label for="lines">Wat is het wel?</label>
      <select id="lines" name="lines" required>
        <option value="">Kies</option>
        ${ordinary.map(({ id, title }) => html`<option value=${id}>${title}</option>`)}
      </select>
      <button>Zet erbij als gewone zin</button>
    </form>
  </section>`;
}

function TakenLines({ lines }: { lines: readonly Taken[] }): VNode {
  return html`<ul class="lines">${lines.map(
    ({ text, why }) =>
      html`<li>${text}
        ${
          why.length > 0 &&
          html`<details><summary>Waarom?</summary>${why.map(
            (one) => html`<p>Kans op ${one.what}: ${one.chance}%.</p><${HeaviestWords} why=${one} what="" />`,
          )}</details>`
        }</li>`,
  )}</ul>`;
}

/** The words by which the bot took a text for something. */
export function HeaviestWords({ why, what }: { why: Heaviest; what: string }): VNode {
  const list = (words: readonly string[]) => words.map((word, at) => html`${at > 0 && ", "}<b>${word}</b>`);
  if (why.for.length + why.against.length === 0)
    return html`<p class="note">De bot kent geen van deze woorden goed genoeg.</p>`;
  return html`<p class="note">
    ${why.for.length > 0 && html`Woorden die${what && ` voor ${what}`} het zwaarst telden: ${list(why.for)}. `}
    ${why.against.length > 0 && html`Woorden ertegen: ${list(why.against)}.`}
  </p>`;
}

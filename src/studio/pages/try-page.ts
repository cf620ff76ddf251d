import type { VNode } from "preact";
import type { Content } from "../../content/content.ts";
import { html } from "../html.ts";
import type { Heaviest } from "../try/heaviest.ts";
import type { Taken } from "../try/taken-for.ts";
import type { Work } from "../work.ts";
import { Layout } from "./layout.ts";

interface TryProps {
  work: Work;
  content: Content;
  /** What is done first in the chat. */
  start: readonly object[];
  typed?: string;
  /** What the bot takes the typed text for, with the draft and without. */
  lines?: readonly Taken[];
  before?: readonly Taken[];
}

/** A chat with the draft, and a text to see what it is taken for. Nothing is counted or kept. */
export function TryPage({ work, content, start, typed = "", lines = [], before = [] }: TryProps): VNode {
  return html`<${Layout} work=${work} title="Proberen">
    <p>Je praat hier met de bot zoals hij ${work.draft ? "is met jouw concept" : "nu is"}. Er wordt niets geteld en niets bewaard.</p>
    <div class="side-by-side">
      <section aria-labelledby="chat-titel">
        <h2 id="chat-titel">Chat</h2>
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
      </section>
    </div>
  <//>`;
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

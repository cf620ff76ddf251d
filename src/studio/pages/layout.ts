import type { VNode } from "preact";
import { type Children, html } from "../html.ts";
import { addressOf, KIND_NAMES, THING_KINDS, type Thing } from "../library/thing.ts";
import type { Work } from "../work.ts";

interface LayoutProps {
  work: Work;
  title: string;
  query?: string;
  children: Children;
}

/** What stands on every page: where to go, the search box, and how it is with the draft. */
export function Layout({ work, title, query = "", children }: LayoutProps): VNode {
  const count = Object.keys(work.draft?.changes ?? {}).length;
  return html`<div class="studio" data-version=${work.status?.latest.number}>
    <nav class="bar" aria-label="Inhoud">
      <a class="skip" href="#titel">Naar de inhoud van de pagina</a>
      <a href="/inhoud">Wat is er te doen</a>
      <a href="/inhoud/concept" id="draft-link" data-live>Mijn concept${count > 0 && ` (${count})`}</a>
      <a href="/inhoud/proberen">Proberen</a>
      <a href="/inhoud/versies">Versies</a>
      <a href="#alles">Alles wat de bot zegt</a>
    </nav>
    <form class="search" role="search" method="get" action="/inhoud/zoeken">
      <label for="q">Zoek een zin die je in de chat zag, of een woord</label>
      <div class="row">
        <input id="q" type="search" name="q" value=${query} maxlength="500" autocomplete="off" />
        <button type="submit">Zoeken</button>
      </div>
    </form>
    <p id="said" role="status" data-live></p>
    <${Overtaken} work=${work} />
    <h1 id="titel" tabindex="-1">${title}</h1>
    ${children}
    <nav class="kinds" aria-labelledby="alles">
      <h2 id="alles">Alles wat de bot zegt</h2>
      <ul>
        ${KIND_NAMES.map(
          (kind) =>
            html`<li><a href=${`/inhoud/${THING_KINDS[kind].slug}`}>${THING_KINDS[kind].many}</a> <span class="note">${THING_KINDS[kind].about}</span></li>`,
        )}
        <li><a href="/inhoud/bestanden">Bestanden</a> <span class="note">Alles als bestand, ook de kaarten en woordenlijsten.</span></li>
      </ul>
    </nav>
  </div>`;
}

/** Somebody else published something in a file that is changed in the draft: said on every page, as soon as it is known. */
function Overtaken({ work: { overtaken } }: { work: Work }): VNode {
  return html`<div id="overtaken" role="status" data-live>${
    overtaken.length > 0 &&
    html`<p class="label"><strong>Een collega publiceerde iets in wat jij ook verandert.</strong> Er is niets verloren.${" "}
      <a href="/inhoud/concept/samenvoegen">Bekijk het naast elkaar en voeg samen</a></p>`
  }</div>`;
}

export function ThingLink({ thing, text }: { thing: Thing; text?: string }): VNode {
  return html`<a href=${addressOf(thing)}>${short(text ?? thing.title)}</a>`;
}

const LENGTH = 140;

/** A text as the name of a link. */
export function short(text: string): string {
  return text.length > LENGTH ? `${text.slice(0, LENGTH)}…` : text;
}

import type { VNode } from "preact";
import type { ContentVersion } from "../../content/content-store.ts";
import type { LearnedFromUse } from "../../trends/learned.ts";
import { type Children, html } from "../html.ts";
import { topicName } from "../library/condition-in-words.ts";
import { THING_KINDS, type Thing, textIn } from "../library/thing.ts";
import type { Work } from "../work.ts";
import { Layout, short, ThingLink } from "./layout.ts";

interface StartProps {
  work: Work;
  versions: readonly ContentVersion[];
  learned: LearnedFromUse;
  waiting: number;
  differences: number;
  /** yyyy-mm-dd */
  today: string;
}

const VERSIONS_SHOWN = 5;

/** What needs somebody of the programme staff, the most urgent first. */
export function StartPage({ work, versions, learned, waiting, differences, today }: StartProps): VNode {
  const { library } = work;
  const of = (kind: Thing["kind"]) => library.things.filter((thing) => thing.kind === kind);
  const noAddress = of("link").filter(({ data }) => textIn(data, "url") === "");
  const unchecked = of("link").filter(
    ({ data }) => textIn(data, "url") !== "" && textIn(data, "status") !== "geverifieerd",
  );
  const noContact = of("region").filter(
    ({ data }) => textIn(data, "mda", "contact") === "" && textIn(data, "mda", "state") === "actief",
  );
  const overdue = of("article").filter(({ data }) => textIn(data, "review-by") < today);
  const concept = (["question", "signal", "article", "region"] as const).map((kind) => ({
    kind,
    count: of(kind).filter(({ data }) => textIn(data, "status") !== "bevestigd").length,
  }));
  return html`<${Layout} work=${work} title="Wat is er te doen">
    <${StatusNotes} work=${work} waiting=${waiting} differences=${differences} />
    <${DraftSection} work=${work} />
    <${Tasks} />
    <${Todo} id="leeg" title="Nog leeg" count=${noAddress.length + noContact.length}>
      ${noAddress.map((link) => html`<${LinkForm} link=${link} canWrite=${work.status !== undefined} />`)}
      ${noContact.map((region) => html`<${ContactForm} region=${region} canWrite=${work.status !== undefined} />`)}
    <//>
    <${Todo} id="nalezen" title="Artikelen die nagelezen moeten worden" count=${overdue.length}>
      <ul>${overdue.map((thing) => html`<li><${ThingLink} thing=${thing} /> <span class="note">voor ${textIn(thing.data, "review-by")}, ${textIn(thing.data, "owner")}</span></li>`)}</ul>
    <//>
    <${Todo} id="links" title="Links die nog niemand heeft geopend" count=${unchecked.length}>
      <ul>${unchecked.map((thing) => html`<li><${ThingLink} thing=${thing} /></li>`)}</ul>
    <//>
    <${Todo} id="ontbreekt" title="Onderwerpen waar antwoorden ontbreken" count=${learned.missed.length}>
      <p>Zo vaak zeiden medewerkers na <em>Dat weet ik niet</em> waar hun vraag over ging, in de laatste twaalf maanden. Wat iemand typte, wordt niet bewaard.</p>
      <ul>${learned.missed.map(({ topic, often }) => html`<li>${topicName(topic, library)}: ${often}</li>`)}</ul>
    <//>
    <section aria-labelledby="vraag-het" hidden=${of("owner").length > 0}>
      <h2 id="vraag-het">Vraag het aan het programma</h2>
      <p>Deze knop staat nu op geen kaart: er is nog niemand die vragen van medewerkers beantwoordt.${" "}
        <a href=${`/inhoud/${THING_KINDS.owner.slug}`}>Zet iemand erbij</a>.</p>
    </section>
    <section aria-labelledby="concept-titel">
      <h2 id="concept-titel">Nog niet bevestigd door mensen uit het veld</h2>
      <ul>
        ${concept.map(({ kind, count }) => html`<li><a href=${`/inhoud/${THING_KINDS[kind].slug}?alleen=concept`}>${count} ${THING_KINDS[kind].many.toLowerCase()}</a></li>`)}
      </ul>
    </section>
    <section aria-labelledby="laatst">
      <h2 id="laatst">Laatst gepubliceerd</h2>
      ${versions.length === 0 && html`<p>Nog niets.</p>`}
      <ul>${versions.slice(0, VERSIONS_SHOWN).map((version) => html`<${VersionLine} version=${version} />`)}</ul>
      <p><a href="/inhoud/versies">Alle versies</a></p>
    </section>
  <//>`;
}

/** What people come for, and where it is done. */
const TASKS = [
  ["Een vraag anders stellen, een antwoord erbij, of een vraag weg", "/inhoud/vragen", "Kies de vraag in de tekening"],
  ["Een nieuwe vraag, die misschien alleen soms komt", "/inhoud/vragen#nieuw", "Vragen"],
  ["Een nieuw artikel", "/inhoud/artikelen#nieuw", "Artikelen"],
  ["Een regio erbij", "/inhoud/regios#nieuw", "Regio's"],
  ["De bot zag gevaar niet, of zag gevaar dat er niet was", "/inhoud/proberen#getypt", "Plak de zin"],
  [
    "De kaart met 112, of een andere vaste tekst",
    "/inhoud/teksten#op-de-kaarten-bij-gevaar-er-is-nu-gevaar",
    "Vaste teksten",
  ],
  ["Terugdraaien wat gepubliceerd is", "/inhoud/versies", "Versies"],
] as const;

function Tasks(): VNode {
  return html`<section aria-labelledby="taken">
    <h2 id="taken">Wat wil je veranderen?</h2>
    <p>Zag je een zin in de chat die anders moet? Plak hem hierboven in het zoekvak. Of kies:</p>
    <ul>${TASKS.map(([task, address, where]) => html`<li><a href=${address}>${task}</a> <span class="note">${where}</span></li>`)}</ul>
  </section>`;
}

export function VersionLine({ version }: { version: ContentVersion }): VNode {
  const { number, publishedAt, by, reason, approvedBy } = version;
  return html`<li>
    <a href=${`/inhoud/versies/${number}`}>Versie ${number}</a>, ${dateTime(publishedAt)}: ${short(reason)}
    <span class="note"> (${personName(by)}${approvedBy && `, goedgekeurd door ${personName(approvedBy)}`})</span>
  </li>`;
}

export function personName({ id, name }: { id: string; name?: string | undefined }): string {
  if (name) return name;
  return id === "release" ? "uitgave van de bot" : "programmamedewerker";
}

/** A moment as people in the Netherlands write it. */
export function dateTime(iso: string): string {
  const format = new Intl.DateTimeFormat("nl-NL", {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "Europe/Amsterdam",
  });
  return format.format(new Date(iso));
}

function Todo({ id, title, count, children }: { id: string; title: string; count: number; children: Children }): VNode {
  return html`<section aria-labelledby=${id} hidden=${count === 0}>
    <h2 id=${id}>${title} (${count})</h2>
    ${children}
  </section>`;
}

function StatusNotes({ work, waiting, differences }: { work: Work; waiting: number; differences: number }): Children {
  const { status } = work;
  if (!status) {
    return html`<p class="label">
      Deze bot gebruikt de bestanden in een map. Je kunt hier alles zoeken en bekijken. Veranderen doe je in de bestanden. Wil je
      op deze pagina veranderen en publiceren? Vraag de beheerder om de bot te starten met CONTENT_STORE=on.
    </p>`;
  }
  return html`${
    status.unreadable.length > 0 &&
    html`<p class="mistake">Deze uitgave van de bot kan de laatste versie niet lezen. De bot werkt door met een eerdere.
      Ga terug naar een eerdere versie, of vraag de beheerder.</p>`
  }
  ${waiting > 0 && html`<p class="label"><a href="/inhoud/voorgelegd">${waiting} voorstel${waiting > 1 && "len"} om goed te keuren</a></p>`}
  ${differences > 0 && html`<p class="label"><a href="/inhoud/uitgave">Nieuw in deze uitgave: ${differences} bestand${differences > 1 && "en"}</a></p>`}`;
}

function DraftSection({ work }: { work: Work }): Children {
  const { draft, overtaken } = work;
  if (!draft) return "";
  const count = Object.keys(draft.changes).length;
  return html`<section aria-labelledby="mijn-concept">
    <h2 id="mijn-concept">Jouw concept</h2>
    <p>Je veranderde ${count} bestand${count > 1 && "en"}. Laatst bewaard: ${dateTime(draft.savedAt)}.</p>
    ${overtaken.length > 0 && html`<p class="label">Iemand anders publiceerde intussen iets in dezelfde bestanden.</p>`}
    <p><a href="/inhoud/concept">Bekijken en publiceren</a></p>
  </section>`;
}

function LinkForm({ link, canWrite }: { link: Thing; canWrite: boolean }): VNode {
  const name = `url-${link.id}`;
  return html`<form class="quick" method="post" action=${`/inhoud/links/${link.id}/adres`}>
    <h3><${ThingLink} thing=${link} /></h3>
    <label for=${name}>Adres van de pagina</label>
    <input id=${name} name="url" type="url" required placeholder="https://" autocomplete="off" disabled=${!canWrite} />
    <label class="choice"><input type="checkbox" name="opened" value="1" required disabled=${!canWrite} />Ik heb dit adres zelf geopend, en het is de goede pagina.</label>
    <button disabled=${!canWrite}>Invullen</button>
  </form>`;
}

function ContactForm({ region, canWrite }: { region: Thing; canWrite: boolean }): VNode {
  const name = `contact-${region.id}`;
  return html`<form class="quick" method="post" action=${`/inhoud/regios/${region.id}/contact`}>
    <h3><${ThingLink} thing=${region} text=${`MDA++-contact van ${region.title}`} /></h3>
    <label for=${name}>Wie, en hoe te bereiken?</label>
    <input id=${name} name="contact" type="text" required maxlength="250" autocomplete="off" disabled=${!canWrite} />
    <button disabled=${!canWrite}>Invullen</button>
  </form>`;
}

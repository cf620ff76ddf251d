import type { VNode } from "preact";
import type { ContentProposal, ContentVersion } from "../../content/content-store.ts";
import type { FileDifference } from "../../publishing/release-differences.ts";
import { type Children, html } from "../html.ts";
import type { Changes } from "../library/changes-in-words.ts";
import type { Work } from "../work.ts";
import { ChangesView } from "./draft-page.ts";
import { Layout } from "./layout.ts";
import { dateTime, personName, VersionLine } from "./start-page.ts";

export function HistoryPage({ work, versions }: { work: Work; versions: readonly ContentVersion[] }): VNode {
  return html`<${Layout} work=${work} title="Versies">
    ${versions.length === 0 && html`<p>Deze bot gebruikt de bestanden in een map. Er zijn geen versies.</p>`}
    ${versions.length > 1 && html`<p>Wil je iets terugdraaien? Kies de bovenste versie, of een eerdere om naar terug te gaan.</p>`}
    <ul>${versions.map((version) => html`<${VersionLine} version=${version} />`)}</ul>
  <//>`;
}

interface VersionProps {
  work: Work;
  version: ContentVersion;
  versions: readonly ContentVersion[];
  /** What it is compared with. */
  other: ContentVersion | undefined;
  changes: Changes;
  requestId: string;
}

/** One version: who, when, why, and what changed. */
export function VersionPage({ work, version, versions, other, changes, requestId }: VersionProps): VNode {
  const { number, publishedAt, by, reason, approvedBy, undoneTo } = version;
  const isLatest = number === work.status?.latest.number;
  // Who wants to undo the newest goes to the one before it.
  const back = isLatest ? versions.find((one) => one.number < number)?.number : number;
  return html`<${Layout} work=${work} title=${`Versie ${number}`}>
    <p>${dateTime(publishedAt)}, door ${personName(by)}${approvedBy && `, goedgekeurd door ${personName(approvedBy)}`}.
      ${undoneTo !== undefined && ` Zet versie ${undoneTo} terug.`}</p>
    <p>${reason}</p>
    <${AgreedBy} agreedBy=${version.agreedBy} />
    ${isLatest && html`<p class="label" role="status"><strong>Gepubliceerd.</strong> Dit is de nieuwste versie. Medewerkers krijgen haar binnen een halve minuut, op de eerstvolgende kaart.</p>`}
    <form method="get" action=${`/inhoud/versies/${number}`}>
      <label for="with">Vergelijk met</label>
      <div class="row"><select id="with" name="met">${versions
        .filter((one) => one.number !== number)
        .map(
          (one) =>
            html`<option value=${one.number} selected=${one.number === other?.number}>Versie ${one.number}, ${dateTime(one.publishedAt)}</option>`,
        )}</select>
      <button>Vergelijk</button></div>
    </form>
    <section aria-labelledby="verschil"><h2 id="verschil">${other ? `Wat anders is dan in versie ${other.number}` : "De eerste versie"}</h2>
      ${other && html`<${ChangesView} changes=${changes} />`}</section>
    ${back !== undefined && html`<${BackForm} to=${back} isUndo=${isLatest} requestId=${requestId} />`}
  <//>`;
}

function BackForm({ to, isUndo, requestId }: { to: number; isUndo: boolean; requestId: string }): VNode {
  return html`<form class="publish" method="post" action=${`/inhoud/versies/${to}/terug`}>
    <h2>${isUndo ? "Deze versie terugdraaien" : "Terug naar deze versie"}</h2>
    <p>De bot zegt dan weer wat hij in versie ${to} zei. Dat wordt een nieuwe versie; er gaat niets verloren.</p>
    <input type="hidden" name="request" value=${requestId} />
    <label for="reason">Waarom?</label>
    <textarea id="reason" name="reason" rows="2" maxlength="500" required></textarea>
    <button>Zet versie ${to} terug</button>
  </form>`;
}

/** Who decide about a change and agreed, as who made it said. */
function AgreedBy({ agreedBy = [] }: { agreedBy?: readonly string[] | undefined }): Children {
  if (agreedBy.length === 0) return "";
  return html`<p>Volgens wie dit maakte, goedgekeurd door: ${agreedBy.join("; ")}.</p>`;
}

interface ProposalsProps {
  work: Work;
  proposals: readonly { proposal: ContentProposal; changes: Changes; isOwn: boolean }[];
  said?: string;
}

/** What waits for a second person. */
export function ProposalsPage({ work, proposals, said = "" }: ProposalsProps): VNode {
  return html`<${Layout} work=${work} title="Voorgelegd">
    ${said && html`<p class="label" role="alert">${said}</p>`}
    ${proposals.length === 0 && html`<p>Er wacht niets.</p>`}
    ${proposals.map(
      ({ proposal, changes, isOwn }) => html`<section>
        <h2>${personName(proposal.by)}, ${dateTime(proposal.proposedAt)}</h2>
        <p>${proposal.reason}</p>
        <${AgreedBy} agreedBy=${proposal.agreedBy} />
        <${ChangesView} changes=${changes} />
        ${
          isOwn
            ? html`<p>Een collega moet dit goedkeuren.</p>`
            : html`<form method="post" action=${`/inhoud/voorgelegd/${proposal.id}/goed`}><button>Keur goed en publiceer</button></form>`
        }
        <form method="post" action=${`/inhoud/voorgelegd/${proposal.id}/terug`}><button class="danger">${isOwn ? "Trek in" : "Wijs af"}</button></form>
      </section>`,
    )}
  <//>`;
}

/** What a release brings that the published version does not have. */
export function ReleasePage({ work, differences }: { work: Work; differences: readonly FileDifference[] }): VNode {
  return html`<${Layout} work=${work} title="Nieuw in deze uitgave">
    <p>Deze uitgave van de bot brengt andere bestanden mee dan waarop jullie verder werkten. Kies per bestand. Tot je publiceert,
      verandert er niets.</p>
    ${differences.length === 0 && html`<p>Er is niets nieuws.</p>`}
    ${differences.map(
      ({ file, release, isChangedByStaff }) => html`<section>
        <h2>${file}</h2>
        <p>${release === undefined ? "Dit bestand is weg in deze uitgave." : "Dit bestand is anders of nieuw in deze uitgave."}
          ${isChangedByStaff && html` <strong>Jullie hebben het zelf ook veranderd. Neem je het over, dan is dat weg.</strong>`}</p>
        <form method="post" action="/inhoud/uitgave"><input type="hidden" name="file" value=${file} /><button>Neem over in mijn concept</button></form>
      </section>`,
    )}
  <//>`;
}

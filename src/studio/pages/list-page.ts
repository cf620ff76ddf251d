import type { VNode } from "preact";
import type { LearnedFromUse } from "../../trends/learned.ts";
import type { Data } from "../edit/emit-yaml.ts";
import { slugOf } from "../forms/slug.ts";
import { type Children, html } from "../html.ts";
import { conditionInWords, optionsOf, topicName } from "../library/condition-in-words.ts";
import type { Library } from "../library/read-library.ts";
import { bestPart, type SearchHit } from "../library/search-things.ts";
import { field, listIn, THING_KINDS, type Thing, type ThingKind, textIn } from "../library/thing.ts";
import type { Work } from "../work.ts";
import { FlowDrawing, flowsIn } from "./flow-drawing.ts";
import { Layout, short, ThingLink } from "./layout.ts";
import { NewForm } from "./new-form.ts";

interface ListProps {
  work: Work;
  kind: ThingKind;
  /** Only what is not confirmed. */
  onlyConcept: boolean;
  /** Of the questions: the flow that is drawn. */
  flow: string;
  learned: LearnedFromUse;
}

/** Everything of one kind, by group. */
export function ListPage({ work, kind, onlyConcept, flow, learned }: ListProps): VNode {
  const isDrawn = kind === "question" && !onlyConcept;
  const all = work.library.things.filter((thing) => thing.kind === kind);
  const things = onlyConcept ? all.filter(({ data }) => textIn(data, "status") !== "bevestigd") : all;
  const groups = [...new Set(things.map(({ group }) => group))];
  return html`<${Layout} work=${work} title=${THING_KINDS[kind].many}>
    <p>${THING_KINDS[kind].about} ${onlyConcept && html`Alleen wat nog concept is. <a href=${`/inhoud/${THING_KINDS[kind].slug}`}>Toon alles</a>`}</p>
    ${isDrawn && html`<${Flow} id=${flow} library=${work.library} />`}
    ${(isDrawn ? [] : groups).map(
      (group) => html`<section>
        ${group && html`<h2 id=${slugOf(group, [])}>${kind === "article" ? topicName(group, work.library) : group}</h2>`}
        ${kind === "article" && html`<${TopicNote} topic=${group} learned=${learned} />`}
        <${Things} kind=${kind} things=${things.filter((thing) => thing.group === group)} work=${work} />
      </section>`,
    )}
    ${work.status && html`<${NewForm} kind=${kind} library=${work.library} />`}
  <//>`;
}

function Flow({ id, library }: { id: string; library: Library }): VNode {
  const flows = flowsIn(library);
  const chosen = flows.find((flow) => flow.id === id) ?? flows[0];
  return html`<nav aria-label="Rondes"><ul class="choose">${flows.map(
    (flow) =>
      html`<li><a href=${`/inhoud/vragen?ronde=${encodeURIComponent(flow.id)}`} aria-current=${flow === chosen ? "page" : undefined}>${flow.title}</a></li>`,
  )}</ul></nav>
  ${chosen && html`<${FlowDrawing} id=${chosen.id} library=${library} />`}`;
}

/** How often an answer about a topic was missed, as workers said. */
function TopicNote({ topic, learned }: { topic: string; learned: LearnedFromUse }): Children {
  const missed = learned.missed.find((one) => one.topic === topic);
  if (!missed) return "";
  return html`<p class="note">Hierover ontbrak in de laatste twaalf maanden ${missed.often} keer een antwoord, zeiden medewerkers.</p>`;
}

function Things({ kind, things, work }: { kind: ThingKind; things: readonly Thing[]; work: Work }): VNode {
  if (kind === "question")
    return html`<ol>${things.map((thing) => html`<${QuestionItem} thing=${thing} work=${work} />`)}</ol>`;
  if (kind === "signal")
    return html`<${SignalTable} things=${things} work=${work} /><${Invariants} file=${things[0]?.file ?? ""} work=${work} />`;
  return html`<ul>${things.map((thing) => html`<li><${ThingLink} thing=${thing} /> <span class="note">${noteOn(thing)}</span></li>`)}</ul>`;
}

function QuestionItem({ thing, work }: { thing: Thing; work: Work }): VNode {
  const when = field(thing.data, "when");
  const options = optionsOf(thing.data, work.library).map(({ text }) => text);
  return html`<li>
    <${ThingLink} thing=${thing} />
    <span class="note">${options.join(" · ")}</span>
    ${when !== undefined && html`<span class="note condition-words">Alleen ${conditionInWords(when, work.library, "counts")}</span>`}
  </li>`;
}

function SignalTable({ things, work }: { things: readonly Thing[]; work: Work }): VNode {
  return html`<div class="table"><table class="decisions">
    <thead><tr><th scope="col">Advies</th><th scope="col">Wanneer</th><th scope="col">Hoe dringend</th><th scope="col">Eerste stap</th></tr></thead>
    <tbody>${things.map(
      (thing) => html`<tr>
        <th scope="row"><${ThingLink} thing=${thing} /></th>
        <td class="condition-words">${conditionInWords(field(thing.data, "when"), work.library)}</td>
        <td>${textIn(thing.data, "level")}</td>
        <td>${textIn(thing.data, "next")}</td>
      </tr>`,
    )}</tbody>
  </table></div>`;
}

/** The rules that always hold in a group of signals. What is published was proved: with a broken rule nothing is published. */
function Invariants({ file, work: { library, draft } }: { file: string; work: Work }): Children {
  const rules = listIn(library.files.get(file)?.parsed.data as Data | undefined, "invariants");
  if (rules.length === 0) return "";
  return html`<h3>Altijd-regels</h3>
    <p class="note">Bij elke publicatie bewezen voor alle antwoorden die samen kunnen voorkomen.
      ${draft && html` Of ze met jouw wijzigingen kloppen, staat bij <a href="/inhoud/concept">Mijn concept</a>.`}</p>
    <ul>${rules.map(
      (rule) => html`<li>${textIn(rule, "about")}
        <span class="note condition-words">${invariantInWords(rule, library)}</span></li>`,
    )}</ul>`;
}

function invariantInWords(rule: Data, library: Library): string {
  const title = (id: Data) => library.thing("signal", String(id))?.title ?? String(id);
  const given = field(rule, "given");
  const level = textIn(rule, "then", "level-at-least");
  const anyOf = listIn(rule, "then", "any-signal").map(title).join(" of ");
  if (given !== undefined)
    return `Altijd ${level ? `minstens niveau ${level}` : anyOf}, ${conditionInWords(given, library)}.`;
  const from = listIn(rule, "never-lower", "from").map(String).join(", ");
  if (from)
    return `Het niveau daalt nooit als een antwoord verandert van ${from} in ${textIn(rule, "never-lower", "to")}.`;
  const phases = listIn(rule, "keeps-shut", "phases").map(String).join(", ");
  const unless = conditionInWords(field(rule, "keeps-shut", "unless"), library);
  return `Na een advies met niveau ${textIn(rule, "keeps-shut", "level")} blijft de fase ${phases} dicht, behalve ${unless}.`;
}

function noteOn({ kind, id, data, sentences }: Thing): string {
  switch (kind) {
    case "text":
      return id;
    case "article":
      return `${textIn(data, "status")}, nalezen voor ${textIn(data, "review-by")}, ${textIn(data, "owner")}`;
    case "danger":
    case "lines":
      return `${sentences.length - 1} zinnen`;
    case "link":
      return `${textIn(data, "url") || "nog geen adres"} (${textIn(data, "status")})`;
    case "region":
      return textIn(data, "mda", "contact") || "nog geen contact";
    case "example":
      return `${listIn(data, "steps").length} stappen`;
    default:
      return textIn(data, "note");
  }
}

/** What was found for a sentence, with where it stands. */
export function SearchPage({ work, query, found }: { work: Work; query: string; found: readonly SearchHit[] }): VNode {
  return html`<${Layout} work=${work} title="Zoeken" query=${query}>
    ${query === "" && html`<p>Typ of plak een zin die je in de chat zag, of een paar woorden ervan.</p>`}
    ${query !== "" && found.length === 0 && html`<p>Niets gevonden. Probeer een paar woorden uit de zin, zonder namen of getallen.</p>`}
    ${found.length > 0 && html`<p>${found.length} keer gevonden. Het best passende staat bovenaan.</p>`}
    <ul class="found">
      ${found.map(
        ({ thing, sentence }) => html`<li>
          <${ThingLink} thing=${thing} text=${bestPart(sentence.text, query)} />
          <span class="note">${THING_KINDS[thing.kind].one}: ${short(thing.title)} (${sentence.where})</span>
        </li>`,
      )}
    </ul>
  <//>`;
}

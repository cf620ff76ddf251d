import type { VNode } from "preact";
import { type ChangedExample, isStuck } from "../../check/effects/compare-examples.ts";
import type { ChangedLine } from "../../check/effects/compare-lines.ts";
import type { Effects } from "../../check/effects/find-effects.ts";
import type { PlayedStep } from "../../check/examples/run-example.ts";
import type { Content } from "../../content/content.ts";
import type { Data } from "../edit/emit-yaml.ts";
import type { EffectsSoFar } from "../effects.ts";
import { type Children, html } from "../html.ts";
import type { Library } from "../library/read-library.ts";
import { type ChatLine, linesOf } from "../library/steps-in-words.ts";
import { addressOf } from "../library/thing.ts";
import { saidInWords } from "../try/said.ts";
import type { Work } from "../work.ts";
import { Chat } from "./example-chat.ts";
import { Layout } from "./layout.ts";
import { HeaviestWords } from "./try-page.ts";

const EFFECTS_PATH = "/inhoud/concept/gevolgen";

/** On the page of the draft: how many conversations and lines go otherwise. */
export function EffectsSummary({ effects }: { effects: EffectsSoFar | undefined }): Children {
  if (!effects) return "";
  return html`<section id="effects" aria-labelledby="gevolgen" data-live data-busy=${effects.state === "busy" || undefined}>
    <h2 id="gevolgen">Wat gaat er anders in gesprekken?</h2>
    ${effects.effects && html`<${Counts} effects=${effects.effects} />`}
    <${NotYet} soFar=${effects} />
  </section>`;
}

const NOT_YET = {
  busy: "De voorbeeldgesprekken worden nagespeeld met je concept. Dat kan een minuut duren. Je kunt intussen verder werken.",
  reading: "De zinnen die de bot kent, worden nog gelezen met je concept. Dat kan een minuut duren.",
  unknown: "Dat is nog niet te zeggen: er zit een fout in waardoor de bot je concept niet kan lezen.",
  failed: "Het naspelen lukte niet. Je concept is er nog. Laad de pagina opnieuw.",
};

function NotYet({ soFar: { state, effects } }: { soFar: EffectsSoFar }): Children {
  if (state === "done") return "";
  return html`<p>${NOT_YET[state === "busy" && effects ? "reading" : state]}</p>`;
}

function Counts({ effects: { examples, lines, played } }: { effects: Effects }): VNode {
  const ends = examples.filter(({ endsOtherwise }) => endsOtherwise).length;
  const wrong = lines?.filter(({ became }) => became === "wrong").length ?? 0;
  const less = lines?.filter(({ isLessDanger }) => isLessDanger) ?? [];
  if (lines && examples.length + lines.length === 0)
    return html`<p>Niets: alle ${played} voorbeeldgesprekken gaan zoals ze gingen, en geen zin wordt anders begrepen.</p>`;
  return html`<ul>
      <li>${counted(examples.length, "voorbeeldgesprek gaat", "voorbeeldgesprekken gaan")} anders${ends > 0 && `, waarvan ${ends} met een ander einde`}.</li>
      ${lines && html`<li>${counted(lines.length, "zin wordt", "zinnen worden")} anders begrepen${wrong > 0 && `, waarvan ${wrong} nu verkeerd`}.</li>`}
    </ul>
    ${
      less.length > 0 &&
      html`<div class="mistake"><p><strong>${counted(less.length, "zin met gevaar ziet", "zinnen met gevaar ziet")} de bot straks niet meer, of minder dringend.</strong> Lees ze na voor je publiceert.</p>
        <ul class="lines">${less.slice(0, IN_SIGHT).map(({ text, before, after }) => html`<li><q>${text}</q> Eerst: <del>${before}</del> Met jouw concept: <ins>${after}</ins></li>`)}</ul>
        ${less.length > IN_SIGHT && html`<p>En nog ${less.length - IN_SIGHT}.</p>`}</div>`
    }
    <p><a href=${EFFECTS_PATH}>Bekijk ze, ervoor en erna</a></p>`;
}

function counted(count: number, one: string, more: string): string {
  if (count === 0) return `Geen ${one}`;
  return `${count} ${count === 1 ? one : more}`;
}

interface EffectsProps {
  work: Work;
  effects: EffectsSoFar | undefined;
  before: Content;
  after: Content | undefined;
}

/** What a draft changes in conversations: lines that are taken for something else, and example conversations side by side. */
export function EffectsPage({ work, effects, before, after }: EffectsProps): VNode {
  return html`<${Layout} work=${work} title="Wat gaat er anders in gesprekken?">
    <p><a href="/inhoud/concept">Terug naar mijn concept</a></p>
    ${!effects && html`<p>Je hebt niets veranderd sinds de laatste publicatie.</p>`}
    <div id="effects" data-live data-busy=${effects?.state === "busy" || undefined}>
      ${effects && html`<${NotYet} soFar=${effects} />`}
      ${effects?.effects?.lines && html`<${Lines} lines=${effects.effects.lines} />`}
      ${effects?.effects && html`<${Examples} effects=${effects.effects} work=${work} before=${before} after=${after} />`}
    </div>
  <//>`;
}

const BECAME = [
  ["wrong", "Eerst goed, nu verkeerd"],
  ["other", "Anders, maar niet beter of slechter"],
  ["right", "Eerst verkeerd, nu goed"],
] as const;

/** So many of each are in sight at once, and so many can be opened: more than that nobody reads one by one. */
const IN_SIGHT = 8;
const MOST_LINES = 100;

function Lines({ lines }: { lines: readonly ChangedLine[] }): VNode {
  return html`<section aria-labelledby="zinnen">
    <h2 id="zinnen">Zinnen die de bot anders begrijpt</h2>
    ${lines.length === 0 && html`<p>Geen. De bot begrijpt alle zinnen die hij kent zoals eerst.</p>`}
    ${
      lines.length > 0 &&
      html`<p class="hint">Proefzinnen zijn er om te meten: neem ze niet over bij een teken of artikel. Gaat er een mis die ertoe doet, schrijf dan een paar andere zinnen die hetzelfde zeggen.</p>`
    }
    ${BECAME.map(([became, title]) => {
      const some = lines.filter((line) => line.became === became);
      return (
        some.length > 0 &&
        html`<h3>${title} (${some.length})</h3>
          <${LineList} lines=${some.slice(0, IN_SIGHT)} />
          ${
            some.length > IN_SIGHT &&
            html`<details><summary>Nog ${some.length - IN_SIGHT}</summary><${LineList} lines=${some.slice(IN_SIGHT, MOST_LINES)} />
              ${some.length > MOST_LINES && html`<p>En nog ${some.length - MOST_LINES} die hier niet staan.</p>`}</details>`
          }`
      );
    })}
  </section>`;
}

function LineList({ lines }: { lines: readonly ChangedLine[] }): VNode {
  return html`<ul class="lines">${lines.map((line) => html`<${LineView} line=${line} />`)}</ul>`;
}

function LineView({ line: { text, where, before, after, why } }: { line: ChangedLine }): VNode {
  return html`<li>
    <q>${text}</q> <span class="note">Staat bij: ${where}.</span>
    <p>Eerst: <del>${before}</del> Met jouw concept: <ins>${after}</ins></p>
    <${HeaviestWords} why=${why} what=${/gevaar/.test(after) ? "gevaar" : "dit antwoord"} />
  </li>`;
}

function Examples({
  effects: { examples, played },
  work,
  before,
  after,
}: { effects: Effects } & Pick<EffectsProps, "work" | "before" | "after">): VNode {
  return html`<section aria-labelledby="voorbeelden">
    <h2 id="voorbeelden">Voorbeeldgesprekken die anders gaan</h2>
    <p>${examples.length === 0 ? `Geen: alle ${played} gaan zoals ze gingen.` : `${examples.length} van de ${played}. Klik er een open om ze naast elkaar te lezen.`}</p>
    ${
      after &&
      examples.map(
        (example) => html`<details class="pair"><summary>${example.title}: ${endInWords(example)}</summary>
          <${Pair} example=${example} work=${work} before=${before} after=${after} /></details>`,
      )
    }
  </section>`;
}

function endInWords({ endsOtherwise, isBroken }: ChangedExample): string {
  const end = endsOtherwise ? "eindigt anders" : "gaat onderweg anders, en eindigt hetzelfde";
  return isBroken ? `${end}. Het voorbeeld klopt zo niet meer` : end;
}

function Pair({
  example,
  work,
  before,
  after,
}: {
  example: ChangedExample;
  before: Content;
  after: Content;
  work: Work;
}): VNode {
  const { id, about, same } = example;
  const old = chatOf(example.before, before, work.published);
  const now = chatOf(example.after, after, work.library);
  return html`<p>${about}</p>
    ${same > 0 && html`<details><summary>Het begin is hetzelfde</summary><${Chat} lines=${now.slice(0, same).flat()} /></details>`}
    <div class="two-chats">
      <section aria-label="Zoals het nu gaat"><h3>Nu</h3><${Chat} lines=${old.slice(same).flat()} /></section>
      <section aria-label="Met jouw concept"><h3>Met jouw concept</h3><${Chat} lines=${now.slice(same).flat()} /></section>
    </div>
    ${
      example.isBroken &&
      html`<p>Is het nieuwe gesprek goed? Verander dan <a href=${addressOf({ kind: "example", id })}>het voorbeeld</a>. Is het niet goed, verander dan de vragen of signalen.</p>`
    }`;
}

/** The lines of each step. */
function chatOf(steps: readonly PlayedStep[], content: Content, library: Library): ChatLine[][] {
  return steps.map((played) => {
    const { step, failures, replies } = played;
    if ("expect" in step)
      return failures.length > 0 ? [{ who: "note", text: "Hier verwacht het voorbeeld iets anders." }] : [];
    const worker = linesOf(step as Data, library).filter(({ who }) => who === "worker");
    if (isStuck(played))
      return [...worker, { who: "note", text: "Dit past hier niet: de bot vraagt nu iets anders. Het gesprek stopt." }];
    return [...worker, ...saidInWords(replies, content).map((text): ChatLine => ({ who: "bot", text }))];
  });
}

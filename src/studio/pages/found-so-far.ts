import { isDeepStrictEqual } from "node:util";
import type { VNode } from "preact";
import { foldMistakes, type Mistake } from "../../content/mistake.ts";
import { thingAt } from "../forms/place-mistakes.ts";
import { type Children, html } from "../html.ts";
import type { Thing } from "../library/thing.ts";
import { type Reading, remarkOf } from "../try/misread.ts";
import type { Verdict } from "../verdicts.ts";
import type { Work } from "../work.ts";
import { ThingLink } from "./layout.ts";
import { ALL_READ } from "./still-misread.ts";
import { inWords, MistakePlace } from "./verdict-view.ts";

const SHOWN = 3;

/** The rule of a line that is taken for something else, though it was learned. */
const UNLEARNED = "line-not-learned";

/** The mistakes that stand at no field of this page, without those that follow from others. */
export function without(
  mistakes: readonly Mistake[],
  placed: ReadonlyMap<string, readonly Mistake[]>,
): readonly Mistake[] {
  const here = new Set([...placed.values()].flat());
  return foldMistakes(mistakes).flatMap(({ mistake }) => (here.has(mistake) ? [] : mistake));
}

/**
 * What is wrong in the draft besides this thing. What goes wrong in a thing that was not changed, such as one that refers to
 * an answer that is gone, comes of a change: it is told with the way there. What is not finished yet is only named.
 */
export function Elsewhere({ mistakes, work }: { mistakes: readonly Mistake[]; work: Work }): VNode {
  const { library } = work;
  const caused = mistakes.filter((mistake) => !changedThingAt(mistake, work));
  const unfinished = [...new Set(mistakes.flatMap((mistake) => changedThingAt(mistake, work) ?? []))];
  return html`<div id="elsewhere" data-live>
    ${caused.length > 0 && html`<p><strong>Op een andere plek in je concept klopt iets niet:</strong></p>`}
    ${caused.slice(0, SHOWN).map(
      (
        mistake,
      ) => html`<div class="mistake"><p><strong>${inWords(mistake.what, library, "kijk bij Mijn concept")}</strong> ${mistake.fix}</p>
        <${MistakePlace} mistake=${mistake} library=${library} /></div>`,
    )}
    ${caused.length > SHOWN && html`<p>En nog ${caused.length - SHOWN}: kijk bij <a href="/inhoud/concept">Mijn concept</a>.</p>`}
    <${Unfinished} things=${unfinished} />
  </div>`;
}

function changedThingAt(mistake: Mistake, { library, published }: Work): Thing | undefined {
  const thing = thingAt(library.files.get(mistake.file), mistake);
  if (!thing || isDeepStrictEqual(published.thing(thing.kind, thing.id)?.data, thing.data)) return undefined;
  return thing;
}

function Unfinished({ things }: { things: readonly Thing[] }): Children {
  if (things.length === 0) return "";
  const more = things.length - SHOWN;
  return html`<p class="hint">Ook nog niet af in je concept:${" "}
    ${things.slice(0, SHOWN).map((thing, index) => html`${index > 0 && ", "}<${ThingLink} thing=${thing} />`)}${
      more > 0 && html` en <a href="/inhoud/concept">nog ${more}</a>`
    }.</p>`;
}

/** With what is said of sentences that were added and are misread, in the place of what the check says of them. */
export function withMisread(
  remarks: ReadonlyMap<string, readonly Mistake[]>,
  reading: Reading | undefined,
): ReadonlyMap<string, readonly Mistake[]> {
  const fields = Map.groupBy(reading?.misread ?? [], ({ path }) => path.join("."));
  const said = [...fields].map(([name, misread]) => {
    const others = (remarks.get(name) ?? []).filter(
      ({ rule, what }) => rule !== UNLEARNED || !misread.some(({ text }) => what.includes(`"${text}"`)),
    );
    const own = misread.map((one) => ({ file: one.thing.file, line: 1, column: 1, ...remarkOf(one) }));
    return [name, [...own, ...others]] as const;
  });
  return new Map([...remarks, ...said]);
}

interface StateProps {
  verdict: Verdict | undefined;
  reading?: Reading | undefined;
}

/** How far the check of the draft is; it is refreshed while that goes on. */
export function CheckState({ verdict, reading }: StateProps): VNode {
  const isRead = reading && reading.added > 0 && reading.misread.length === 0;
  return html`<p id="check-state" class="hint" data-live data-busy=${verdict?.state === "busy" || undefined}>
    ${stateOf(verdict)}${isRead && ` ${ALL_READ}`}
  </p>`;
}

function stateOf(verdict: Verdict | undefined): Children {
  if (!verdict) return "";
  const { state, isReadThrough, mistakes } = verdict;
  if (state === "failed") return "De controle lukte niet. Laad de pagina opnieuw.";
  if (state === "busy")
    return isReadThrough
      ? "Wat je typte, is nagekeken. De bot leert er nu van, en loopt de voorbeeldgesprekken en altijd-regels na. Dat duurt tot een minuut."
      : "De controle loopt.";
  if (mistakes.length === 0) return "Alles is nagekeken: geen fouten.";
  return "Nagekeken. Zolang er iets leeg of fout is, kan een deel van de controle nog niet.";
}

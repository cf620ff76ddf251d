import type { VNode } from "preact";
import type { Data } from "../edit/emit-yaml.ts";
import { type Children, html } from "../html.ts";
import { conditionInWords, optionsOf } from "../library/condition-in-words.ts";
import type { Library, ReadFile } from "../library/read-library.ts";
import { referencesTo } from "../library/references-to.ts";
import { addressOf, field, listIn, type Thing, textIn } from "../library/thing.ts";
import { ThingLink } from "./layout.ts";

const FLOWS = "dialogs/flows/";
const QUESTIONS = "dialogs/questions/";

/** The ids and titles of the flows; the longest first, as that one has most to see. */
export function flowsIn(library: Library): { id: string; title: string }[] {
  return byLength(library).map((flow) => ({ id: textIn(flow, "id"), title: textIn(flow, "title") }));
}

/** The ids of the phases of the longest flow, in their order. */
export function phasesIn(library: Library): string[] {
  return listIn(byLength(library)[0], "phases").map((phase) => textIn(phase, "id"));
}

function byLength({ files }: Library): (Data | undefined)[] {
  const flows = [...files.values()].filter(({ file }) => file.startsWith(FLOWS)).map(dataOf);
  return flows.sort((a, b) => listIn(b, "phases").length - listIn(a, "phases").length);
}

/**
 * A flow as a drawing: the phases from above to below, in each its questions along a line, a gate before a phase, and at a
 * question that is not asked always the answers that lead to it. It is a list as well, so that it is read aloud in order,
 * goes by keyboard, and fits a telephone.
 */
export function FlowDrawing({ id, library }: { id: string; library: Library }): VNode {
  const flow = [...library.files.values()].filter(({ file }) => file.startsWith(FLOWS)).map(dataOf);
  const phases = listIn(
    flow.find((one) => textIn(one, "id") === id),
    "phases",
  );
  return html`<ol class="flow" aria-label="De ronde, van boven naar beneden">
    <li class="end">Begin</li>
    ${phases.map((phase) => html`<${Phase} phase=${phase} library=${library} />`)}
    <li class="end">Uitkomst</li>
  </ol>`;
}

function Phase({ phase, library }: { phase: Data; library: Library }): VNode {
  const id = textIn(phase, "id");
  const gate = field(phase, "gate");
  const file = [...library.files.values()].find(
    (read) => read.file.startsWith(QUESTIONS) && textIn(dataOf(read), "phase") === id,
  );
  return html`${gate !== undefined && html`<li class="gate condition-words"><strong>Poort.</strong> Alleen verder ${conditionInWords(gate, library)}</li>`}
    <li class="phase">
      <h2>${textIn(file && dataOf(file), "title") || id}</h2>
      <ol>${file?.things.map((thing) => html`<${Question} thing=${thing} library=${library} />`)}</ol>
    </li>`;
}

function Question({ thing, library }: { thing: Thing; library: Library }): VNode {
  const when = field(thing.data, "when");
  const options = optionsOf(thing.data, library).map(({ text }) => text);
  return html`<li class=${when === undefined ? "step" : "step sometimes"}>
    ${when !== undefined && html`<p class="note condition-words">Alleen ${conditionInWords(when, library, "counts")}</p>`}
    <a class="box" href=${addressOf(thing)}>${thing.title}</a>
    <p class="note">${options.join(" · ")}</p>
    <${LeadsTo} thing=${thing} library=${library} />
  </li>`;
}

/** The advice that looks at the answers of a question. */
function LeadsTo({ thing, library }: { thing: Thing; library: Library }): Children {
  const signals = referencesTo(thing, library).filter(({ kind }) => kind === "signal");
  if (signals.length === 0) return "";
  return html`<details><summary>Telt mee voor ${signals.length} ${signals.length === 1 ? "advies" : "adviezen"}</summary>
    <ul>${signals.map((signal) => html`<li><${ThingLink} thing=${signal} /> <span class="note">${textIn(signal.data, "level")}</span></li>`)}</ul></details>`;
}

function dataOf({ parsed }: ReadFile): Data | undefined {
  return parsed.data as Data | undefined;
}

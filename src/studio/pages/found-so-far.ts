import type { VNode } from "preact";
import { foldMistakes, type Mistake } from "../../content/mistake.ts";
import { type Children, html } from "../html.ts";
import type { Library } from "../library/read-library.ts";
import type { Verdict } from "../verdicts.ts";
import { MistakePlace } from "./verdict-view.ts";

const SHOWN = 3;

/** The mistakes that stand at no field of this page. */
export function without(
  mistakes: readonly Mistake[],
  placed: ReadonlyMap<string, readonly Mistake[]>,
): readonly Mistake[] {
  const here = new Set([...placed.values()].flat());
  return mistakes.filter((mistake) => !here.has(mistake));
}

/** What is wrong in the draft besides this thing, such as what refers to an answer that is gone, with the way there. */
export function Elsewhere({ mistakes, library }: { mistakes: readonly Mistake[]; library: Library }): VNode {
  const folded = foldMistakes(mistakes);
  return html`<div id="elsewhere" data-live>
    ${folded.length > 0 && html`<p><strong>Op een andere plek in je concept klopt iets niet:</strong></p>`}
    ${folded.slice(0, SHOWN).map(
      ({ mistake }) => html`<div class="mistake"><p><strong>${mistake.what}</strong> ${mistake.fix}</p>
        <${MistakePlace} mistake=${mistake} library=${library} /></div>`,
    )}
    ${folded.length > SHOWN && html`<p>En nog ${folded.length - SHOWN}: kijk bij <a href="/inhoud/concept">Mijn concept</a>.</p>`}
  </div>`;
}

/** How far the check of the draft is; it is refreshed while that goes on. */
export function CheckState({ verdict }: { verdict: Verdict | undefined }): VNode {
  return html`<p id="check-state" class="hint" data-live data-busy=${verdict?.state === "busy" || undefined}>${stateOf(verdict)}</p>`;
}

function stateOf(verdict: Verdict | undefined): Children {
  if (!verdict) return "";
  const { state, isReadThrough, mistakes } = verdict;
  if (state === "failed") return "De controle lukte niet. Laad de pagina opnieuw.";
  if (state === "busy")
    return isReadThrough
      ? "Wat je typte, is nagekeken. De voorbeeldgesprekken en de altijd-regels lopen nog: dat duurt tot een minuut."
      : "De controle loopt.";
  return mistakes.length === 0 ? "Alles is nagekeken: geen fouten." : "Alles is nagekeken.";
}

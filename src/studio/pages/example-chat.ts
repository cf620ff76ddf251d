import type { VNode } from "preact";
import type { Data } from "../edit/emit-yaml.ts";
import { html } from "../html.ts";
import type { Library } from "../library/read-library.ts";
import { type ChatLine, linesOf } from "../library/steps-in-words.ts";

/** An example conversation, as a chat. */
export function ExampleChat({ steps, library }: { steps: readonly Data[]; library: Library }): VNode {
  return html`<aside class="preview" aria-label="Het gesprek" tabindex="0">
    <h2>Het gesprek</h2>
    <${Chat} lines=${steps.flatMap((step) => linesOf(step, library))} />
  </aside>`;
}

export function Chat({ lines }: { lines: readonly ChatLine[] }): VNode {
  return html`<ol class="chat">
    ${lines.map(({ who, text }) => html`<li class=${who}><span class="who">${WHO[who]}</span>${text}</li>`)}
  </ol>`;
}

const WHO = { bot: "Bot", worker: "Medewerker", check: "Dan moet kloppen", note: "Let op" } as const;

import { type Children, html } from "../html.ts";
import { type Misread, type Reading, remarkOf } from "../try/misread.ts";
import { ThingLink } from "./layout.ts";

export const ALL_READ = "De bot leest de zinnen die je erbij zette nu zoals je bedoelde, ook anders verteld.";

/** What the draft adds and the bot still misreads: to be seen before it is published. */
export function StillMisread({ reading }: { reading: Reading | undefined }): Children {
  if (!reading || reading.added === 0) return "";
  if (reading.misread.length === 0) return html`<p class="good">${ALL_READ}</p>`;
  return html`<p><strong>De bot leest dit nog anders dan je bedoelde.</strong> Publiceren mag, maar dan blijft dat zo.</p>
    ${reading.misread.map((one) => html`<${MisreadView} misread=${one} />`)}`;
}

export function MisreadView({ misread }: { misread: Misread }): Children {
  const { what, fix } = remarkOf(misread);
  return html`<div class="remark"><p><strong>${what}</strong> ${fix}</p><p>Doe dat bij <${ThingLink} thing=${misread.thing} /></p></div>`;
}

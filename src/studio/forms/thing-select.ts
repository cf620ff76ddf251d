import type { VNode } from "preact";
import { html } from "../html.ts";
import type { Library } from "../library/read-library.ts";
import { THING_KINDS, type ThingKind } from "../library/thing.ts";

/** Longer lists are searched rather than read. */
const READABLE = 15;

interface ThingSelectProps {
  /** Attributes of the list. */
  about: Readonly<Record<string, unknown>>;
  kind: ThingKind;
  /** Id of what is chosen; empty for nothing. */
  chosen: string;
  library: Library;
  /** Without a field to find something: there is another list to add to. */
  isPlain?: boolean;
}

/** A list of things of one kind to choose one from. A long one has a field above it to find something in it by its words. */
export function ThingSelect({ about, kind, chosen, library, isPlain = false }: ThingSelectProps): VNode {
  const things = library.things.filter((thing) => thing.kind === kind);
  const isKnown = chosen === "" || things.some(({ id }) => id === chosen);
  const find = `Zoek in de lijst: ${THING_KINDS[kind].many}`;
  return html`<div class="finder">
    ${
      !isPlain &&
      things.length > READABLE &&
      html`<input type="search" data-finds autocomplete="off" aria-label=${find} placeholder=${find} />`
    }
    <select ...${about}>
      <option value="">(geen)</option>
      ${!isKnown && html`<option value=${chosen} selected>${chosen} (bestaat niet)</option>`}
      ${things.map(({ id, title }) => html`<option value=${id} selected=${id === chosen}>${title}</option>`)}
    </select>
  </div>`;
}

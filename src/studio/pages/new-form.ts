import type { VNode } from "preact";
import { TOPICS } from "../../content/schema/article.ts";
import type { Data } from "../edit/emit-yaml.ts";
import { type Children, html } from "../html.ts";
import { topicName } from "../library/condition-in-words.ts";
import type { Library, ReadFile } from "../library/read-library.ts";
import { field, THING_KINDS, type ThingKind, textIn } from "../library/thing.ts";
import { phasesIn } from "./flow-drawing.ts";

/** Kinds of which the page makes new ones. */
export const CAN_BE_NEW: readonly ThingKind[] = ["question", "signal", "article", "link", "region", "source", "owner"];

/** What it is called by, where that is no title. */
const TITLE_OF: Partial<Readonly<Record<ThingKind, string>>> = { question: "De vraag", owner: "Werkadres" };

/** Asks for a title, and for the place when there is a choice: phases in the order of the round. */
export function NewForm({ kind, library }: { kind: ThingKind; library: Library }): Children {
  if (!CAN_BE_NEW.includes(kind)) return "";
  const { one, slug } = THING_KINDS[kind];
  const places = placesFor(kind, library);
  return html`<form class="quick" method="post" action=${`/inhoud/${slug}`}>
    <h2 id="nieuw">Nieuw: ${one.toLowerCase()}</h2>
    <label for="new-title">${TITLE_OF[kind] ?? "Titel"}</label>
    <input id="new-title" name="title" type="text" required maxlength="120" autocomplete="off" />
    ${
      places.length > 0 &&
      html`<label for="new-place">${kind === "article" ? "Onderwerp" : "Waar hoort het?"}</label>
        <select id="new-place" name="place">${places.map(([id, label]) => html`<option value=${id}>${label}</option>`)}</select>`
    }
    <button>Maken</button>
  </form>` as VNode;
}

function placesFor(kind: ThingKind, library: Library): (readonly [string, string])[] {
  if (kind === "article") return TOPICS.map((topic) => [topic, topicName(topic, library)]);
  const folder = { question: "dialogs/questions/", signal: "dialogs/signals/" }[kind as string];
  if (!folder) return [];
  const found = [...library.files.values()].filter(({ file }) => file.startsWith(folder));
  const phases = phasesIn(library);
  const placeOf = ({ parsed }: ReadFile) =>
    kind === "question"
      ? phases.indexOf(textIn(parsed.data as Data, "phase"))
      : Number(field(parsed.data as Data, "order"));
  const inOrder = found.sort((a, b) => placeOf(a) - placeOf(b));
  return inOrder.map(({ file, parsed }) => [file, textIn(parsed.data as Data, "title") || file]);
}

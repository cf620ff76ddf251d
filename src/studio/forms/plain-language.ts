import { hardWordFinder } from "../../content/hard-words.ts";
import type { Data } from "../edit/emit-yaml.ts";
import { type Children, html } from "../html.ts";
import type { Library } from "../library/read-library.ts";
import { addressOf, listIn, textIn } from "../library/thing.ts";
import type { Field } from "./fields.ts";
import { nameOf } from "./form-values.ts";
import { longSentences } from "./long-sentences.ts";

interface PlainLanguageProps {
  field: Field;
  value: Data | undefined;
  library: Library;
}

/** Points out long sentences and hard words in what a worker reads. Helps to write plainly, and forbids nothing. */
export function PlainLanguage({ field, value, library }: PlainLanguageProps): Children {
  const text = textFor(field, value);
  if (text === undefined) return "";
  const list = library.thing("words", "lijst");
  const hard = hardWordFinder(listIn(list?.data, "words").map(String))(text);
  return html`<div id=${`${nameOf(field)}-plain`} data-live>
    ${longSentences(text).map(
      ({ sentence, words }) =>
        html`<p class="hint">Lange zin (${words} woorden): “${sentence.slice(0, 60)}…” Kan hij in tweeën?</p>`,
    )}
    ${
      list &&
      hard.length > 0 &&
      html`<p class="hint">${hard.length === 1 ? "Een moeilijk woord" : "Moeilijke woorden"}. Kan het gewoner?
        ${hard.map(({ word, plain }) => html` <b>${word}</b>: ${plain}.`)} <a href=${addressOf(list)}>De lijst</a></p>`
    }
  </div>`;
}

/** What a worker reads of a field; undefined of one that is for colleagues, or has nothing to read. */
function textFor({ type, path }: Field, value: Data | undefined): string | undefined {
  if (type === "area") return String(value ?? "");
  if (type === "line" && ["title", "label"].includes(String(path[0]))) return String(value ?? "");
  if (type !== "options" && type !== "advice") return undefined;
  return listIn(value)
    .map((item) => textIn(item, "text"))
    .join("\n");
}

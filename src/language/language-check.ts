import { chanceOf, type Model } from "./classifier.ts";
import { featuresOf } from "./features.ts";
import { readable } from "./normalise.ts";
import { FOREIGN } from "./train-language.ts";

/** Of fewer words no language can be told: "test", "criteria mda++". */
const FEWEST_WORDS = 3;
/** From this share of letters of another script a text is not Dutch. */
const OTHER_SCRIPT = 0.3;
/** From these chances; the fewest words are often a name, or the title of a course. Measured: see `docs/adr/0021-a-message-that-is-not-dutch.md`. */
const FOREIGN_FROM = { inFewestWords: 0.9, inMore: 0.6 };
/** Called so in every language. */
const NAMES = /veilig thuis|mda\+*|top-?3/giu;

/** Whether a text is clearly in another language than Dutch; English words in a Dutch sentence make it none. */
export function createLanguageCheck(model: Model): (typed: string) => boolean {
  return (typed) => {
    const text = readable(typed).replace(NAMES, " ");
    const letters = count(text, /\p{Letter}/gu);
    if (letters > 0 && count(text, /(?!\p{Script=Latin})\p{Letter}/gu) / letters >= OTHER_SCRIPT) return true;
    const words = count(text, /\p{Letter}+/gu);
    if (words < FEWEST_WORDS) return false;
    const from = words === FEWEST_WORDS ? FOREIGN_FROM.inFewestWords : FOREIGN_FROM.inMore;
    return chanceOf(model, featuresOf(text), FOREIGN) >= from;
  };
}

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}

import { eld } from "eld/extrasmall";
import { readable } from "./normalise.ts";

/** Of fewer words no language can be told: "test", "criteria mda++". */
const FEWEST_WORDS = 3;
/** From this share of letters of another script a text is not Dutch. */
const OTHER_SCRIPT = 0.3;
/** How much better another language must fit. Measured: see `docs/adr/0021-a-library-tells-the-language.md`. */
const CLEARLY = { inFewestWords: 0.2, inMore: 0.08 };
/** Short Dutch texts are often taken for Afrikaans, which nobody types here. */
const AS_DUTCH: ReadonlySet<string> = new Set(["nl", "af"]);
/** Called so in every language. */
const NAMES = /veilig thuis|mda\+*|top-?3/giu;

/** Whether a text is clearly in another language than Dutch; English words in a Dutch sentence make it none. */
export function isForeign(typed: string): boolean {
  const text = readable(typed).replace(NAMES, " ");
  const letters = count(text, /\p{Letter}/gu);
  if (letters > 0 && count(text, /(?!\p{Script=Latin})\p{Letter}/gu) / letters >= OTHER_SCRIPT) return true;
  const words = count(text, /\p{Letter}+/gu);
  if (words < FEWEST_WORDS) return false;
  const best = { dutch: 0, other: 0 };
  for (const [language, score] of Object.entries(eld.detect(text.toLowerCase()).getScores())) {
    const which = AS_DUTCH.has(language) ? "dutch" : "other";
    best[which] = Math.max(best[which], score);
  }
  return best.other - best.dutch > (words === FEWEST_WORDS ? CLEARLY.inFewestWords : CLEARLY.inMore);
}

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}

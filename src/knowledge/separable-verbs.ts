import { stem } from "./stem.ts";

/** First parts of Dutch verbs that can stand apart from the rest: "meld het gezin aan". */
const PARTICLES = new Set("aan af bij door in mee na op over tegen toe uit vast voor".split(" "));
/** After a loose first part the sentence ends, or goes on with one of these. "Aan de hand" has no loose part. */
const GOES_ON = new Set("aan als bij dan en in met na naar nu of om op tegen voor wanneer want wat zonder".split(" "));

/**
 * The words with verbs made whole: "hoe meld ik een gezin aan" becomes "hoe aanmeld ik een gezin".
 * @param isKnown whether a word with this stem exists
 */
export function joinSeparableVerbs(tokens: readonly string[], isKnown: (stem: string) => boolean): string[] {
  const joined = [...tokens];
  for (const [at, particle] of tokens.entries()) {
    const next = tokens[at + 1];
    if (!PARTICLES.has(particle) || (next !== undefined && !GOES_ON.has(next))) continue;
    const verb = joined.findLastIndex(
      (token, index) => index < at && rootsOf(token).some((root) => isKnown(particle + root)),
    );
    if (verb < 0) continue;
    joined[verb] = particle + joined[verb];
    joined[at] = "";
  }
  return joined.filter((token) => token !== "");
}

/** "meldt" has the root "meld", which no stemmer of Dutch finds. */
function rootsOf(token: string): string[] {
  return token.endsWith("t") ? [stem(token), stem(token.slice(0, -1))] : [stem(token)];
}

import { mistakeAt } from "../content/draft.ts";
import { NEVER_SAY } from "../content/floor/never-say.ts";
import type { LoadedContent } from "../content/load-content.ts";
import type { Finding, Mistake } from "../content/mistake.ts";
import type { Targets } from "../content/references/targets.ts";
import { comparable } from "../language/normalise.ts";
import { visibleTexts } from "./cards/visible-texts.ts";
import { createPromiseFinder } from "./find-promises.ts";

/** No text that a worker can see says what the bot may never say, such as that it is safe. */
export function checkNeverSay(loaded: LoadedContent, targets: Targets): Mistake[] {
  return [...takenAway(loaded), ...said(loaded, targets)];
}

/** The list of the content may only grow. */
function takenAway({ draft, partial }: LoadedContent): Mistake[] {
  const listed = new Set(partial.neverSay.map(comparable));
  const missing = NEVER_SAY.filter((phrase) => !listed.has(comparable(phrase)));
  return draft.neverSay.flatMap((file) =>
    missing.map((phrase) =>
      mistakeAt(file, ["phrases"], {
        rule: "floor",
        what: `De regel "${phrase}" is weg. Wat de assistent nooit mag zeggen, wordt nooit minder.`,
        fix: `Zet hem terug: - ${phrase}`,
      }),
    ),
  );
}

function said(loaded: LoadedContent, targets: Targets): Mistake[] {
  const find = neverSayFinder(loaded);
  return visibleTexts(loaded, targets).flatMap(({ text, mistakeAt }) => {
    const [found] = find(text);
    return found === undefined ? [] : [mistakeAt(promised(found))];
  });
}

/** Finds what a text promises and may not, by the floor and by the list of the content. */
export function neverSayFinder({ partial }: Pick<LoadedContent, "partial">): (text: string) => string[] {
  return createPromiseFinder([...new Set([...NEVER_SAY, ...partial.neverSay])]);
}

/** @param found what a text promises, as the finder gives it */
export function promised(found: string): Finding {
  return {
    rule: "never-say",
    what: `Hier staat ${found}. Dat mag de assistent nooit zeggen (handboek: Wat altijd blijft).`,
    fix: "Schrijf op wat je weet en wat nog niet, maak er een vraag van, of haal de zin weg.",
  };
}

import { mistakeAt } from "../content/draft.ts";
import { NEVER_SAY } from "../content/floor/never-say.ts";
import type { LoadedContent } from "../content/load-content.ts";
import type { Mistake } from "../content/mistake.ts";
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
  const find = createPromiseFinder([...new Set([...NEVER_SAY, ...loaded.partial.neverSay])]);
  return visibleTexts(loaded, targets).flatMap(({ text, mistakeAt }) => {
    const [phrase] = find(text);
    return phrase === undefined ? [] : [mistakeAt({ rule: "never-say", what: what(phrase), fix: FIX })];
  });
}

const FIX = "Schrijf op wat je weet en wat nog niet, of haal de zin weg.";

function what(phrase: string): string {
  return `Hier staat "${phrase}". Dat mag de assistent nooit zeggen (dialogs/safety/never-say.yaml).`;
}

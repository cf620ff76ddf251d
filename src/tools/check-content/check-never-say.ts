import type { LoadedContent } from "../../content/load-content.ts";
import type { Mistake } from "../../content/mistake.ts";
import type { Targets } from "../../content/references/targets.ts";
import { createPromiseFinder } from "./find-promises.ts";
import { visibleTexts } from "./visible-texts.ts";

/** No text that a worker can see says what the bot may never say, such as that it is safe. */
export function checkNeverSay(loaded: LoadedContent, targets: Targets): Mistake[] {
  const find = createPromiseFinder(loaded.partial.neverSay);
  return visibleTexts(loaded, targets).flatMap(({ text, mistakeAt }) => {
    const [phrase] = find(text);
    return phrase === undefined ? [] : [mistakeAt({ rule: "never-say", what: what(phrase), fix: FIX })];
  });
}

const FIX = "Schrijf op wat je weet en wat nog niet, of haal de zin weg.";

function what(phrase: string): string {
  return `Hier staat "${phrase}". Dat mag de assistent nooit zeggen (dialogs/safety/never-say.yaml).`;
}

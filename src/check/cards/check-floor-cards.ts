import { NUMBERS_ON_CARD } from "../../content/floor/numbers.ts";
import type { LoadedContent } from "../../content/load-content.ts";
import type { Mistake } from "../../content/mistake.ts";
import { DANGER_LEVELS } from "../../content/schema/danger.ts";
import type { DangerTypedView, View } from "../../conversation/views/view.ts";
import { missingNumbers } from "../../render/keep-floor.ts";
import { checkSamples } from "./check-samples.ts";
import { rendererOf } from "./renderer-of.ts";

const ABOUT: readonly DangerTypedView["about"][] = ["", "zelf", "werker", "zelfdoding"];

/** Cards on which somebody looks for help show 112 and Veilig Thuis, in every form that they have. */
export function checkFloorCards(loaded: LoadedContent): Mistake[] {
  if (checkSamples(loaded).length > 0) return [];
  const render = rendererOf(loaded.partial);
  return loaded.draft.cards.flatMap(({ name, file }) => {
    const missing = new Set(viewsOf(name, loaded).flatMap((view) => missingNumbers(render(view), name)));
    return [...missing].map((number) =>
      file.mistakeAt([], {
        rule: "floor",
        what: `Op de kaart "${name}" hoort ${number} te staan, zonder dat iemand ergens op klikt.`,
        fix: "Zet het blok terug in de kaart, of het nummer in de tekst die de kaart noemt.",
      }),
    );
  });
}

function viewsOf(name: string, { partial }: LoadedContent): View[] {
  if (!(name in NUMBERS_ON_CARD)) return [];
  const sample = partial.cards.get(name)?.sample as View;
  if (sample.card !== "danger-typed") return [sample];
  return DANGER_LEVELS.flatMap((level) => ABOUT.map((about) => ({ ...sample, level, about })));
}

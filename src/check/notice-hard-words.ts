import { hardWordFinder } from "../content/hard-words.ts";
import type { LoadedContent } from "../content/load-content.ts";
import { type Mistake, placeOf } from "../content/mistake.ts";
import type { Targets } from "../content/references/targets.ts";
import { visibleTexts } from "./cards/visible-texts.ts";

/** So many are named; the page shows each beside its field. */
const NAMED = 5;

/** One warning for all hard words that a worker can get to see, so that other warnings stay in sight. */
export function noticeHardWords(loaded: LoadedContent, targets: Targets): Mistake[] {
  const [list] = loaded.draft.hardWords;
  if (!list) return [];
  const find = hardWordFinder(list.value.words);
  const found = visibleTexts(loaded, targets).flatMap(({ text, mistakeAt }) =>
    find(text).map(({ word, plain }) => ({ word, plain, place: placeOf(mistakeAt({ rule: "", what: "", fix: "" })) })),
  );
  if (found.length === 0) return [];
  const named = found.slice(0, NAMED).map(({ word, plain, place }) => `"${word}" (${plain}) in ${place}`);
  const more = found.length > NAMED ? `, en nog ${found.length - NAMED}` : "";
  const finding = {
    rule: "hard-words",
    what: `Moeilijke woorden in wat medewerkers lezen: ${named.join(", ")}${more}.`,
    fix: "Kies een gewoon woord als dat hetzelfde zegt. Het moet niet.",
  };
  return [list.file.mistakeAt(["words"], finding)];
}

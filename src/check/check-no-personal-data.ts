import { mistakeAt } from "../content/draft.ts";
import type { LoadedContent } from "../content/load-content.ts";
import type { Finding, Mistake } from "../content/mistake.ts";
import type { Targets } from "../content/references/targets.ts";
import { createPersonalDataCheck, type PersonalDataKind } from "../personal-data/personal-data-check.ts";
import { visibleTexts } from "./cards/visible-texts.ts";

/** In the file of a region, a phone number or mail address is that of a desk: the contact that staff fill in. */
const REGIONS = "dialogs/regions/";
const OF_A_DESK: readonly PersonalDataKind[] = ["telefoon", "e-mail"];

/** No text that a worker can see, and no question of an article, holds data of a person, as far as our own reader sees. */
export function checkNoPersonalData(loaded: LoadedContent, targets: Targets): Mistake[] {
  const kindsIn = createPersonalDataCheck(loaded.partial.personalData);
  const findingsIn = (text: string, file = ""): Finding[] => {
    const allowed = file.startsWith(REGIONS) ? OF_A_DESK : [];
    const kinds = kindsIn(text.replace(/\{[^}]*\}/g, "…")).filter((kind) => !allowed.includes(kind));
    return kinds.length === 0 ? [] : [seen(kinds)];
  };
  return [
    ...visibleTexts(loaded, targets).flatMap(({ text, file, mistakeAt: at }) => findingsIn(text, file).map(at)),
    ...loaded.draft.articles.flatMap((article) =>
      article.value.questions.flatMap((question, index) =>
        findingsIn(question).map((finding) => mistakeAt(article, ["questions", index], finding)),
      ),
    ),
  ];
}

function seen(kinds: readonly string[]): Finding {
  return {
    rule: "personal-data",
    what: `Hier lijken gegevens van een persoon te staan: ${kinds.join(", ")}.`,
    fix: "Haal ze weg: noem een functie of een algemeen nummer. Ziet de controle het verkeerd? Zie het handboek, Woorden voor persoonsgegevens.",
  };
}

import type { Placed } from "../../content/draft.ts";
import type { LoadedContent } from "../../content/load-content.ts";
import type { Mistake } from "../../content/mistake.ts";
import type { View } from "../../conversation/views/view.ts";
import { missingNumbers } from "../../render/keep-floor.ts";
import { rendererOf } from "../../render/render-card.ts";
import { neverSayFinder, promised } from "../check-never-say.ts";
import { cardNodes } from "./card-nodes.ts";
import { floorViews } from "./floor-views.ts";

/**
 * On the card as a reader sees it, in every form that it has: where somebody looks for help it shows 112 and Veilig Thuis,
 * and what was put together on it promises nothing. Each card must be one that can be filled in.
 */
export function checkFloorCards(loaded: LoadedContent): Mistake[] {
  const { draft, partial } = loaded;
  const render = rendererOf(partial);
  const find = neverSayFinder(loaded);
  return draft.cards.flatMap((card) => {
    const shown = floorViews(partial.cards.get(card.name)?.sample as View).map((view) => render(view));
    const [found] = find([...textsOn(shown)].join("\n\n"));
    return [...missingOn(card, shown), ...(found === undefined ? [] : [card.file.mistakeAt([], promised(found))])];
  });
}

function missingOn({ name, file }: Placed<unknown>, shown: readonly unknown[]): Mistake[] {
  const missing = new Set(shown.flatMap((card) => missingNumbers(card, name)));
  return [...missing].map((number) =>
    file.mistakeAt([], {
      rule: "floor",
      what: `Op de kaart "${name}" hoort ${number} te staan, op elk scherm, zonder dat iemand ergens op klikt.`,
      fix: `Zet het blok terug in de kaart, of het nummer in de tekst die de kaart noemt. Kijk ook of er geen "isVisible", "targetWidth" of "$when" bij staat.`,
    }),
  );
}

/** Each once: most of what a card says is on all its forms. */
function textsOn(cards: readonly unknown[]): ReadonlySet<string> {
  return new Set(
    cards.flatMap((card) =>
      cardNodes(card).flatMap(({ node }) => [node.text, node.title].map((text) => text ?? "").map(String)),
    ),
  );
}

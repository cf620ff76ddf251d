import { mistakeAt } from "../content/draft.ts";
import type { LoadedContent } from "../content/load-content.ts";
import type { Finding, Mistake } from "../content/mistake.ts";
import type { Targets } from "../content/references/targets.ts";
import { confirmables } from "./lapsed-confirmations.ts";
import { isoDay } from "./overdue-articles.ts";

const DAY_MS = 86_400_000;

/** Nothing was checked or confirmed on a day that is still to come. Where it is tomorrow already counts as today. */
export function checkDates(loaded: LoadedContent, targets: Targets): Mistake[] {
  const { draft } = loaded;
  const latest = isoDay(new Date(Date.now() + DAY_MS));
  return [
    ...draft.links.flatMap((file) =>
      file.value.links.flatMap(({ checked }, index) =>
        checked !== undefined && checked > latest
          ? [mistakeAt(file, ["links", index, "checked"], future(checked))]
          : [],
      ),
    ),
    ...draft.regions.flatMap((region) => {
      const on = region.value.checked?.on ?? "";
      return on > latest ? [mistakeAt(region, ["checked", "on"], future(on))] : [];
    }),
    ...confirmables(loaded, targets).flatMap((placed) => {
      const on = placed.value.confirmed?.on ?? "";
      return on > latest ? [mistakeAt(placed, ["confirmed", "on"], future(on))] : [];
    }),
  ];
}

function future(day: string): Finding {
  const what = `${day} moet nog komen, dus toen is dit niet nagekeken of bevestigd.`;
  return { rule: "future-date", what, fix: "Vul de dag in waarop iemand het zag: jaar-maand-dag." };
}

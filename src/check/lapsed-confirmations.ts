import { type Confirmable, confirmedAs, isConfirmed } from "../content/confirmation.ts";
import { mistakeAt, type Placed } from "../content/draft.ts";
import type { LoadedContent } from "../content/load-content.ts";
import type { Mistake } from "../content/mistake.ts";
import type { Targets } from "../content/references/targets.ts";

/** A warning for whatever says `bevestigd` and is not, or no longer, what was confirmed: users see it as concept. */
export function lapsedConfirmations(loaded: LoadedContent, targets: Targets): Mistake[] {
  return confirmables(loaded, targets)
    .filter(({ value }) => value.status === "bevestigd" && !isConfirmed(value))
    .map((placed) =>
      mistakeAt(placed, ["status"], {
        rule: "not-confirmed",
        what: placed.value.confirmed
          ? "Dit is veranderd nadat het bevestigd was. Gebruikers zien het weer als concept."
          : "Er staat niet bij wat er bevestigd is, door wie en wanneer. Gebruikers zien het als concept.",
        fix: `Laat het (opnieuw) bevestigen, en vul dan in: wat (deze acht letters), door wie en wanneer. In het bestand: ${confirmedAs(placed.value)}`,
        mend: { label: "Zet terug op concept", value: "concept" },
      }),
    );
}

/** Everything that somebody can confirm, with its place. */
export function confirmables({ draft }: LoadedContent, { questions, signals }: Targets): Placed<Confirmable>[] {
  return [...questions, ...signals, ...draft.regions, ...draft.articles];
}

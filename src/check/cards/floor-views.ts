import { DANGER_LEVELS } from "../../content/schema/danger.ts";
import type { DangerTypedView, View } from "../../conversation/views/view.ts";

const ABOUT: readonly DangerTypedView["about"][] = ["", "zelf", "werker", "zelfdoding"];

/** The forms in which a card comes: of its sample, with each field that is yes or no both ways, and all that was typed about. */
export function floorViews(sample: View): View[] {
  if (sample.card === "danger-typed")
    return DANGER_LEVELS.flatMap((level) => ABOUT.map((about) => ({ ...sample, level, about })));
  const switches = Object.entries(sample).filter(([, value]) => typeof value === "boolean");
  return switches.reduce<View[]>(
    (views, [key]) => views.flatMap((view) => [true, false].map((value) => ({ ...view, [key]: value }))),
    [sample],
  );
}

import { mistakeAt } from "../../content/draft.ts";
import type { LoadedContent } from "../../content/load-content.ts";
import type { Mistake } from "../../content/mistake.ts";

/** Questions about danger, after which a card says what must be done today. */
const MOST = 5;

/** What must be done today is said before the sixth question: the questions about danger are few, and come first. */
export function checkDangerFirst({ draft, partial }: LoadedContent): Mistake[] {
  return draft.flows.flatMap((file) =>
    file.value.phases.flatMap(({ id, always }, index) => {
      const count = partial.flows.get(file.value.id)?.phases.find((phase) => phase.id === id)?.questions.length ?? 0;
      if (!always || (index === 0 && count <= MOST)) return [];
      return [mistakeAt(file, ["phases", index], late(id))];
    }),
  );
}

function late(phase: string) {
  return {
    rule: "late-danger",
    what: `De fase "${phase}" hoort vooraan, met hooguit ${MOST} vragen: daarna zegt de bot wat vandaag nodig is.`,
    fix: "Zet deze fase eerst, en zet vragen die kunnen wachten in een latere fase.",
  };
}

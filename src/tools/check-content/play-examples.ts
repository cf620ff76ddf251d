import { mistakeAt } from "../../content/draft.ts";
import type { LoadedContent } from "../../content/load-content.ts";
import type { Mistake } from "../../content/mistake.ts";
import { runExample } from "../../conversation/run-example.ts";

/** Every example conversation goes as it says. */
export function playExamples({ draft, partial }: LoadedContent): Mistake[] {
  return draft.examples.flatMap((example) =>
    runExample(example.value, partial).map(({ step, what }) =>
      mistakeAt(example, ["steps", step], {
        rule: "example-fails",
        what: `Bij stap ${step + 1} gaat het gesprek anders: ${what}.`,
        fix: "Verander het voorbeeld als het gesprek goed is, en anders de vragen of signalen.",
      }),
    ),
  );
}

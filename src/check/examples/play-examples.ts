import { mistakeAt } from "../../content/draft.ts";
import type { LoadedContent } from "../../content/load-content.ts";
import { type Mistake, placeOf } from "../../content/mistake.ts";
import type { Targets } from "../../content/references/targets.ts";
import { type ExampleFailure, runExample } from "./run-example.ts";

/** From so many examples with the same question in another place on, the question is what changed. */
const MANY = 3;

/** Every example conversation goes as it says. */
export function playExamples({ draft, partial }: LoadedContent, targets: Targets): Mistake[] {
  const failed = draft.examples.flatMap((example) => {
    const [first, ...rest] = runExample(example.value, partial);
    const place = (failure: ExampleFailure) => mistakeAt(example, ["steps", failure.step], differs(failure));
    return first ? [{ asked: first.asked, first: place(first), rest: rest.map(place) }] : [];
  });
  const moved = movedQuestions(failed, targets);
  return [
    ...moved.values(),
    ...failed.flatMap(({ asked = "", first, rest }) => {
      const head = moved.get(asked);
      const place = placeOf(head ?? first);
      return [head ? { ...first, follows: place } : first, ...rest.map((one) => ({ ...one, follows: place }))];
    }),
  ];
}

type Failed = readonly { asked: string | undefined; first: Mistake }[];

/** A mistake at each question that comes up in many examples where they expect another one. */
function movedQuestions(failed: Failed, { questionById }: Targets): Map<string, Mistake> {
  const moved = new Map<string, Mistake>();
  for (const [asked, examples] of Map.groupBy(failed, (one) => one.asked ?? "")) {
    const question = questionById.get(asked);
    const [example] = examples;
    if (!question || !example || examples.length < MANY) continue;
    const what = `De vraag "${asked}" staat open in ${examples.length} voorbeelden die daar iets anders verwachten, zoals ${placeOf(example.first)}.`;
    const fix = "Klopt de nieuwe volgorde of voorwaarde? Pas dan die voorbeelden aan, en anders de vraag.";
    moved.set(asked, mistakeAt(question, ["id"], { rule: "examples-fail", what, fix }));
  }
  return moved;
}

function differs({ step, what }: ExampleFailure) {
  return {
    rule: "example-fails",
    what: `Bij stap ${step + 1} gaat het gesprek anders: ${what}.`,
    fix: "Verander het voorbeeld als het gesprek goed is, en anders de vragen of signalen.",
  };
}

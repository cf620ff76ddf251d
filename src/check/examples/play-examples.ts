import { mistakeAt } from "../../content/draft.ts";
import type { LoadedContent } from "../../content/load-content.ts";
import { type ExampleMend, type Mistake, placeOf } from "../../content/mistake.ts";
import type { Targets } from "../../content/references/targets.ts";
import { type ExampleFailure, runExample } from "./run-example.ts";

/** From so many examples with the same question in another place on, the question is what changed. */
const MANY = 3;

/** Every example conversation goes as it says. */
export function playExamples({ draft, partial }: LoadedContent, targets: Targets): Mistake[] {
  const failed = draft.examples.flatMap((example) => {
    const [first, ...rest] = runExample(example.value, partial);
    const place = (failure: ExampleFailure) => mistakeAt(example, ["steps", failure.step], differs(failure));
    return first ? [{ cause: causeOf(first.mend), first: place(first), rest: rest.map(place) }] : [];
  });
  const moved = movedQuestions(failed, targets);
  return [
    ...moved.values(),
    ...failed.flatMap(({ cause, first, rest }) => {
      const head = moved.get(cause);
      const place = placeOf(head ?? first);
      return [head ? { ...first, follows: place } : first, ...rest.map((one) => ({ ...one, follows: place }))];
    }),
  ];
}

type Failed = readonly { cause: string; first: Mistake }[];

/** The same for all examples that go otherwise because of one question. */
function causeOf(mend: ExampleMend | undefined): string {
  return mend ? `${mend.how} ${mend.question}` : "";
}

/** A mistake at each question that comes up in many examples where they expect another one, or does not come up. */
function movedQuestions(failed: Failed, { questionById }: Targets): Map<string, Mistake> {
  const moved = new Map<string, Mistake>();
  for (const [cause, examples] of Map.groupBy(failed, (one) => one.cause)) {
    const [{ first } = {}] = examples;
    const { how, question: id = "" } = first?.example ?? {};
    const question = questionById.get(id);
    if (!question || !how || !first || examples.length < MANY) continue;
    const example = { how, question: id };
    const finding = { rule: "examples-fail", example, ...MOVED[how](id, examples.length, placeOf(first)) };
    moved.set(cause, mistakeAt(question, ["id"], finding));
  }
  return moved;
}

const MOVED = {
  answer: (id: string, count: number, place: string) => ({
    what: `De vraag "${id}" staat open in ${count} voorbeelden die daar iets anders verwachten, zoals ${place}.`,
    fix: "Klopt de nieuwe volgorde of voorwaarde? Pas dan die voorbeelden aan, en anders de vraag.",
  }),
  drop: (id: string, count: number, place: string) => ({
    what: `De vraag "${id}" wordt niet meer gesteld in ${count} voorbeelden die er een antwoord op geven, zoals ${place}.`,
    fix: "Klopt de nieuwe volgorde of voorwaarde? Haal het antwoord daar dan weg, en verander anders de vraag.",
  }),
};

function differs({ step, what, mend }: ExampleFailure) {
  return {
    ...(mend && { example: mend }),
    rule: "example-fails",
    what: `Bij stap ${step + 1} gaat het gesprek anders: ${what}.`,
    fix: "Verander het voorbeeld als het gesprek goed is, en anders de vragen of signalen.",
  };
}

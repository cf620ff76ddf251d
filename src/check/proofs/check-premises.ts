import { mistakeAt, type Placed } from "../../content/draft.ts";
import type { LoadedContent } from "../../content/load-content.ts";
import type { Finding, Mistake } from "../../content/mistake.ts";
import type { Path } from "../../content/node-offset.ts";
import type { Targets } from "../../content/references/targets.ts";
import type { Premise, Signal } from "../../content/schema/signal.ts";
import { AppError } from "../../errors.ts";
import { comparable } from "../../language/normalise.ts";
import { type Claims, claimsOfAdvice, claimsOfSignal } from "../../signals/premises.ts";
import { answersInWords } from "./check-invariants.ts";
import { type Contradiction, provePremises, type Statement } from "./prove-premises.ts";

/** No outcome contradicts itself, and every text says what it takes for granted. */
export function checkPremises(loaded: LoadedContent, targets: Targets): Mistake[] {
  const premises = loaded.partial.signalGroups.flatMap((group) => group.premises);
  return [...silent(targets, premises), ...contradictions(loaded, targets)];
}

/** Texts with a word of a premise that do not say whether they presuppose or deny it. */
function silent({ signals }: Targets, premises: readonly Premise[]): Mistake[] {
  return signals.flatMap((signal) =>
    textsOf(signal.value).flatMap(({ text, path, claims }) =>
      premises.flatMap(({ id, words }) => {
        const word = words.find((word) => holds(text, word));
        const isSaid = claims.some(({ presupposes, denies }) => [...presupposes, ...denies].includes(id));
        return word && !isSaid ? [mistakeAt(signal, path, unsaid(id, word))] : [];
      }),
    ),
  );
}

function textsOf(signal: Signal): { text: string; path: Path; claims: Claims[] }[] {
  const own = claimsOfSignal(signal);
  return [
    { text: signal.title, path: ["title"], claims: [own] },
    { text: signal.next, path: ["next"], claims: [own] },
    ...(["title", "next"] as const).flatMap((key) =>
      signal.past ? [{ text: signal.past[key], path: ["past", key], claims: [own] }] : [],
    ),
    ...(signal.banner ? [{ text: signal.banner, path: ["banner"], claims: [own] }] : []),
    ...signal.advice.map((advice, index) => ({
      text: advice.text,
      path: ["advice", index, "text"],
      claims: [own, claimsOfAdvice(advice)],
    })),
  ];
}

/** Whole words only. */
function holds(text: string, words: string): boolean {
  return ` ${comparable(text)} `.includes(` ${comparable(words)} `);
}

function unsaid(premise: string, word: string): Finding {
  return {
    rule: "premise-unsaid",
    what: `Hier staat "${word}". Het gaat dus over "${premise}", maar er staat niet bij of de tekst daarvan uitgaat.`,
    fix: `Zet erbij: presupposes: [${premise}]. Zegt de tekst juist dat het niet zo is: denies: [${premise}].`,
  };
}

function contradictions({ partial }: LoadedContent, targets: Targets): Mistake[] {
  try {
    return provePremises(partial.signalGroups, partial.questions).flatMap((found) => toMistake(targets, found));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const [first] = targets.signals;
    return first ? [mistakeAt(first, ["id"], { rule: "premise-too-large", what: error.message, fix: error.fix })] : [];
  }
}

function toMistake({ signals }: Targets, { statement, premise, other, counterExample }: Contradiction): Mistake[] {
  const placed = signals.find(({ value }) => value.id === statement.signal.id);
  if (!placed) return [];
  const answers = answersInWords(counterExample);
  const finding = other
    ? {
        rule: "contradiction",
        what: `"${textOf(statement)}" gaat uit van "${premise}", en "${textOf(other)}" zegt het tegendeel. Samen bij: ${answers}.`,
        fix: "Verander de voorwaarde van een van de twee, of zet bij de premisse (unless) wanneer die niet geldt.",
      }
    : {
        rule: "premise-broken",
        what: `Dit signaal gaat uit van "${premise}", maar dat klopt niet bij: ${answers}.`,
        fix: "Maak titel en eerste stap algemener, en zet wat alleen soms past in een adviesregel.",
      };
  return [mistakeAt(placed as Placed<unknown>, placeOf(statement), finding)];
}

function placeOf({ line }: Statement): Path {
  return line === undefined ? ["title"] : ["advice", line, "text"];
}

function textOf({ signal, line }: Statement): string {
  return line === undefined ? signal.title : (signal.advice[line]?.text ?? "");
}

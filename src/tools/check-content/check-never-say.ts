import { mistakeAt, type Placed } from "../../content/draft.ts";
import type { LoadedContent } from "../../content/load-content.ts";
import type { Mistake } from "../../content/mistake.ts";
import type { Path } from "../../content/node-offset.ts";
import type { Targets } from "../../content/references/targets.ts";
import { comparable } from "../../language/normalise.ts";
import { allTexts } from "./all-texts.ts";

/** With one of these words a sentence denies, doubts or sets a condition, and promises nothing. */
const RESERVATIONS = ["niet", "nooit", "geen zekerheid", "pas", "tot", "of", "als", "wanneer"];

const SENTENCES = new Intl.Segmenter("nl", { granularity: "sentence" });

/** No advice, checklist, region or result text says what the bot may never say, such as that it is safe. */
export function checkNeverSay({ draft, partial }: LoadedContent, targets: Targets): Mistake[] {
  const advice = [
    ...targets.signals.flatMap((signal) => adviceTexts(signal, ["title", "advice", "next", "banner"])),
    ...draft.signals.flatMap((group) => adviceTexts(group, ["note"])),
    ...targets.questions.flatMap((question) => adviceTexts(question, ["suggest", "checklist"])),
    ...draft.regions.flatMap((region) => adviceTexts(region, ["mda"])),
    ...draft.articles.flatMap((article) => adviceTexts(article, ["title", "text"])),
    ...draft.texts.flatMap((texts) => adviceTexts(texts, ["result", "summary"])),
  ];
  return advice.flatMap(({ text, placed, path }) =>
    partial.neverSay
      .filter((phrase) => promises(text, phrase))
      .map((phrase) => mistakeAt(placed, path, { rule: "never-say", what: what(phrase), fix: FIX })),
  );
}

const FIX = "Schrijf op wat je weet en wat nog niet, of haal de zin weg.";

function what(phrase: string): string {
  return `Hier staat "${phrase}". Dat mag de assistent nooit zeggen (dialogs/safety/never-say.yaml).`;
}

interface Advice {
  text: string;
  placed: Placed<unknown>;
  path: Path;
}

function adviceTexts(placed: Placed<object>, keys: string[]): Advice[] {
  return keys.flatMap((key) =>
    allTexts((placed.value as Record<string, unknown>)[key], [key]).map(({ text, path }) => ({ text, placed, path })),
  );
}

function promises(text: string, phrase: string): boolean {
  return [...SENTENCES.segment(text)].some(
    ({ segment }) =>
      holds(segment, phrase) && !segment.includes("?") && !RESERVATIONS.some((word) => holds(segment, word)),
  );
}

/** Whole words only: "of" is not in "hoofd". */
function holds(sentence: string, words: string): boolean {
  return ` ${comparable(sentence)} `.includes(` ${comparable(words)} `);
}

import { mistakeAt } from "../content/draft.ts";
import type { LoadedContent } from "../content/load-content.ts";
import type { Mistake } from "../content/mistake.ts";
import { allQuestions } from "../knowledge/all-questions.ts";
import { toWords } from "../language/words.ts";
import { type PlacedLine, placedLines } from "./placed-lines.ts";

/** With fewer examples little can be learned of a sign or an article. */
const FEWEST_LINES = 20;
const FEWEST_QUESTIONS = 8;

/** What staff may want to look at in the lines that typed text is learned from. The content may be used as it is. */
export function noticeTypedLines(loaded: LoadedContent): Mistake[] {
  return [...tooFew(loaded), ...nearlyTheSame(placedLines(loaded))];
}

/** The lines that are taken for something else in spite of having been learned. */
export function noticeUnlearned(loaded: LoadedContent, unlearned: ReadonlySet<string>): Mistake[] {
  return placedLines(loaded)
    .filter(({ of, text }) => of !== "question" && unlearned.has(text))
    .map(notLearned);
}

function tooFew({ draft }: LoadedContent): Mistake[] {
  const signs = draft.danger.filter(({ value }) => {
    return Object.values(value["zo klinkt het"]).flatMap(Object.values).flat().length < FEWEST_LINES;
  });
  const articles = draft.articles.filter(({ value }) => allQuestions(value).length < FEWEST_QUESTIONS);
  const finding = (what: string, fewest: number) => {
    return { rule: "few-examples", what, fix: `Schrijf er meer bij, tot minstens ${fewest}.` };
  };
  return [
    ...signs.map((file) =>
      mistakeAt(file, ["zo klinkt het"], finding("Dit teken heeft weinig voorbeelden.", FEWEST_LINES)),
    ),
    ...articles.map((file) =>
      mistakeAt(file, ["questions"], finding("Dit artikel heeft weinig voorbeeldvragen.", FEWEST_QUESTIONS)),
    ),
  ];
}

/** The same words in another order, with danger and without. */
function nearlyTheSame(lines: readonly PlacedLine[]): Mistake[] {
  const first = new Map<string, PlacedLine>();
  return lines.flatMap((line) => {
    if (line.of === "question") return [];
    const words = toWords(line.text).sort().join(" ");
    const other = first.get(words);
    first.set(words, other ?? line);
    if (!other || other.of === line.of) return [];
    const what = `De regel "${line.text}" bij "${line.kind}" lijkt sterk op "${other.text}" bij "${other.kind}".`;
    return [line.mistake({ rule: "near-duplicate", what, fix: "Kijk of beide op de goede plek staan." })];
  });
}

function notLearned({ text, kind, of, mistake }: PlacedLine): Mistake {
  const taken = of === "danger" ? "wordt niet als gevaar herkend" : "wordt toch voor gevaar aangezien";
  const what = `De regel "${text}" staat bij "${kind}" en ${taken}.`;
  return mistake({ rule: "line-not-learned", what, fix: "Staat hij goed? Schrijf dan meer regels die erop lijken." });
}

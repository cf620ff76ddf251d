import { mistakeAt } from "../content/draft.ts";
import { findText } from "../content/find-text.ts";
import {
  EMERGENCY,
  NUMBER_IN_TEXT,
  namesNumber,
  TOPICS_WITH_NUMBER,
  VEILIG_THUIS,
  wrongNumbers,
} from "../content/floor/numbers.ts";
import type { LoadedContent } from "../content/load-content.ts";
import type { Finding, Mistake } from "../content/mistake.ts";
import type { Targets } from "../content/references/targets.ts";
import type { Signal } from "../content/schema/signal.ts";
import { visibleTexts } from "./cards/visible-texts.ts";

/** Sentences, urgent signals and articles about danger name 112 or Veilig Thuis, and no text has a slip in a number. */
export function checkFloorTexts(loaded: LoadedContent, targets: Targets): Mistake[] {
  const { draft } = loaded;
  return [
    ...draft.texts.flatMap((texts) =>
      Object.entries(NUMBER_IN_TEXT).flatMap(([key, number]) => {
        const path = key.split(".");
        const text = findText(texts.value, path);
        return typeof text !== "string" || namesNumber(text, number)
          ? []
          : [mistakeAt(texts, path, lacks(`De tekst "${key}"`, number))];
      }),
    ),
    ...targets.signals.flatMap((signal) =>
      urgent(signal.value).map(({ key, finding }) => mistakeAt(signal, [key], finding)),
    ),
    ...draft.articles
      .filter(({ value }) => TOPICS_WITH_NUMBER.includes(value.topic) && !namesAny(value.text))
      .map((article) =>
        mistakeAt(article, ["text"], lacks("Een artikel over dit onderwerp", `${EMERGENCY} of ${VEILIG_THUIS}`)),
      ),
    ...visibleTexts(loaded, targets).flatMap(({ text, mistakeAt: at }) =>
      wrongNumbers(text).map((number) => at(wrong(number, text))),
    ),
  ];
}

function urgent(signal: Signal): { key: string; finding: Finding }[] {
  if (signal.level !== "nu" && signal.level !== "vandaag") return [];
  const text = [...signal.advice.map((line) => line.text), signal.next].join("\n");
  const isComplete = signal.level === "nu" ? namesNumber(text, EMERGENCY) : namesAny(text);
  const number = signal.level === "nu" ? EMERGENCY : `${VEILIG_THUIS} of ${EMERGENCY}`;
  return [
    ...(isComplete ? [] : [{ key: "advice", finding: lacks(`Het advies van niveau ${signal.level}`, number) }]),
    ...(signal.meldcode ? [] : [{ key: "level", finding: MELDCODE }]),
  ];
}

function namesAny(text: string): boolean {
  return namesNumber(text, EMERGENCY) || namesNumber(text, VEILIG_THUIS);
}

function lacks(what: string, number: string): Finding {
  const how = number.includes(EMERGENCY) ? ", 112 met “bel” ervoor" : "";
  return {
    rule: "floor",
    what: `${what} hoort ${number} te noemen.`,
    fix: `Zet het nummer (terug) in de tekst${how}.`,
  };
}

const MELDCODE: Finding = {
  rule: "floor",
  what: "Een signaal van niveau nu of vandaag hoort te herinneren aan de meldcode.",
  fix: "Zet die erbij (in het bestand: meldcode: true).",
  mend: { label: "Zet de meldcode erbij", path: ["meldcode"], value: true },
};

function wrong(number: string, text: string): Finding {
  const right = number.length > EMERGENCY.length ? VEILIG_THUIS : EMERGENCY;
  const what = `Hier staat ${number}. Dat lijkt op ${right}, maar is het niet.`;
  const mend = { label: `Maak er ${right} van`, value: text.replace(number, right) };
  return { rule: "wrong-number", what, fix: `Schrijf ${right}, precies zo.`, mend };
}

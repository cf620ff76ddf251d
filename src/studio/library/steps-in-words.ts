import type { Data } from "../edit/emit-yaml.ts";
import { CARD_NAMES } from "./card-names.ts";
import { optionWords } from "./condition-in-words.ts";
import type { Library } from "./read-library.ts";
import { field, idsIn, textIn } from "./thing.ts";

/** Who says what, in the order of a chat. */
export interface ChatLine {
  who: "bot" | "worker" | "check" | "note";
  text: string;
}

const STEPS: Readonly<Record<string, string>> = {
  install: "installeert de bot",
  "click-again": "klikt nog een keer op dezelfde knop",
  back: "gaat terug",
  stop: "kiest Stop en wis",
  refresh: "opent de kaart op een ander apparaat",
  continue: "gaat door",
  pause: "gaat eerst bellen",
  outcome: "vraagt de uitkomst tot nu toe",
  "find-out": "kijkt wat nog uitgezocht moet worden",
  answers: "kijkt naar de gegeven antwoorden",
  summary: "vraagt de samenvatting",
  finish: "kiest Klaar",
};

/** What one step of an example is, in words. */
export function linesOf(step: Data, library: Library): ChatLine[] {
  const worker = (text: string): ChatLine[] => [{ who: "worker", text }];
  const typed = textIn(step, "type");
  if (typed) return worker(`“${typed}”`);
  const answer = field(step, "answer") ?? field(step, "old-card");
  if (answer && typeof answer === "object") {
    const isOld = field(step, "old-card") !== undefined;
    const [id = "", chosen] = isOld
      ? [textIn(answer, "question"), field(answer, "choose")]
      : (Object.entries(answer)[0] ?? []);
    return answerLines(id, idsIn(chosen as Data), library);
  }
  const choose = field(step, "choose");
  if (choose !== undefined) return worker(`kiest ${idsIn(choose).join(", ")}`);
  const start = textIn(step, "start");
  if (start) {
    const flow = textIn(library.files.get(`dialogs/flows/${start}.yaml`)?.parsed.data as Data, "title") || start;
    return worker(`start ${flow}${textIn(step, "phase") && `, bij ${textIn(step, "phase")}`}`);
  }
  const region = textIn(step, "region");
  if (region) return worker(`kiest de regio ${library.thing("region", region)?.title ?? region}`);
  const hours = textIn(step, "wait-hours");
  if (hours) return worker(`komt ${hours} uur later terug`);
  const signal = textIn(step, "open");
  if (signal) return worker(`opent “${library.thing("signal", signal)?.title ?? signal}”`);
  const expected = field(step, "expect");
  if (expected && typeof expected === "object") return [{ who: "check", text: expectation(expected, library) }];
  const [verb = ""] = Object.keys(typeof step === "object" && step ? step : {});
  return worker(STEPS[verb] ?? verb);
}

/** A question of the bot and what the worker answers. */
export function answerLines(id: string, chosen: readonly string[], library: Library): ChatLine[] {
  const question = library.thing("question", id);
  const words = chosen.map((option) => optionWords(question?.data, option, library));
  return [
    { who: "bot", text: question?.title ?? id },
    { who: "worker", text: words.join(", ") },
  ];
}

function expectation(expected: Data, library: Library): string {
  const titles = (key: string) => idsIn(field(expected, key)).map((id) => library.thing("signal", id)?.title ?? id);
  const card = textIn(expected, "card");
  const lines = [
    textIn(expected, "question") && `de vraag is “${library.thing("question", textIn(expected, "question"))?.title}”`,
    card && `de kaart is “${CARD_NAMES[card] ?? card}”`,
    field(expected, "signals") !== undefined && `precies deze adviezen: ${titles("signals").join("; ") || "geen"}`,
    field(expected, "includes") !== undefined && `ook deze adviezen: ${titles("includes").join("; ")}`,
    field(expected, "excludes") !== undefined && `niet deze adviezen: ${titles("excludes").join("; ")}`,
    textIn(expected, "level") && `het niveau is ${textIn(expected, "level")}`,
    field(expected, "says") !== undefined && `de bot zegt: ${idsIn(field(expected, "says")).join("; ")}`,
    field(expected, "says-not") !== undefined && `de bot zegt niet: ${idsIn(field(expected, "says-not")).join("; ")}`,
  ];
  return lines.filter(Boolean).join(", ") || "klopt";
}

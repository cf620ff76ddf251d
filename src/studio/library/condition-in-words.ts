import { UNKNOWN_OPTION } from "../../content/schema/id.ts";
import type { Data } from "../edit/emit-yaml.ts";
import { type Chosen, type Term, termOf } from "./condition-term.ts";
import type { Library } from "./read-library.ts";
import { field, listIn, textIn } from "./thing.ts";

/** Whether a condition also counts when a "weet ik niet" leaves it open, as for asking a question. */
export type Unknown = "counts" | "counts-not";

/** Of a list within a text; pages keep its lines apart (`white-space: pre-line`, which would drop a plain space). */
const ITEM = "– ";
const INDENT = "\u2003";

/**
 * A condition as people say it: `als bij “Iemand in gevaar” is gekozen: “Ja” of “Weet ik niet”`. What takes more than
 * two parts comes as a list, one part on each line.
 */
export function conditionInWords(
  condition: Data | undefined,
  library: Library,
  unknown: Unknown = "counts-not",
): string {
  const isAlone = (id: string, option: string) => standsAlone(library.thing("question", id)?.data, option);
  return `als ${termInWords(termOf(condition, { unknownCounts: unknown === "counts", isAlone }), "", library)}`;
}

function termInWords(term: Term, indent: string, library: Library): string {
  if ("question" in term) return chosenInWords(term, library);
  const { word, parts } = term;
  const isShort = parts.length === 2 && parts.every((part) => "question" in part);
  if (isShort) return parts.map((part) => termInWords(part, indent, library)).join(`, ${word} `);
  const both = parts.length === 2 ? "allebei" : "allemaal";
  const lines = parts.map((part) => `\n${indent}${ITEM}${termInWords(part, indent + INDENT, library)}`);
  return `${word === "en" ? `dit ${both} klopt` : "minstens één hiervan klopt"}:${lines.join("")}`;
}

function chosenInWords({ question: id, but, options, min, max }: Chosen, library: Library): string {
  const question = library.thing("question", id);
  const names = options.map((option) => `“${optionWords(question?.data, option, library)}”`);
  const at = `bij ${id ? `“${textIn(question?.data, "label") || id}”` : "(nog geen vraag gekozen)"}`;
  if (!but && names.length === 0) return `${at} is gekozen: (nog geen antwoord gekozen)`;
  const others = names.length > 0 ? ` dan ${listed(names, "of")}` : "";
  const isEach = !but && optionsOf(question?.data, library).every((option) => options.includes(option.id));
  if (max === 0 && isEach) return `${at} is niets gekozen`;
  if (max === 0) return `${at} is ${but ? `niets anders gekozen${others}` : `niet gekozen: ${listed(names, "of")}`}`;
  if (min === 1 && max === Number.POSITIVE_INFINITY)
    return `${at} is ${but ? `iets anders gekozen${others}` : `gekozen: ${listed(names, "of")}`}`;
  const isAll = !but && min === names.length;
  if (isAll) return `${at} zijn ${min === 2 ? "allebei" : `alle ${min}`} gekozen: ${listed(names, "en")}`;
  const [count, most] =
    min === max ? [`precies ${min}`, min] : min > 0 ? [`minstens ${min}`, min] : [`hoogstens ${max}`, max];
  const verb = most === 1 ? "is" : "zijn";
  if (but) return `${at} ${verb} ${count} ${most === 1 ? "ander antwoord" : "andere antwoorden"} gekozen${others}`;
  return `${at} ${verb} ${count} van deze gekozen: ${listed(names, "en")}`;
}

function listed(names: readonly string[], word: string): string {
  const last = names.at(-1) ?? "";
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} ${word} ${last}` : last;
}

/** Whether an answer is never chosen together with another. */
function standsAlone(question: Data | undefined, id: string): boolean {
  const kind = textIn(question, "kind") || "single";
  const own = listIn(question, "options").find((option) => textIn(option, "id") === id);
  return kind === "single" || id === UNKNOWN_OPTION || field(own, "alone") === true;
}

/** The words of an answer, by its id. A ranking has the answers of the question that it ranks. */
export function optionWords(question: Data | undefined, id: string, library: Library): string {
  return optionsOf(question, library).find((option) => option.id === id)?.text ?? id;
}

/** All answers that a question can get, with "weet ik niet": its own, and those of an earlier question that it is about. */
export function optionsOf(question: Data | undefined, library: Library): { id: string; text: string }[] {
  const unknown = textIn(library.thing("text", UNKNOWN_OPTION)?.data) || "Weet ik niet";
  return [...writtenOptions(question, library).map(textOf), { id: UNKNOWN_OPTION, text: unknown }];
}

/** As `content/draft.ts` gives them: a ranking has those of what it ranks; what asks of each has those, and its own. */
function writtenOptions(question: Data | undefined, library: Library): readonly Data[] {
  const from = (key: "ranks" | "each-of") => library.thing("question", textIn(question, key))?.data;
  const own = listIn(question, "options");
  const [ranked, each] = [from("ranks"), from("each-of")];
  if (ranked) return listIn(ranked, "options");
  if (!each) return own;
  const chosen = library.thing("question", textIn(each, "ranks"))?.data ?? each;
  return [...listIn(chosen, "options").filter((option) => field(option, "alone") !== true), ...own];
}

function textOf(option: Data): { id: string; text: string } {
  return { id: textIn(option, "id"), text: textIn(option, "text") };
}

/** A topic of articles as workers read it. */
export function topicName(topic: string, library: Library): string {
  return textIn(library.thing("text", `topics.${topic}`)?.data) || topic;
}

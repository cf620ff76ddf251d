import type { Data } from "../edit/emit-yaml.ts";
import type { Library } from "./read-library.ts";
import { field, listIn, textIn } from "./thing.ts";

const UNKNOWN = "weet-ik-niet";

/**
 * A condition as people say it: `Is er iemand in gevaar: “Ja” of “Weet ik niet”, en Eer speelt een rol: niet “Nee”`. What is
 * denied is said of each answer, never of a group, and the answers to one question stand together.
 */
export function conditionInWords(condition: Data | undefined, library: Library): string {
  const { joint, parts } = groupIn(condition, library, false);
  return joinParts(parts, joint);
}

/** What has to hold together, or any of it. */
interface Group {
  joint: "en" | "of";
  parts: Part[];
}

type Part = Group | { label: string; answers: string };

/** @param isDenied what is asked for is that the condition does not hold, so `all` is any of its parts that does not */
function groupIn(condition: Data | undefined, library: Library, isDenied: boolean): Group {
  for (const key of ["all", "any", "none"] as const) {
    if (field(condition, key) === undefined) continue;
    const joint = (key === "any") === isDenied ? "en" : "of";
    const parts = listIn(condition, key).flatMap((part): Part[] => {
      const group = groupIn(part, library, isDenied !== (key === "none"));
      return group.joint === joint || group.parts.length === 1 ? group.parts : [group];
    });
    const [first, ...more] = together(parts, joint);
    if (first && !("label" in first) && more.length === 0) return first;
    return { joint, parts: first ? [first, ...more] : [] };
  }
  return { joint: "en", parts: [atomIn(condition, library, isDenied)] };
}

/** What is said of one question becomes one part. */
function together(parts: readonly Part[], joint: Group["joint"]): Part[] {
  const labels = Map.groupBy(parts, (part) => ("label" in part ? part.label : part));
  return [...labels.values()].flatMap((same): Part[] => {
    const [first] = same;
    if (first === undefined || !("label" in first)) return same;
    const answers = same.map((part) => ("label" in part ? part.answers : ""));
    return [{ label: first.label, answers: answers.join(joint === "en" ? ", en " : ", of ") }];
  });
}

const INNER = { en: "samen", of: "een van deze" } as const;

function joinParts(parts: readonly Part[], joint: Group["joint"]): string {
  return parts.map((part) => partInWords(part)).join(`, ${joint} `);
}

function partInWords(part: Part): string {
  if ("label" in part) return `${part.label}: ${part.answers}`;
  return `${INNER[part.joint]} (${part.parts.map(partInWords).join("; ")})`;
}

function atomIn(atom: Data | undefined, library: Library, isDenied: boolean): Part {
  const id = textIn(atom, "question");
  const question = library.thing("question", id)?.data;
  const label = textIn(question, "label") || id || "(nog geen vraag gekozen)";
  const anyBut = field(atom, "any-but");
  const ids = idsIn(anyBut ?? field(atom, "is"));
  if (ids.length === 0) return { label, answers: "(nog geen antwoord gekozen)" };
  if (isDenied && !anyBut && optionsOf(question, library).every((option) => ids.includes(option.id)))
    return { label, answers: "niet gevraagd" };
  const answers = ids.map((option) => `“${optionWords(question, option, library)}”`);
  const least = Number(field(atom, "at-least") ?? 1);
  return { label, answers: anyBut ? others(answers, least, isDenied) : chosen(answers, least, isDenied) };
}

function chosen(answers: readonly string[], least: number, isDenied: boolean): string {
  if (least > 1) return `${isDenied ? `hooguit ${least - 1}` : `minstens ${least}`} van ${enumerate(answers, "en")}`;
  return `${isDenied ? "niet " : ""}${enumerate(answers, "of")}`;
}

/** "Weet ik niet" is no other answer (`nameOptions`), which is said where it counts. */
function others(answers: readonly string[], least: number, isDenied: boolean): string {
  const than = enumerate(answers, "of");
  if (least > 1) return `${isDenied ? `hooguit ${least - 1}` : `minstens ${least}`} andere dan ${than}`;
  return `${isDenied ? "niets" : "iets"} anders dan ${than}`;
}

function enumerate(answers: readonly string[], joint: "en" | "of"): string {
  return answers.length < 2 ? answers.join("") : `${answers.slice(0, -1).join(", ")} ${joint} ${answers.at(-1)}`;
}

/** One id, or a list of them. */
export function idsIn(value: Data | undefined): string[] {
  if (Array.isArray(value)) return value.map(String);
  return value === undefined || value === null ? [] : [String(value)];
}

/** The words of an answer, by its id. */
export function optionWords(question: Data | undefined, id: string, library: Library): string {
  return optionsOf(question, library).find((option) => option.id === id)?.text ?? id;
}

/** All answers of a question, with "weet ik niet". */
export function optionsOf(question: Data | undefined, library: Library): { id: string; text: string }[] {
  const unknown = textIn(library.thing("text", UNKNOWN)?.data) || "Weet ik niet";
  const answers = answersTo(question, library).map((option) => ({
    id: textIn(option, "id"),
    text: textIn(option, "text"),
  }));
  return [...answers, { id: UNKNOWN, text: unknown }];
}

/** With those of the question that it puts in order, or about each answer of which it asks more. */
function answersTo(question: Data | undefined, library: Library): Data[] {
  const [ranked, each] = ["ranks", "each-of"].map((key) => library.thing("question", textIn(question, key))?.data);
  if (ranked) return answersTo(ranked, library);
  const shared = each ? answersTo(each, library).filter((option) => field(option, "alone") !== true) : [];
  return [...shared, ...listIn(question, "options")];
}

/** A topic of articles as workers read it. */
export function topicName(topic: string, library: Library): string {
  return textIn(library.thing("text", `topics.${topic}`)?.data) || topic;
}

import { type Data, isDataGroup } from "../edit/emit-yaml.ts";
import type { Library } from "./read-library.ts";
import { field, listIn, textIn } from "./thing.ts";

const UNKNOWN = "weet-ik-niet";

/** A condition as people say it: `"Is er iemand in gevaar?" is Ja of Weet ik niet`. */
export function conditionInWords(condition: Data | undefined, library: Library): string {
  for (const [key, word] of [
    ["all", " en "],
    ["any", " of "],
  ] as const) {
    if (field(condition, key) !== undefined) return joined(listIn(condition, key), word, library);
  }
  if (field(condition, "none") !== undefined) return `niet: ${joined(listIn(condition, "none"), " of ", library)}`;
  return atomInWords(condition, library);
}

function joined(parts: readonly Data[], word: string, library: Library): string {
  return parts
    .map((part) => {
      const words = conditionInWords(part, library);
      return isDataGroup(part) && !("question" in part) && parts.length > 1 ? `(${words})` : words;
    })
    .join(word);
}

function atomInWords(atom: Data | undefined, library: Library): string {
  const id = textIn(atom, "question");
  const question = library.thing("question", id);
  const label = textIn(question?.data, "label") || id || "(nog geen vraag gekozen)";
  const answers = (key: string) =>
    idsIn(field(atom, key)).map((option) => optionWords(question?.data, option, library));
  const least = Number(field(atom, "at-least") ?? 1);
  const count = least > 1 ? `minstens ${least} van ` : "";
  if (field(atom, "any-but") !== undefined) return `${label}: alles behalve ${answers("any-but").join(" of ")}`;
  return `${label}: ${count}${answers("is").join(" of ") || "(nog geen antwoord gekozen)"}`;
}

/** One id, or a list of them. */
export function idsIn(value: Data | undefined): string[] {
  if (Array.isArray(value)) return value.map(String);
  return value === undefined || value === null ? [] : [String(value)];
}

/** The words of an answer, by its id. A ranking has the answers of the question that it ranks. */
export function optionWords(question: Data | undefined, id: string, library: Library): string {
  return optionsOf(question, library).find((option) => option.id === id)?.text ?? id;
}

/** All answers of a question, with "weet ik niet". */
export function optionsOf(question: Data | undefined, library: Library): { id: string; text: string }[] {
  const ranked = library.thing("question", textIn(question, "ranks"))?.data;
  const own = listIn(ranked ?? question, "options").map((option) => ({
    id: textIn(option, "id"),
    text: textIn(option, "text"),
  }));
  const unknown = textIn(library.thing("text", UNKNOWN)?.data) || "Weet ik niet";
  return [...own, { id: UNKNOWN, text: unknown }];
}

/** A topic of articles as workers read it. */
export function topicName(topic: string, library: Library): string {
  return textIn(library.thing("text", `topics.${topic}`)?.data) || topic;
}

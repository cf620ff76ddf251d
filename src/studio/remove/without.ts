import { type Data, isDataGroup, isList } from "../edit/emit-yaml.ts";
import { REFERENCE_FIELDS, type ReferenceKind } from "../library/references-to.ts";

/** What goes away: things and premises by `<kind> <id>`, answers by `<question> <id>`. */
export interface Gone {
  /** With the id of what comes in its place; empty for nothing. */
  things: Map<string, string>;
  answers: Set<string>;
  /** The answers that a question has left. */
  answersLeft(question: string): readonly string[];
}

/** What a group cannot do without, by the name under which it stands: when that goes away, so does the group. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  signals: ["when", "advice"],
  // Advice for some answers must not become advice for all.
  advice: ["when"],
  past: ["when"],
  questions: ["ranks", "each-of", "options"],
  suggest: ["when", "option"],
  checklist: ["when"],
  premises: ["unless"],
  invariants: ["given", "then", "keeps-shut"],
  "keeps-shut": ["unless"],
  examples: ["steps"],
  "old-card": ["question", "choose"],
  // A note for one region must not become a note for all.
  notes: ["region"],
};

/** Fewer steps than this are no conversation. */
const MIN_STEPS = 2;

/**
 * Data without everything in it that names what goes away; undefined when nothing of use is left. A part of a condition
 * is taken out, and the rest of it stays.
 * @param key the name under which the data stands; of an item the name of its list
 * @param owner the question that the data is of
 */
export function without(data: Data, key: string, gone: Gone, owner = ""): Data | undefined {
  if (isList(data)) return withoutInList(data, key, gone, owner);
  if (isDataGroup(data)) return withoutInGroup(data, key, gone, owner);
  const kind = REFERENCE_FIELDS[key];
  if (kind && isGone(kind, String(data), gone)) return gone.things.get(`${kind} ${data}`) || undefined;
  const isOwnAnswer = key === "no-advice" || key === "option";
  return isOwnAnswer && gone.answers.has(`${owner} ${data}`) ? undefined : data;
}

function isGone(kind: ReferenceKind, id: string, { things }: Gone): boolean {
  return things.has(`${kind} ${id}`);
}

function withoutInList(list: readonly Data[], key: string, gone: Gone, owner: string): Data | undefined {
  const items = key === "steps" ? withoutToldOf(list, gone) : list;
  const all = items.flatMap((item) => without(item, key, gone, owner) ?? []);
  // What comes in the place of another can be there already.
  const left = all.filter((item, index) => isDataGroup(item) || all.indexOf(item) === index);
  if (left.length === list.length) return left;
  // In what an example expects: no suggestions at all.
  if (key === "signals") return left;
  return left.length < (key === "steps" ? MIN_STEPS : 1) ? undefined : left;
}

/** Steps without what is expected right after a suggestion is opened that goes away: it tells of that suggestion. */
function withoutToldOf(steps: readonly Data[], gone: Gone): Data[] {
  let isToldOf = false;
  return steps.filter((step) => {
    if (!isDataGroup(step) || !("expect" in step))
      isToldOf = isDataGroup(step) && "open" in step && isGone("signal", String(step.open), gone);
    return !isToldOf;
  });
}

type Group = { readonly [key: string]: Data };

function withoutInGroup(group: Group, key: string, gone: Gone, owner: string): Data | undefined {
  const { question } = group;
  if (key === "options" && gone.answers.has(`${owner} ${group.id}`)) return undefined;
  if (typeof question === "string" && ("is" in group || "any-but" in group))
    return withoutInAtom(group, question, gone);
  if (key === "answer") return withoutInPairs(group, "question", gone);
  if (key === "react") return withoutInPairs(group, "signal", gone);
  if (key === "old-card") return withoutInOldCard(group, gone);
  const entries = Object.entries(group).flatMap(([name, value]) => {
    const left = without(value, name, gone, owner);
    return left === undefined ? [] : [[name, left] as const];
  });
  const left = Object.fromEntries(entries);
  const isLost = (name: string) => name in group && !(name in left);
  const isUseless = entries.length === 0 && Object.keys(group).length > 0;
  return isUseless || NEEDED[key]?.some(isLost) ? undefined : left;
}

/** A rule of a condition: without the answers that go, as long as one is left. */
function withoutInAtom(atom: Group, question: string, gone: Gone): Data | undefined {
  if (isGone("question", question, gone)) return undefined;
  const but = atom["any-but"];
  if (but !== undefined) {
    const left = answersOf(question, but, gone);
    if (left !== undefined) return { ...atom, "any-but": left };
    const { "any-but": _, ...rest } = atom;
    return { ...rest, is: gone.answersLeft(question) };
  }
  const is = answersOf(question, atom.is ?? [], gone);
  if (is === undefined) return undefined;
  const least = Number(atom["at-least"] ?? 1);
  const most = isList(is) ? is.length : 1;
  return least > most ? { ...atom, is, "at-least": most } : { ...atom, is };
}

/** One answer, or a list of them. */
function answersOf(question: string, chosen: Data, { answers }: Gone): Data | undefined {
  const isLeft = (id: Data) => !answers.has(`${question} ${id}`);
  if (!isList(chosen)) return isLeft(chosen) ? chosen : undefined;
  const left = chosen.filter(isLeft);
  return left.length === 0 ? undefined : left;
}

/** Of which the keys are ids: `{ answer: { direct-gevaar: nee } }`. */
function withoutInPairs(pairs: Group, kind: ReferenceKind, gone: Gone): Data | undefined {
  const left = Object.entries(pairs).flatMap(([id, value]) => {
    if (isGone(kind, id, gone)) return [];
    const chosen = kind === "question" ? answersOf(id, value, gone) : value;
    return chosen === undefined ? [] : [[id, chosen] as const];
  });
  return left.length === 0 ? undefined : Object.fromEntries(left);
}

function withoutInOldCard(card: Group, gone: Gone): Data | undefined {
  const question = String(card.question);
  const choose = answersOf(question, card.choose ?? [], gone);
  return isGone("question", question, gone) || choose === undefined ? undefined : { ...card, choose };
}

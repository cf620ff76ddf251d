import type { Content } from "../../content/content.ts";
import { fileKindOf } from "../../content/file-kinds.ts";
import type { Mistake } from "../../content/mistake.ts";
import type { Path } from "../../content/node-offset.ts";
import { DANGER_LEVELS } from "../../content/schema/danger.ts";
import { type Understanding, understandingInSteps } from "../../conversation/turn/understanding.ts";
import type { Findings } from "../../knowledge/findings.ts";
import { comparable } from "../../language/normalise.ts";
import { TEAM } from "../forms/fields.ts";
import type { Library } from "../library/read-library.ts";
import { listIn, type Thing } from "../library/thing.ts";
import { askOtherwise, retell } from "./retell.ts";

/** A sentence to learn from that was added, and is still read otherwise than was meant, or told in another way is. */
export interface Misread {
  thing: Thing;
  /** Where the sentence stands in the thing. */
  path: Path;
  text: string;
  /** What the bot takes it for, in words: `niet als gevaar herkend`. */
  taken: string;
  /** Whether the sentence itself is misread. */
  isItself: boolean;
  /** Ways of saying the same that are misread. */
  like: readonly string[];
}

/** What the bot makes of the sentences that a draft adds. */
export interface Reading {
  misread: readonly Misread[];
  /** Of so many sentences that were added. */
  added: number;
}

/** Of so many sentences at most. */
const MOST = 60;
/** So many ways of saying the same are shown. */
const LIKE_SHOWN = 3;

interface Added {
  thing: Thing;
  path: Path;
  text: string;
}

/** What a sentence was added for: who reads it so is right. */
interface Meant {
  taken: string;
  isRead(text: string, by: Understanding): boolean;
  otherwise: (text: string) => string[];
}

/**
 * What the bot makes of the sentences that a draft adds, and of the same told otherwise: one sentence can teach too little.
 * In steps: reading one takes a tenth of a millisecond.
 * @param content what the check made of the draft
 */
export function* readAdded(things: readonly Thing[], published: Library, content: Content): Generator<void, Reading> {
  const by = yield* understandingInSteps(content);
  const added = things.flatMap((thing) => addedTo(thing, published)).slice(0, MOST);
  const misread: Misread[] = [];
  for (const { thing, path, text } of added) {
    yield;
    const { taken, isRead, otherwise } = meantBy(thing, path);
    const isItself = !isRead(text, by);
    const like = otherwise(text).filter((one) => !isRead(one, by));
    if (isItself || like.length > 0)
      misread.push({ thing, path, text, taken, isItself, like: like.slice(0, LIKE_SHOWN) });
  }
  return { misread, added: added.length };
}

function addedTo(thing: Thing, published: Library): Added[] {
  const before = published.thing(thing.kind, thing.id);
  if (before?.data === thing.data) return [];
  return listsOf(thing).flatMap((path) => {
    const known = new Set(listIn(before?.data, ...path).map((line) => comparable(String(line))));
    const lines = listIn(thing.data, ...path).map(String);
    return lines.filter((line) => !known.has(comparable(line))).map((text) => ({ thing, path, text }));
  });
}

/** In words, with what to do: of the sentence itself, or of the same told otherwise. */
export function remarkOf({ text, taken, isItself, like }: Misread): Pick<Mistake, "rule" | "what" | "fix"> {
  const examples = like.map((one) => `“${one}”`).join(", ");
  const others = like.length > 0 ? `Zo verteld wordt het ${isItself ? "ook " : "nog "}${taken}: ${examples}. ` : "";
  return {
    rule: "misread",
    what: isItself
      ? `“${text}” staat erbij, en wordt nog steeds ${taken}.`
      : `“${text}” leest de bot nu goed, maar anders verteld nog niet.`,
    fix: `${others}Van één zin leert de bot te weinig. Zet er een paar bij die hetzelfde met andere woorden zeggen.`,
  };
}

/** The lists of a thing that the bot learns from, and that have a field. */
function listsOf({ kind, file }: Thing): Path[] {
  if (kind === "article") return [["questions"]];
  if (kind === "danger")
    return [...DANGER_LEVELS.map((level) => ["zo klinkt het", level, TEAM]), ["zo klinkt het niet", TEAM]];
  return kind === "lines" && fileKindOf(file)?.kind === "ordinary" ? [["lines", TEAM]] : [];
}

function meantBy({ kind, id }: Thing, path: Path): Meant {
  if (kind === "article")
    return {
      taken: "niet naar dit artikel geleid",
      isRead: (text, { search }) => leadsTo(id, search(text)),
      otherwise: askOtherwise,
    };
  const isDanger = DANGER_LEVELS.some((level) => path[1] === level);
  return {
    taken: isDanger ? "niet als gevaar herkend" : "voor gevaar aangezien",
    isRead: (text, { danger }) => (danger(text).level !== "geen") === isDanger,
    otherwise: retell,
  };
}

function leadsTo(id: string, found: Findings): boolean {
  if (found.kind === "one") return found.article.id === id;
  return found.kind === "several" && found.articles.some((article) => article.id === id);
}

import { fileKindOf } from "../../content/file-kinds.ts";
import type { Path } from "../../content/node-offset.ts";
import { comparable } from "../../language/normalise.ts";
import { type Data, isDataGroup } from "../edit/emit-yaml.ts";
import { CARD_NAMES } from "./card-names.ts";
import { type Sentence, type Thing, type ThingKind, textIn } from "./thing.ts";

/** In fields with these names stand names of the bot itself, or sentences that nobody sees in a chat. */
const NO_SENTENCE =
  /^(?:start|answer|choose|old-card|card|signals|includes|excludes|open|change|react|useful|id|status|kind|question|is|any-but|document|option|fallback|link|related|walk|phase|explain|read|links|level|row|confirmed|region|order|group|presupposes|denies|ranks|no-advice|topic|owner|review-by|checked|topics)$/;

const WHERE: Readonly<Record<string, string>> = {
  text: "tekst",
  why: "waarom deze vraag",
  label: "korte naam",
  "find-out": "hoe kom je erachter",
  options: "antwoord",
  advice: "advies",
  next: "eerste stap",
  title: "titel",
  banner: "balk boven de vragen",
  questions: "vraag die mensen typen",
  typed: "vraag die mensen typten",
  checklist: "regel onder de vraag",
  url: "adres",
  address: "werkadres",
  note: "aantekening",
  contact: "contact",
  intro: "inleiding",
  "zo klinkt het": "zo klinkt het",
  "zo klinkt het niet": "zo klinkt het niet",
  lines: "zin",
  about: "waar het over gaat",
  words: "ander woord",
  place: "plaats in de bron",
  says: "de bot zegt",
  "says-not": "de bot zegt niet",
  because: "reden",
  suggest: "voorstel",
};

/** The things in one file; none when it has no place here, or is of a kind that has no page. */
export function thingsIn(file: string, data: Data | undefined): Thing[] {
  const place = fileKindOf(file);
  if (!place || !isDataGroup(data)) return [];
  const make = (kind: ThingKind, path: Path, value: Data, more: Partial<Thing> = {}): Thing => ({
    kind,
    id: textIn(value, "id") || place.name,
    title: textIn(value, "title") || textIn(value, "id") || place.name,
    file,
    path,
    data: value,
    group: "",
    sentences: sentencesIn(value),
    ...more,
  });
  const each = (kind: ThingKind, key: string, more: (value: Data) => Partial<Thing> = () => ({})) => {
    const list = data[key];
    const items: readonly Data[] = Array.isArray(list) ? list : [];
    return items.map((value, index) => make(kind, [key, index], value, more(value)));
  };
  const title = textIn(data, "title");
  switch (place.kind) {
    case "questions":
      return each("question", "questions", (value) => ({ title: textIn(value, "text"), group: title }));
    case "signals":
      return each("signal", "signals", () => ({ group: title }));
    case "links":
      return each("link", "links");
    case "sources":
      return each("source", "sources");
    case "topicOwners":
      return each("owner", "owners", (value) => ({ title: textIn(value, "address") }));
    case "hardWords":
      return [make("words", [], data, { id: "lijst", title: "Moeilijke woorden" })];
    case "regions":
      return [make("region", [], data)];
    case "articles":
      return [make("article", [], data, { group: textIn(data, "topic") })];
    case "examples":
      return [make("example", [], data)];
    case "danger":
      return [make("danger", [], data, { id: textIn(data, "sign") || place.name })];
    case "ordinary":
    case "offTopic":
    case "languages":
    case "cases":
      return [make("lines", [], data, { id: `${place.kind}-${place.name}`, group: LINES[place.kind] })];
    case "texts":
      return textsIn(data).map(({ path, text }) =>
        make("text", path, text, {
          id: path.join("."),
          title: text,
          group: `${TEXTS[place.name] ?? place.name}: ${nameOf(path[0])}`,
          sentences: [sentence("tekst", text)],
        }),
      );
    default:
      return [];
  }
}

function nameOf(key: string | number | undefined): string {
  return CARD_NAMES[String(key)] ?? String(key);
}

/** Where the fixed texts of a file are seen. */
const TEXTS: Readonly<Record<string, string>> = {
  common: "Op meer dan één kaart",
  start: "Welkom, menu, hulp en privacy",
  walk: "Tijdens een ronde",
  danger: "Op de kaarten bij gevaar",
  outcome: "De uitkomst en de samenvatting",
  typed: "Na een getypt bericht",
  knowledge: "De kennisbank",
  notices: "Meldingen",
  trends: "De trends",
};

const LINES = {
  ordinary: "Gewone zinnen, zonder gevaar",
  offTopic: "Vragen die niet over ons vak gaan",
  languages: "Zinnen in andere talen",
  cases: "Over een casus, of juist niet",
} as const;

function textsIn(data: Data, path: Path = []): { path: Path; text: string }[] {
  if (typeof data === "string") return [{ path, text: data }];
  return isDataGroup(data) ? Object.entries(data).flatMap(([key, value]) => textsIn(value, [...path, key])) : [];
}

function sentencesIn(data: Data, where = ""): Sentence[] {
  if (typeof data === "string") return [sentence(where || "tekst", data)];
  if (Array.isArray(data)) return data.flatMap((item) => sentencesIn(item, where));
  if (!isDataGroup(data)) return [];
  return Object.entries(data).flatMap(([key, value]) =>
    NO_SENTENCE.test(key) ? [] : sentencesIn(value, key === "text" && where ? where : (WHERE[key] ?? where)),
  );
}

function sentence(where: string, text: string): Sentence {
  return { where, text, plain: comparable(text) };
}

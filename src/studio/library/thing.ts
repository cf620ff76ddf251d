import type { Path } from "../../content/node-offset.ts";
import type { Data } from "../edit/emit-yaml.ts";

/** What staff look for and change, one by one. */
export type ThingKind =
  | "text"
  | "question"
  | "signal"
  | "article"
  | "danger"
  | "lines"
  | "link"
  | "region"
  | "source"
  | "owner"
  | "words"
  | "example";

/** How the pages call each kind, and where its list is. */
export const THING_KINDS: Readonly<Record<ThingKind, { slug: string; one: string; many: string; about: string }>> = {
  question: { slug: "vragen", one: "Vraag", many: "Vragen", about: "Wat de bot in een ronde vraagt, per fase." },
  signal: { slug: "signalen", one: "Signaal", many: "Signalen", about: "Bij welke antwoorden welk advies hoort." },
  article: { slug: "artikelen", one: "Artikel", many: "Artikelen", about: "Antwoorden op vragen die mensen typen." },
  text: {
    slug: "teksten",
    one: "Vaste tekst",
    many: "Vaste teksten",
    about: "Knoppen, uitleg en meldingen op de kaarten.",
  },
  danger: {
    slug: "gevaar",
    one: "Teken van gevaar",
    many: "Zinnen met gevaar",
    about: "Hoe gevaar klinkt in wat mensen typen.",
  },
  lines: {
    slug: "zinnen",
    one: "Gewone zinnen",
    many: "Gewone zinnen",
    about: "Zinnen zonder gevaar, en zinnen over een casus.",
  },
  region: { slug: "regios", one: "Regio", many: "Regio's", about: "Hoe MDA++ per regio geregeld is, met het contact." },
  link: { slug: "links", one: "Link", many: "Links", about: "Alle webadressen, elk één keer." },
  source: { slug: "bronnen", one: "Bron", many: "Bronnen", about: "Waar vragen, signalen en artikelen vandaan komen." },
  owner: {
    slug: "eigenaren",
    one: "Eigenaar van onderwerpen",
    many: "Eigenaren van onderwerpen",
    about: "Met wie medewerkers in Teams een chat openen: Vraag het aan het programma.",
  },
  words: {
    slug: "moeilijke-woorden",
    one: "Moeilijke woorden",
    many: "Moeilijke woorden",
    about: "Met een gewoon woord ervoor. Ze worden naast elk veld genoemd.",
  },
  example: {
    slug: "voorbeelden",
    one: "Voorbeeldgesprek",
    many: "Voorbeeldgesprekken",
    about: "Gesprekken die moeten gaan zoals ze er staan.",
  },
};

export const KIND_NAMES = Object.keys(THING_KINDS) as ThingKind[];

/** One thing in a file of the content, as it is written there: it may have mistakes. */
export interface Thing {
  kind: ThingKind;
  id: string;
  title: string;
  file: string;
  /** Where it stands in the file; empty when it is the whole file. */
  path: Path;
  data: Data;
  /** The title of the list that it stands under, such as its phase. */
  group: string;
  /** Everything in it that somebody can have seen or typed, with the name of its place. */
  sentences: readonly Sentence[];
}

export interface Sentence {
  where: string;
  text: string;
  /** As it is compared with what is searched for. */
  plain: string;
}

/** The address of the page of a thing. */
export function addressOf({ kind, id }: Pick<Thing, "kind" | "id">): string {
  return `/inhoud/${THING_KINDS[kind].slug}/${encodeURIComponent(id)}`;
}

/** The field of a group, or undefined: what is read may have any shape. */
export function field(data: Data | undefined, ...keys: (string | number)[]): Data | undefined {
  return keys.reduce<Data | undefined>((value, key) => {
    if (typeof value !== "object" || value === null) return undefined;
    return (value as Readonly<Record<string | number, Data>>)[key];
  }, data);
}

/** The text in a field; empty when there is none. */
export function textIn(data: Data | undefined, ...keys: (string | number)[]): string {
  const value = field(data, ...keys);
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** The items of a list in a field; none when it is no list. */
export function listIn(data: Data | undefined, ...keys: (string | number)[]): readonly Data[] {
  const value = field(data, ...keys);
  if (Array.isArray(value)) return value;
  return [];
}

/** One id, or a list of them. */
export function idsIn(value: Data | undefined): string[] {
  if (Array.isArray(value)) return value.map(String);
  return value === undefined || value === null ? [] : [String(value)];
}

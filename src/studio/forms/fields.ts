import type { Path } from "../../content/node-offset.ts";
import { DANGER_LEVELS } from "../../content/schema/danger.ts";
import { LEVELS } from "../../content/schema/signal.ts";
import type { Unknown } from "../library/condition-in-words.ts";
import type { ThingKind } from "../library/thing.ts";

interface Base {
  path: Path;
  label: string;
  hint?: string;
  /** Left empty it is not in the file. */
  optional?: true;
}

/** One field of a form, and how it is filled in. */
export type Field =
  | (Base & { type: "line" | "area" | "url" | "date" })
  | (Base & { type: "choice"; choices: readonly (readonly [value: string, label: string])[] })
  /** The id of another thing. */
  | (Base & { type: "reference"; to: ThingKind })
  /** Ids of other things. */
  | (Base & { type: "references"; to: ThingKind })
  /** Texts, one on each line. */
  | (Base & { type: "lines" })
  /** What an article is about. */
  | (Base & { type: "topic" })
  /** What somebody answers questions about; none is everything. */
  | (Base & { type: "topics" })
  | (Base & { type: "condition" /** What a "weet ik niet" does that leaves it open. */; unknown: Unknown })
  /** The answers of a question. */
  | (Base & { type: "options" })
  /** The lines of an advice. */
  | (Base & { type: "advice" });

const STATUS: Field = {
  type: "choice",
  path: ["status"],
  label: "Status",
  hint: "Bevestigd pas na een controle door mensen uit het veld. Verandert daarna de betekenis, dan is het weer concept. Vul bij Bevestigd ook hieronder in: wat, door wie en wanneer.",
  choices: [
    ["concept", "Concept"],
    ["bevestigd", "Bevestigd"],
  ],
};

/** What, by whom and when; without all three it is not confirmed. */
const CONFIRMED: readonly Field[] = [
  {
    type: "line",
    path: ["confirmed", "text"],
    label: "Letters van de bevestiging",
    hint: "Acht letters. De controle noemt ze als de status Bevestigd is. Ze horen bij precies deze tekst.",
    optional: true,
  },
  {
    type: "line",
    path: ["confirmed", "by"],
    label: "Bevestigd door",
    hint: "Een functie en een organisatie, zonder naam.",
    optional: true,
  },
  { type: "date", path: ["confirmed", "on"], label: "Bevestigd op", optional: true },
];

/** How urgent a suggestion is, in words. */
export const LEVEL_NAMES: Readonly<Record<(typeof LEVELS)[number], string>> = {
  info: "info: alleen om te weten",
  bespreek: "bespreek: overleg hierover",
  vandaag: "vandaag: bel vandaag Veilig Thuis",
  nu: "nu: bel 112",
};

/** Whether advice is to talk with the family: `talks-with-family` in the file, in words. */
export const FAMILY_TALK = [
  ["", "Niet gekozen: het noemt niemand van het gezin of de familie"],
  ["true", "Ja: laat het weg zolang eergerelateerd geweld niet is uitgesloten"],
  ["false", "Nee: het noemt wel iemand, maar is geen gesprek"],
] as const;

/** What a danger level of a sentence means to who decides on it. */
export const LEVEL_LINES = {
  nu: "nu (bel 112)",
  vandaag: "vandaag (bel vandaag Veilig Thuis)",
  twijfel: "twijfel (vraag of er gevaar is)",
};

/** Lists of the sentences of the team itself; those of others stay in the file. */
export const TEAM = "team";

export const FORMS: Readonly<Record<ThingKind, readonly Field[]>> = {
  text: [{ type: "area", path: [], label: "Tekst", hint: "Wat tussen { } staat, vult de bot zelf in. Laat dat heel." }],
  question: [
    { type: "area", path: ["text"], label: "De vraag" },
    { type: "line", path: ["label"], label: "Korte naam", hint: "Staat in de samenvatting en bij Waarom zie je dit?" },
    { type: "area", path: ["why"], label: "Waarom deze vraag?" },
    { type: "options", path: ["options"], label: "Antwoorden", hint: "Weet ik niet komt er vanzelf bij." },
    { type: "condition", path: ["when"], label: "Wanneer vraagt de bot dit?", unknown: "counts", optional: true },
    {
      type: "area",
      path: ["find-out"],
      label: "Hoe kom je erachter?",
      hint: "Te lezen na Weet ik niet.",
      optional: true,
    },
    { type: "reference", path: ["explain"], label: "Artikel met uitleg", to: "article", optional: true },
    { type: "reference", path: ["source", "document"], label: "Bron", to: "source" },
    { type: "line", path: ["source", "place"], label: "Plek in de bron", optional: true },
    STATUS,
    ...CONFIRMED,
  ],
  signal: [
    { type: "line", path: ["title"], label: "Titel" },
    { type: "condition", path: ["when"], label: "Bij welke antwoorden?", unknown: "counts-not" },
    {
      type: "choice",
      path: ["level"],
      label: "Hoe dringend?",
      choices: LEVELS.map((level) => [level, LEVEL_NAMES[level]] as const),
    },
    { type: "area", path: ["next"], label: "Eerste stap" },
    { type: "advice", path: ["advice"], label: "Advies", hint: "Eén regel per vak." },
    { type: "area", path: ["banner"], label: "Balk boven de vragen", optional: true },
    { type: "references", path: ["read"], label: "Artikelen om te lezen", to: "article", optional: true },
    { type: "references", path: ["links"], label: "Links", to: "link", optional: true },
    { type: "reference", path: ["source", "document"], label: "Bron", to: "source" },
    { type: "line", path: ["source", "place"], label: "Plek in de bron", optional: true },
    STATUS,
    ...CONFIRMED,
  ],
  article: [
    { type: "line", path: ["title"], label: "Titel" },
    { type: "area", path: ["text"], label: "Antwoord", hint: "Hooguit 120 woorden. **vet** en *schuin* mogen." },
    {
      type: "lines",
      path: ["questions"],
      label: "Vragen die mensen typen",
      hint: "Eén per regel, zoals mensen ze typen. Een vraag staat in één artikel.",
    },
    { type: "topic", path: ["topic"], label: "Onderwerp" },
    { type: "line", path: ["owner"], label: "Eigenaar" },
    { type: "date", path: ["review-by"], label: "Nalezen voor" },
    { type: "reference", path: ["link"], label: "Link bij Lees meer", to: "link", optional: true },
    { type: "references", path: ["related"], label: "Lees ook", to: "article", optional: true },
    STATUS,
    ...CONFIRMED,
  ],
  danger: [
    { type: "line", path: ["title"], label: "Naam van het teken" },
    ...DANGER_LEVELS.toReversed().map(
      (level): Field => ({
        type: "lines",
        path: ["zo klinkt het", level, TEAM],
        label: `Zo klinkt het, ${LEVEL_LINES[level]}`,
        hint: "Eén zin per regel, zoals mensen hem typen. Geen namen. Zet er een paar bij die hetzelfde anders zeggen.",
        optional: true,
      }),
    ),
    {
      type: "lines",
      path: ["zo klinkt het niet", TEAM],
      label: "Zo klinkt het niet",
      hint: "Zinnen die erop lijken en geen gevaar zijn, één per regel.",
      optional: true,
    },
  ],
  lines: [
    { type: "line", path: ["title"], label: "Titel" },
    { type: "area", path: ["about"], label: "Wat hoort hier?" },
    {
      type: "lines",
      path: ["lines", TEAM],
      label: "Zinnen van het team",
      hint: "Eén zin per regel. Geen namen.",
      optional: true,
    },
  ],
  link: [
    { type: "line", path: ["title"], label: "Titel" },
    {
      type: "url",
      path: ["url"],
      label: "Adres",
      hint: "Plak het adres uit je browser. Het begint met https://",
      optional: true,
    },
    {
      type: "choice",
      path: ["status"],
      label: "Heb je het adres zelf geopend?",
      choices: [
        ["niet-geverifieerd", "Nee, nog niet nagekeken"],
        ["geverifieerd", "Ja, nagekeken"],
      ],
    },
    { type: "date", path: ["checked"], label: "Nagekeken op", optional: true },
    { type: "reference", path: ["fallback"], label: "Anders deze link", to: "link", optional: true },
    { type: "area", path: ["note"], label: "Aantekening voor collega's", optional: true },
  ],
  region: [
    { type: "line", path: ["title"], label: "Naam" },
    {
      type: "area",
      path: ["mda", "contact"],
      label: "Contact voor MDA++",
      hint: "Naam van de functie of organisatie, en een nummer of adres dat klopt.",
      optional: true,
    },
    {
      type: "choice",
      path: ["mda", "state"],
      label: "Is er MDA++ in deze regio?",
      choices: [
        ["actief", "Ja"],
        ["geen", "Nee"],
        ["onbekend", "Dat weten we niet"],
      ],
    },
    {
      type: "reference",
      path: ["mda", "source", "document"],
      label: "Wie zegt dat?",
      hint: "Kies een bron bij Ja en bij Nee. Leeg mag alleen als jullie het niet weten.",
      to: "source",
      optional: true,
    },
    { type: "area", path: ["mda", "text"], label: "Wat de medewerker leest" },
    { type: "line", path: ["checked", "by"], label: "Nagekeken door", optional: true },
    { type: "date", path: ["checked", "on"], label: "Nagekeken op", optional: true },
    STATUS,
    ...CONFIRMED,
  ],
  source: [
    { type: "line", path: ["title"], label: "Titel" },
    { type: "url", path: ["url"], label: "Adres", optional: true },
    { type: "area", path: ["note"], label: "Aantekening", optional: true },
  ],
  owner: [
    {
      type: "line",
      path: ["address"],
      label: "Werkadres",
      hint: "Waarmee iemand bij Teams inlogt. Alle medewerkers zien het. Vraag dus eerst of het mag.",
    },
    {
      type: "topics",
      path: ["topics"],
      label: "Onderwerpen",
      hint: "Niets aangevinkt: alle onderwerpen. Dan staat de knop ook onder Dat weet ik niet.",
      optional: true,
    },
  ],
  words: [
    {
      type: "lines",
      path: ["words"],
      label: "Moeilijk woord = gewoon woord",
      hint: "Eén per regel. Andere vormen van het woord komen voor de = met een komma, zoals: adequaat, adequate = goed, passend.",
    },
  ],
  example: [
    { type: "line", path: ["title"], label: "Titel" },
    { type: "area", path: ["about"], label: "Waar het over gaat" },
    { type: "reference", path: ["region"], label: "Regio", to: "region", optional: true },
  ],
};

import type { PersonalDataKind } from "../personal-data/personal-data-check.ts";

/** Kinds of personal data as writers call them. */
const KIND_OF_LABEL: Readonly<Record<string, PersonalDataKind>> = {
  name: "naam",
  "birth-date": "geboortedatum",
  phone: "telefoon",
  address: "adres",
  postcode: "postcode",
  bsn: "bsn",
  iban: "iban",
  "licence-plate": "kenteken",
  email: "e-mail",
  "social-media": "social-media",
  "dossier-number": "dossiernummer",
};

/** One line that measures how typed text is understood, or one whole message. */
export interface MeasuredLine {
  text: string;
  writer: string;
  is:
    | { kind: "danger"; indirect: boolean }
    | { kind: "ordinary" }
    | { kind: "message"; danger: boolean }
    | { kind: "case" }
    | { kind: "question"; articles: readonly string[] }
    | { kind: "off-topic" }
    | { kind: "personal"; data: PersonalDataKind }
    | { kind: "nothing-personal" }
    | { kind: "language"; dutch: boolean };
}

/**
 * Reads lines as writers hand them in: one sentence a line under headings.
 * `# danger <sign> <level> [indirect]`, `# ordinary <kind>`, `# offtopic <kind>`, `# question <article> [<article>…]`,
 * `# case`, `# not-case`, `# personal <kind>`, `# none`, `# not-dutch <language>`, `# dutch`, and `# long danger|ordinary` with `<label> | <sentence>` lines that are one message together.
 * @throws Error at a heading that is none of these
 */
export function readLines(text: string, writer: string): MeasuredLine[] {
  return text.split(/^# /mu).flatMap((block) => {
    const [heading = "", ...rest] = block.split(/\r?\n/);
    const lines = rest.map((line) => line.trim()).filter((line) => line !== "");
    return heading.trim() === "" ? [] : readBlock(heading.trim().split(/\s+/), lines, writer);
  });
}

function readBlock([heading, ...words]: string[], lines: readonly string[], writer: string): MeasuredLine[] {
  const each = (is: MeasuredLine["is"]): MeasuredLine[] => lines.map((text) => ({ text, writer, is }));
  switch (heading) {
    case "danger":
      return each({ kind: "danger", indirect: words.includes("indirect") });
    case "ordinary":
      return each({ kind: "ordinary" });
    case "offtopic":
      return each({ kind: "off-topic" });
    case "question":
      return each({ kind: "question", articles: words });
    case "case":
      return each({ kind: "case" });
    case "personal": {
      const data = KIND_OF_LABEL[words[0] ?? ""];
      if (data) return each({ kind: "personal", data });
      throw new Error(`"# personal ${words[0]}" is no kind of personal data (writer ${writer}).`);
    }
    case "none":
      return each({ kind: "nothing-personal" });
    case "not-dutch":
    case "dutch":
      return each({ kind: "language", dutch: heading === "dutch" });
    case "not-case":
      return [];
    case "long": {
      const text = lines.map((line) => line.slice(line.indexOf("|") + 1).trim()).join(" ");
      return [{ text, writer, is: { kind: "message", danger: words[0] === "danger" } }];
    }
    default:
      throw new Error(`"# ${heading}" is no heading for measured lines (writer ${writer}).`);
  }
}

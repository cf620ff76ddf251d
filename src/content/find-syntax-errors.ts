import { type Document, visit, type YAMLError } from "yaml";
import { explainYamlError } from "./explain-yaml-error.ts";
import type { Finding } from "./mistake.ts";

/** What is wrong in the text of a file, and how many characters from its start. */
export interface SyntaxFinding {
  offset: number;
  finding: Finding;
}

/** What keeps a parsed file from being plain data; empty when it can be used. */
export function findSyntaxErrors(document: Document, text: string, isJson: boolean): SyntaxFinding[] {
  const found = [
    ...problemsOf(document).map((problem) => ({ offset: problem.pos[0], finding: explain(problem, isJson) })),
    ...aliasOffsets(document).map((offset) => ({ offset, finding: ALIAS })),
  ];
  return isJson && found.length === 0 && !isStrictJson(text) ? [{ offset: 0, finding: NOT_JSON }] : found;
}

const NOT_JSON: Finding = {
  rule: "json-syntax",
  what: "Dit is geen geldige JSON.",
  fix: "Kijk of er geen komma te veel staat en geen opmerking in het bestand.",
};

const ALIAS: Finding = {
  rule: "yaml-syntax",
  what: "Een tekst begint hier met een sterretje, en dat leest YAML als een verwijzing.",
  fix: "Zet dubbele aanhalingstekens om de tekst, of schrijf voluit waar je naar verwijst.",
};

/** Keys that are there twice, and the first other error: the errors after that one mostly follow from it. */
function problemsOf({ errors, warnings }: Document): YAMLError[] {
  const problems: YAMLError[] = [...errors, ...warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  const first = problems.find(({ code }) => code !== "DUPLICATE_KEY");
  return problems.filter((problem) => problem.code === "DUPLICATE_KEY" || problem === first);
}

function explain(problem: YAMLError, isJson: boolean): Finding {
  const finding = explainYamlError(problem);
  return isJson && finding.rule === "yaml-syntax" ? NOT_JSON : finding;
}

/** Aliases are refused: nearly always a text without quotes, and they can grow a file without end. */
function aliasOffsets(document: Document): number[] {
  const offsets: number[] = [];
  visit(document, {
    Alias(_key, alias) {
      offsets.push(alias.range?.[0] ?? 0);
    },
  });
  return offsets;
}

function isStrictJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

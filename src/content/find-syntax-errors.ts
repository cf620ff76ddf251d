import { type Document, isNode, isScalar, type Node, Scalar, visit, type YAMLError } from "yaml";
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
    ...problemsOf(document).map((problem) => ({ offset: problem.pos[0], finding: syntaxFinding(problem, isJson) })),
    ...lostText(document, text),
  ];
  if (found.length > 0) return onePerPlace(found);
  if (isJson) return isStrictJson(text) ? [] : [{ offset: 0, finding: NOT_JSON }];
  return unreadText(document, text);
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

const MARK: Finding = {
  rule: "yaml-syntax",
  what: "Een tekst begint hier met & of !, en dat leest YAML niet als tekst.",
  fix: "Zet dubbele aanhalingstekens om de hele tekst.",
};

const COMMENT: Finding = {
  rule: "lost-text",
  what: "Achter deze tekst staat een hekje: de rest van de regel wordt niet gelezen.",
  fix: "Zet dubbele aanhalingstekens om de hele tekst, of zet de opmerking op een eigen regel.",
};

const UNREAD: Finding = {
  rule: "lost-text",
  what: "Deze regel wordt niet gelezen.",
  fix: "Haal de regel weg, of laat hem net zo beginnen als de andere regels van het bestand.",
};

/** Keys that are there twice, and the first other error: the errors after that one mostly follow from it. */
function problemsOf({ errors, warnings }: Document): YAMLError[] {
  const problems: YAMLError[] = [...errors, ...warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  const first = problems.find(({ code }) => code !== "DUPLICATE_KEY");
  return problems.filter((problem) => problem.code === "DUPLICATE_KEY" || problem === first);
}

function onePerPlace(found: SyntaxFinding[]): SyntaxFinding[] {
  return found.filter(({ offset }, index) => found.findIndex((other) => other.offset === offset) === index);
}

/** What YAML reads as something else than text, and so leaves out of the value, although it is well-formed. */
function lostText(document: Document, text: string): SyntaxFinding[] {
  const found: SyntaxFinding[] = [];
  visit(document, {
    // Refused: nearly always a text without quotes, and they can grow a file without end.
    Alias: (_key, { range }) => {
      found.push({ offset: range?.[0] ?? 0, finding: ALIAS });
    },
    Value: (_key, node) => {
      if (node.anchor !== undefined || node.tag !== undefined)
        found.push({ offset: startOf(node, text), finding: MARK });
      const comment = commentBehind(node, text);
      if (comment !== undefined) found.push({ offset: comment, finding: COMMENT });
    },
  });
  return found;
}

/** An anchor or tag stands before the range of its node. */
function startOf({ range }: Node, text: string): number {
  const start = range?.[0] ?? 0;
  const mark = /[&!]\S*\s+$/.exec(text.slice(0, start));
  return mark ? mark.index : start;
}

/** Where a comment begins on the line of a text without quotes: it may well be the rest of that text. */
function commentBehind(node: Node, text: string): number | undefined {
  if (!isScalar(node) || node.type !== Scalar.PLAIN || !node.range || node.range[0] === node.range[1]) return undefined;
  const comment = /^[ \t]+(?=#)/.exec(text.slice(node.range[1]));
  return comment ? node.range[1] + comment[0].length : undefined;
}

/** Lines that hold something and are not part of the value: whatever the parser skips without an error. */
function unreadText({ contents }: Document, text: string): SyntaxFinding[] {
  if (!isNode(contents) || !contents.range) return [];
  const [start, end] = contents.range;
  const before = /^(?!---\s*$)[^#\s].*$/m.exec(text.slice(0, start));
  const after = /^(?!\.\.\.\s*$)[ \t]*[^#\s].*$/m.exec(text.slice(end));
  return [
    ...(before ? [{ offset: before.index, finding: UNREAD }] : []),
    ...(after ? [{ offset: end + after.index, finding: UNREAD }] : []),
  ];
}

function syntaxFinding(problem: YAMLError, isJson: boolean): Finding {
  const finding = explainYamlError(problem);
  return isJson && finding.rule === "yaml-syntax" ? NOT_JSON : finding;
}

function isStrictJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

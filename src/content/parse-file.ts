import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, type YAMLError } from "yaml";
import type { Finding, Mistake } from "./mistake.ts";
import type { RawFile } from "./read-files.ts";
import { explainYamlError } from "./yaml-error.ts";

/** Keys and list numbers that lead to a value in a file. */
export type Path = readonly (string | number)[];

/** A file as plain data that still knows where everything stands. */
export interface ParsedFile {
  file: string;
  text: string;
  /** Undefined when the file could not be parsed. */
  data: unknown;
  mistakes: Mistake[];
  /** The mistake at the value under `path`, or at the nearest parent that is written down. */
  mistakeAt(path: Path, finding: Finding): Mistake;
  /** The mistake at `key` itself in the group under `path`. */
  mistakeAtKey(path: Path, key: string, finding: Finding): Mistake;
  /** The mistake where `words` first stand in the file, or else at its start. */
  mistakeAtWords(words: string, finding: Finding): Mistake;
}

/** Parses YAML or JSON. Never throws: what is wrong is in `mistakes`, and then `data` is undefined. */
export function parseFile({ file, bytes }: RawFile): ParsedFile {
  const { text, finding } = decode(bytes);
  const lines = new LineCounter();
  const isJson = file.endsWith(".json");
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, ...(isJson && { schema: "json" }) });
  const at = (offset: number, found: Finding): Mistake => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), ...found };
  };
  const problems: YAMLError[] = [...document.errors, ...document.warnings];
  const mistakes = problems.map((problem) => at(problem.pos[0], explain(problem, isJson)));
  if (finding) mistakes.push(at(0, finding));
  if (isJson && mistakes.length === 0 && !isStrictJson(text)) mistakes.push(at(0, NOT_JSON));
  const data = mistakes.length === 0 ? toData(document, mistakes, at) : undefined;
  return {
    file,
    text,
    data,
    mistakes,
    mistakeAt: (path, found) => at(offsetOf(document, path), found),
    mistakeAtKey: (path, key, found) => at(offsetOfKey(document, path, key), found),
    mistakeAtWords: (words, found) => at(Math.max(text.indexOf(words), 0), found),
  };
}

const NOT_JSON: Finding = {
  rule: "json-syntax",
  what: "Dit is geen geldige JSON.",
  fix: "Kijk of er geen komma te veel staat en geen opmerking in het bestand.",
};

const NOT_UTF8: Finding = {
  rule: "encoding",
  what: "Dit bestand is niet als UTF-8 opgeslagen.",
  fix: 'Sla het opnieuw op met codering "UTF-8".',
};

const TOO_MANY_ALIASES: Finding = {
  rule: "yaml-syntax",
  what: "De verwijzingen met * in dit bestand kloppen niet.",
  fix: "Schrijf de tekst op elke plek voluit.",
};

function explain(problem: YAMLError, isJson: boolean): Finding {
  const finding = explainYamlError(problem);
  return isJson && finding.rule === "yaml-syntax" ? NOT_JSON : finding;
}

function decode(bytes: Uint8Array): { text: string; finding?: Finding } {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { text: new TextDecoder().decode(bytes), finding: NOT_UTF8 };
  }
}

function isStrictJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function toData(document: Document, mistakes: Mistake[], at: (offset: number, finding: Finding) => Mistake): unknown {
  try {
    return document.toJS();
  } catch {
    mistakes.push(at(0, TOO_MANY_ALIASES));
    return undefined;
  }
}

function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function offsetOfKey(document: Document, path: Path, key: string): number {
  const parent = document.getIn(path, true);
  const pair = isMap(parent)
    ? parent.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
    : undefined;
  return isScalar(pair?.key) && pair.key.range ? pair.key.range[0] : offsetOf(document, path);
}

import { LineCounter, parseDocument } from "yaml";
import { findSyntaxErrors } from "./find-syntax-errors.ts";
import { frontMatter } from "./front-matter.ts";
import type { Finding, Mistake } from "./mistake.ts";
import { keyOffset, type Path, valueOffset } from "./node-offset.ts";
import type { RawFile } from "./read-files.ts";

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

/**
 * Parses YAML, JSON, or Markdown with front matter, whose body becomes the key `text`.
 * Never throws: what is wrong is in `mistakes`, and then `data` is undefined.
 */
export function parseFile(raw: RawFile): ParsedFile {
  return raw.file.endsWith(".md") ? parseMarkdown(raw) : parseData(raw);
}

/** Parses files as `parseFile`, and remembers the last text of each: of content that is read again, most is as it was. */
export function createParser(): typeof parseFile {
  const known = new Map<string, { bytes: Uint8Array; parsed: ParsedFile }>();
  return ({ file, bytes }) => {
    const before = known.get(file);
    if (before && Buffer.compare(before.bytes, bytes) === 0) return before.parsed;
    const parsed = parseFile({ file, bytes });
    known.set(file, { bytes, parsed });
    return parsed;
  };
}

function parseMarkdown({ file, bytes }: RawFile): ParsedFile {
  const { text, isUtf8 } = decode(bytes);
  const parts = frontMatter(text);
  const head = parseData({ file, bytes: new TextEncoder().encode(parts?.yaml ?? "") });
  const atLine = (line: number, { mend, ...finding }: Finding, path: Path = []): Mistake => ({
    ...{ file, line, column: 1, ...finding },
    ...(mend && { mend: { path, ...mend } }),
  });
  const bodyLine = text.slice(0, parts?.bodyOffset).split("\n").length;
  const rules = parts ? linesWithRule(text.slice(parts.bodyOffset)) : [];
  const isGroup = typeof head.data === "object" && head.data !== null && !Array.isArray(head.data);
  if (!isUtf8) return { ...head, text, mistakes: [atLine(1, NOT_UTF8)] };
  const mistakes = [
    ...head.mistakes,
    ...(parts ? [] : [atLine(1, NO_FRONT_MATTER)]),
    ...rules.map((index) => atLine(bodyLine + index, RULE_IN_BODY)),
    ...(isGroup && "text" in (head.data as object) ? [head.mistakeAtKey([], "text", TEXT_IN_HEAD)] : []),
  ];
  return {
    ...head,
    text,
    mistakes,
    data: mistakes.length === 0 && isGroup ? { ...(head.data as object), text: parts?.body } : undefined,
    mistakeAt: (path, finding) =>
      path[0] === "text" ? atLine(bodyLine, finding, path) : head.mistakeAt(path, finding),
  };
}

/** Below such a line everything is text: keys that were meant for the head would be lost to it. */
function linesWithRule(body: string): number[] {
  return body.split("\n").flatMap((line, index) => (/^-{3,}\s*$/.test(line) ? [index] : []));
}

function parseData({ file, bytes }: RawFile): ParsedFile {
  const { text, isUtf8 } = decode(bytes);
  const lineCounter = new LineCounter();
  const isJson = file.endsWith(".json");
  // A lower level than "error" would hide that a second document follows, which is dropped then.
  const options = { lineCounter, prettyErrors: false, logLevel: "error" } as const;
  const document = parseDocument(text, isJson ? { ...options, schema: "json" } : options);
  const at = (offset: number, { mend, ...finding }: Finding, path: Path = []): Mistake => {
    const { line, col } = lineCounter.linePos(offset);
    const place = { file, line: Math.max(line, 1), column: Math.max(col, 1) };
    return { ...place, ...finding, ...(mend && { mend: { path, ...mend } }) };
  };
  const syntaxErrors = isUtf8 ? findSyntaxErrors(document, text, isJson) : [{ offset: 0, finding: NOT_UTF8 }];
  const mistakes = syntaxErrors.map(({ offset, finding }) => at(offset, finding));
  return {
    file,
    text,
    data: mistakes.length === 0 ? document.toJS() : undefined,
    mistakes,
    mistakeAt: (path, finding) => at(valueOffset(document, path), finding, path),
    mistakeAtKey: (path, key, finding) => at(keyOffset(document, path, key), finding),
    // What would change is not the whole value.
    mistakeAtWords: (words, { mend: _, ...finding }) => at(Math.max(text.indexOf(words), 0), finding),
  };
}

const NO_FRONT_MATTER: Finding = {
  rule: "front-matter",
  what: "Dit artikel begint niet met een kop tussen twee regels met ---.",
  fix: "Begin het bestand met ---, dan de kop (id, title, …), dan weer --- en daaronder de tekst.",
};

const RULE_IN_BODY: Finding = {
  rule: "front-matter",
  what: "Er staat een regel met --- in de tekst, dus de kop eindigde eerder: sleutels die erna komen, tellen niet mee.",
  fix: "Haal deze regel weg. De kop staat tussen de eerste twee regels met ---.",
};

const TEXT_IN_HEAD: Finding = {
  rule: "front-matter",
  what: 'De sleutel "text" in de kop wordt niet gelezen.',
  fix: "Zet de tekst onder de kop, na de tweede regel met ---.",
};

const NOT_UTF8: Finding = {
  rule: "encoding",
  what: "Dit bestand is niet als UTF-8 opgeslagen.",
  fix: 'Sla het opnieuw op met codering "UTF-8".',
};

function decode(bytes: Uint8Array): { text: string; isUtf8: boolean } {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), isUtf8: true };
  } catch {
    return { text: new TextDecoder().decode(bytes), isUtf8: false };
  }
}

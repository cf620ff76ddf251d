import { isScalar, parseDocument, Scalar } from "yaml";

/** Plain data, as it stands in a file of the content. */
export type Data = string | number | boolean | null | readonly Data[] | { readonly [key: string]: Data };

/** What fits on one line between braces, as people read it. */
const FLOW_LENGTH = 100;

const ID = /^[a-z0-9+-]+$/;

/** `value` on one line: plain where YAML reads the same again, and otherwise in double quotes. */
export function emitScalar(value: string | number | boolean | null, inFlow: boolean): string {
  if (typeof value !== "string") return String(value);
  return isPlain(value, inFlow) ? value : JSON.stringify(value);
}

/** Asks YAML itself whether `value` needs quotes here. */
function isPlain(value: string, inFlow: boolean): boolean {
  if (value === "" || /[\n\r]/.test(value)) return false;
  const document = parseDocument(inFlow ? `[${value}]` : `- ${value}`, { logLevel: "silent" });
  const [item, ...more] = "items" in (document.contents ?? {}) ? (document.contents as { items: unknown[] }).items : [];
  const isSame = isScalar(item) && item.type === Scalar.PLAIN && item.value === value;
  return isSame && more.length === 0 && document.errors.length === 0 && !document.comment && !item.comment;
}

/** `value` between brackets or braces. */
export function emitFlow(value: Data): string {
  if (isList(value)) return `[${value.map(emitFlow).join(", ")}]`;
  if (!isDataGroup(value)) return emitScalar(value, true);
  const pairs = Object.entries(value).map(([key, field]) => `${key}: ${emitFlow(field)}`);
  return pairs.length === 0 ? "{}" : `{ ${pairs.join(", ")} }`;
}

/**
 * What stands after `key:` or `-`: on the same line with a space before it, or on lines of its own.
 * @param indent spaces before the key or the dash
 * @param inList after a dash, where the first line of a group stays on the line of the dash
 * @param asBlock a group on lines of its own, as its neighbours are
 */
export function emitBlock(value: Data, indent: number, { inList = false, asBlock = false } = {}): string {
  const deeper = " ".repeat(indent + 2);
  if (isList(value)) {
    if (isOnOneLine(value)) return ` ${emitFlow(value)}`;
    return value.map((item) => `\n${deeper}-${emitBlock(item, indent + 2, { inList: true, asBlock })}`).join("");
  }
  if (isDataGroup(value)) {
    if (!asBlock && isOnOneLine(value)) return ` ${emitFlow(value)}`;
    const pairs = Object.entries(value).map(([key, field]) => `${key}:${emitBlock(field, indent + 2)}`);
    return pairs.map((pair, index) => (inList && index === 0 ? ` ${pair}` : `\n${deeper}${pair}`)).join("");
  }
  if (typeof value === "string" && /\n/.test(value)) return ` ${emitLiteral(value, indent + 2)}`;
  return ` ${emitScalar(value, false)}`;
}

/** A text of more lines. What this form cannot hold, such as a line of spaces first, comes in double quotes. */
export function emitLiteral(value: string, indent: number): string {
  if (/^\s|\s$|\r|[ \t]\n/.test(value)) return JSON.stringify(value);
  const lines = value.split("\n").map((line) => (line === "" ? "" : " ".repeat(indent) + line));
  return `|-\n${lines.join("\n")}`;
}

/** A text that is read as one line, over lines of at most `width` characters. */
export function emitFolded(value: string, indent: number, width = 110): string {
  if (/^\s|\s$|\r| {2}|\t|\n[\s\n]/.test(value)) return emitLiteral(value, indent);
  const paragraphs = value.split("\n").map((paragraph) => wrap(paragraph, width - indent));
  return `>-\n${paragraphs.map((lines) => lines.map((line) => " ".repeat(indent) + line).join("\n")).join("\n\n")}`;
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

export function isList(value: unknown): value is readonly Data[] {
  return Array.isArray(value);
}

export function isDataGroup(value: unknown): value is { readonly [key: string]: Data } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isOnOneLine(value: Data): boolean {
  if (isList(value)) return value.every((item) => typeof item === "string" && ID.test(item)) && isShort(value);
  const isSimple = (field: Data) =>
    isList(field) ? isOnOneLine(field) : !isDataGroup(field) && !/\n/.test(String(field));
  return isDataGroup(value) && Object.values(value).every(isSimple) && isShort(value);
}

function isShort(value: Data): boolean {
  return emitFlow(value).length <= FLOW_LENGTH;
}

/** A Markdown file that begins with YAML between two lines `---`. */
export interface FrontMatter {
  /** The YAML at its own place in the file: what stands before it is blank. */
  yaml: string;
  body: string;
  bodyOffset: number;
}

const FENCES = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** Splits `text`; undefined when it does not begin with front matter. */
export function frontMatter(text: string): FrontMatter | undefined {
  const match = FENCES.exec(text);
  if (!match) return undefined;
  const start = text.indexOf("\n") + 1;
  const yaml = `${" ".repeat(start - 1)}\n${match[1] ?? ""}`;
  return { yaml, body: text.slice(match[0].length).trim(), bodyOffset: match[0].length };
}

/**
 * Text for a Graphviz label: in short lines, with the backslashes doubled that Graphviz would read as codes.
 * What does not fit in `maxLines` is left out, with a mark that it is.
 */
export function labelText(text: string, { lineLength = 26, maxLines = 3 } = {}): string {
  const lines = wrap(text, lineLength);
  const kept = lines.length > maxLines ? [...lines.slice(0, maxLines - 1), `${lines[maxLines - 1]} ...`] : lines;
  return kept.map((line) => line.replaceAll("\\", "\\\\")).join("\\n");
}

function wrap(text: string, lineLength: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && longer.length <= lineLength) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

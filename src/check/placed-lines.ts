import { mistakeAt, type Placed } from "../content/draft.ts";
import type { LoadedContent } from "../content/load-content.ts";
import type { Finding, Mistake } from "../content/mistake.ts";
import type { Path } from "../content/node-offset.ts";
import type { TypedLines } from "../content/schema/typed-lines.ts";

/** One line of an example file, with its place. */
export interface PlacedLine {
  text: string;
  /** Sign and level, ordinary kind or article. */
  kind: string;
  /** What it is an example of. */
  of: "danger" | "no danger" | "question";
  mistake(finding: Finding): Mistake;
}

/** All lines that typed text is learned from. */
export function placedLines({ draft }: LoadedContent): PlacedLine[] {
  return [
    ...draft.danger.flatMap((file) => [
      ...Object.entries(file.value["zo klinkt het"]).flatMap(([level, lines]) =>
        inside(file, ["zo klinkt het", level], lines, `${file.value.sign}, ${level}`, "danger"),
      ),
      ...inside(file, ["zo klinkt het niet"], file.value["zo klinkt het niet"], file.value.sign, "no danger"),
    ]),
    ...[...draft.ordinary, ...draft.offTopic].flatMap((file) =>
      inside(file, ["lines"], file.value.lines, file.value.kind, "no danger"),
    ),
    ...draft.articles.flatMap((file) => inside(file, ["typed"], file.value.typed, file.value.id, "question")),
  ];
}

function inside(
  file: Placed<unknown>,
  path: Path,
  lines: TypedLines,
  kind: string,
  of: PlacedLine["of"],
): PlacedLine[] {
  return Object.entries(lines).flatMap(([writer, texts]) =>
    texts.map((text, at) => ({
      text,
      kind,
      of,
      mistake: (finding) => mistakeAt(file, [...path, writer, at], finding),
    })),
  );
}

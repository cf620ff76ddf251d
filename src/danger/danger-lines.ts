import type { DangerLevel, DangerSign } from "../content/schema/danger.ts";
import type { OrdinaryKind, TypedLines, TypedMessages } from "../content/schema/typed-lines.ts";

/** What danger is learned from, as it stands in content. */
export interface DangerContent {
  danger: readonly DangerSign[];
  ordinary: readonly OrdinaryKind[];
  offTopic: readonly OrdinaryKind[];
  messages: readonly TypedMessages[];
}

/** One sentence as it was typed, with danger or without. */
export interface DangerLine {
  text: string;
  writer: string;
  /** The sign, or the kind of ordinary line. */
  kind: string;
  level: DangerLevel | "geen";
}

/** The kind of lines that look like a sign and are none. */
export const LOOKS_LIKE = "lijkt-erop";

/** All lines and the sentences of all messages, in the order of the files. */
export function dangerLines({ danger, ordinary, offTopic, messages }: DangerContent): DangerLine[] {
  return [
    ...danger.flatMap((file) => [
      ...Object.entries(file["zo klinkt het"]).flatMap(([level, lines]) =>
        toLines(lines, file.sign, level as DangerLevel),
      ),
      ...toLines(file["zo klinkt het niet"], LOOKS_LIKE, "geen"),
    ]),
    ...[...ordinary, ...offTopic].flatMap(({ kind, lines }) => toLines(lines, kind, "geen")),
    ...messages.flatMap(({ writer, messages }) =>
      messages.flat().flatMap((sentence) => Object.entries(sentence).map(([is, text]) => toSentence(is, text, writer))),
    ),
  ];
}

function toLines(lines: TypedLines, kind: string, level: DangerLine["level"]): DangerLine[] {
  return Object.entries(lines).flatMap(([writer, texts]) => texts.map((text) => ({ text, writer, kind, level })));
}

/** @param is `<ordinary kind>` or `<sign> <level>` */
function toSentence(is: string, text: string, writer: string): DangerLine {
  const [kind = "", level = "geen"] = is.split(" ");
  return { text, writer, kind, level: level as DangerLine["level"] };
}

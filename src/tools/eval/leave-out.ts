import type { MeasuredLine } from "../../check/read-lines.ts";
import type { Content } from "../../content/content.ts";
import type { OrdinaryKind, TypedLines } from "../../content/schema/typed-lines.ts";
import { understandingOf } from "../../conversation/turn/understanding.ts";
import { measure, type Score } from "./measure.ts";

/** Figures on the lines in `dialogs/` of one writer, after learning from all others; undefined of who wrote none of them. */
export function measureWithout(content: Content, writer: string): Score[] | undefined {
  const lines = linesOf(content, writer);
  return lines.length > 0 ? measure(lines, understandingOf(withoutWriter(content, writer))) : undefined;
}

function withoutWriter({ models: _, ...content }: Content, writer: string): Content {
  const others = (lines: TypedLines) => Object.fromEntries(Object.entries(lines).filter(([name]) => name !== writer));
  const ordinary = (kinds: readonly OrdinaryKind[]) => kinds.map((kind) => ({ ...kind, lines: others(kind.lines) }));
  return {
    ...content,
    danger: content.danger.map((sign) => ({
      ...sign,
      "zo klinkt het": Object.fromEntries(
        Object.entries(sign["zo klinkt het"]).map(([level, lines]) => [level, others(lines)]),
      ),
      "zo klinkt het niet": others(sign["zo klinkt het niet"]),
    })),
    ordinary: ordinary(content.ordinary),
    offTopic: ordinary(content.offTopic),
    cases: ordinary(content.cases),
    messages: content.messages.filter((each) => each.writer !== writer),
    articles: new Map([...content.articles].map(([id, article]) => [id, { ...article, typed: others(article.typed) }])),
  };
}

function linesOf(content: Content, writer: string): MeasuredLine[] {
  const of = (lines: TypedLines, is: MeasuredLine["is"]) => (lines[writer] ?? []).map((text) => ({ text, writer, is }));
  const danger = content.danger.flatMap((sign) => Object.values(sign["zo klinkt het"]));
  const looksLike = content.danger.map((sign) => sign["zo klinkt het niet"]);
  const messages = content.messages.filter((each) => each.writer === writer).flatMap((each) => each.messages);
  return [
    ...danger.flatMap((lines) => of(lines, { kind: "danger", indirect: false })),
    ...[...looksLike, ...content.ordinary.map(({ lines }) => lines)].flatMap((lines) =>
      of(lines, { kind: "ordinary" }),
    ),
    ...content.offTopic.flatMap(({ lines }) => of(lines, { kind: "off-topic" })),
    ...[...content.articles.values()].flatMap(({ id, typed }) => of(typed, { kind: "question", articles: [id] })),
    ...messages.map((sentences) => toMessage(sentences, writer)),
  ];
}

/** @param sentences each under `<ordinary kind>` or `<sign> <level>` */
function toMessage(sentences: readonly Record<string, string>[], writer: string): MeasuredLine {
  const danger = sentences.some((sentence) => Object.keys(sentence).some((is) => is.includes(" ")));
  return { text: sentences.flatMap(Object.values).join(" "), writer, is: { kind: "message", danger } };
}

import type { Content } from "../../content/content.ts";
import { TOPICS } from "../../content/schema/article.ts";
import { DANGER_LEVELS } from "../../content/schema/danger.ts";
import { textAt } from "../../content/text-at.ts";
import { NO_VALUE, OTHER_TOPIC } from "../../usage/count.ts";
import { atLeastParts, compareFigures, share } from "../figure.ts";
import type { MadeTable, Row } from "../report.ts";
import type { Selection } from "../selection.ts";
import { trendText } from "../trend-text.ts";
import type { TrendText } from "../trend-texts.ts";

/** Articles by how often they were shown, and whether they helped, also those that the content no longer has. */
export function articles(selection: Selection): MadeTable {
  const known = selection.content.articles;
  const ids = new Set([...known.keys(), ...selection.publishedValues("article-shown")]);
  const rows = [...ids].map((id) => {
    const told = ["ja", "nee"].map((answer) => selection.count("article-helped", `${id}/${answer}`));
    const figures = [atLeastParts(selection.count("article-shown", id), told), ...told];
    return { id, title: known.get(id)?.title ?? id, figures };
  });
  rows.sort((a, b) => compareFigures(a.figures[0], b.figures[0]));
  return { id: "articles", columns: ["shown", "helped", "not-helped"], rows, omitsHidden: true };
}

/** How many typed questions had no answer. Which ones, nobody knows: the text is not kept. */
export function unanswered(selection: Selection): MadeTable {
  const asked = selection.count("question-unanswered", NO_VALUE);
  const unansweredShare = share(
    selection.count("question-unanswered", NO_VALUE),
    selection.count("question-answered", NO_VALUE),
  );
  const figures = [asked, unansweredShare];
  const columns: MadeTable["columns"] = ["unanswered", "questions-share"];
  return { id: "unanswered", columns, rows: [total(selection.content, figures)], omitsHidden: false };
}

/** What those questions were about, as workers said with one press; not everybody does. */
export function missed(selection: Selection): MadeTable {
  const rows = [...selection.publishedValues("question-missed")].map((topic) => ({
    id: topic,
    title: topicName(selection.content, topic),
    figures: [selection.count("question-missed", topic)],
  }));
  rows.sort((a, b) => compareFigures(a.figures[0], b.figures[0]));
  return { id: "missed", columns: ["missed"], rows, omitsHidden: true };
}

/** Whether answers helped, as workers said with one press: all of them together. */
export function helped(selection: Selection): MadeTable {
  return { ...yesAndNo(selection, "answer-helped"), id: "helped" };
}

/** How many times typed text held personal data. */
export function personalData(selection: Selection): MadeTable {
  const figures = [selection.count("personal-data-seen", NO_VALUE)];
  return { id: "personal-data", columns: ["shown"], rows: [total(selection.content, figures)], omitsHidden: false };
}

/** The answers to "Was dit nuttig?". */
export function useful(selection: Selection): MadeTable {
  return { ...yesAndNo(selection, "useful"), id: "useful" };
}

function yesAndNo(selection: Selection, metric: "useful" | "answer-helped"): Omit<MadeTable, "id"> {
  const count = (answer: string) => selection.count(metric, answer);
  const row = (id: "ja" | "nee", other: string, title: TrendText): Row => {
    const figures = [count(id), share(count(id), count(other))];
    return { id, title: trendText(selection.content, title), figures };
  };
  const rows = [row("ja", "nee", "trends.names.yes"), row("nee", "ja", "trends.names.no")];
  return { columns: ["answers", "answers-share"], rows, omitsHidden: false };
}

/** Danger cards after typed text, by level. */
export function danger(selection: Selection): MadeTable {
  const rows = DANGER_LEVELS.toReversed().map((level) => ({
    id: level,
    title: trendText(selection.content, `trends.levels.${level}`),
    figures: [selection.count("danger-typed", level)],
  }));
  return { id: "danger", columns: ["shown"], rows, omitsHidden: false };
}

function topicName(content: Content, topic: string): string {
  if (topic === OTHER_TOPIC) return trendText(content, "trends.names.other");
  // There may have been others once.
  return TOPICS.some((known) => known === topic) ? textAt(content, `topics.${topic}`) : topic;
}

function total(content: Content, figures: Row["figures"]): Row {
  return { id: NO_VALUE, title: trendText(content, "trends.names.total"), figures };
}

import type { Content } from "../../content/content.ts";
import { DANGER_LEVELS } from "../../content/schema/danger.ts";
import { NO_VALUE } from "../../usage/count.ts";
import { compareFigures, share } from "../figure.ts";
import type { MadeTable, Row } from "../report.ts";
import type { Selection } from "../selection.ts";
import { trendText } from "../trend-text.ts";

/** Articles by how often they were shown, also those that the content no longer has. */
export function articles(selection: Selection): MadeTable {
  const known = selection.content.articles;
  const ids = new Set([...known.keys(), ...selection.publishedValues("article-shown")]);
  const rows = [...ids].map((id) => ({
    id,
    title: known.get(id)?.title ?? id,
    figures: [selection.count("article-shown", id)],
  }));
  rows.sort((a, b) => compareFigures(a.figures[0], b.figures[0]));
  return { id: "articles", columns: ["shown"], rows, omitsHidden: true };
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

/** How many times typed text held personal data. */
export function personalData(selection: Selection): MadeTable {
  const figures = [selection.count("personal-data-seen", NO_VALUE)];
  return { id: "personal-data", columns: ["shown"], rows: [total(selection.content, figures)], omitsHidden: false };
}

/** The answers to "Was dit nuttig?". */
export function useful(selection: Selection): MadeTable {
  const yes = selection.count("useful", "ja");
  const no = selection.count("useful", "nee");
  const shareOf = (answer: string, other: string) =>
    share(selection.count("useful", answer), selection.count("useful", other));
  const rows = [
    { id: "ja", title: trendText(selection.content, "trends.names.yes"), figures: [yes, shareOf("ja", "nee")] },
    { id: "nee", title: trendText(selection.content, "trends.names.no"), figures: [no, shareOf("nee", "ja")] },
  ];
  return { id: "useful", columns: ["answers", "answers-share"], rows, omitsHidden: false };
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

function total(content: Content, figures: Row["figures"]): Row {
  return { id: NO_VALUE, title: trendText(content, "trends.names.total"), figures };
}

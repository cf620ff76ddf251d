import type { Content } from "../content/content.ts";
import { figureText } from "./figure-text.ts";
import { monthsUntil } from "./months.ts";
import type { TrendsReading } from "./read-trends.ts";
import { Selection } from "./selection.ts";

const MONTHS = 12;

/** What workers said of the answers in the last year, protected as all trends are; in words. */
export interface LearnedFromUse {
  /** Topics of questions without an answer, the most first, and how often; of which enough is known. */
  missed: readonly { topic: string; often: string }[];
  /** How often an article was shown, and how often it helped or did not. */
  article(id: string): { shown: string; helped: string; notHelped: string };
}

/** Reads what staff can learn from. */
export function learnedFrom(content: Content, { published, lastMonth }: TrendsReading): LearnedFromUse {
  const selection = new Selection(published, {
    content,
    filters: { period: MONTHS },
    months: monthsUntil(lastMonth, MONTHS),
  });
  const topics = [...selection.publishedValues("question-missed")].map((topic) => ({
    topic,
    figure: selection.count("question-missed", topic),
  }));
  const known = topics.filter(({ figure }) => figure.n !== null);
  return {
    missed: known
      .sort((a, b) => Number(b.figure.n) - Number(a.figure.n))
      .map(({ topic, figure }) => ({ topic, often: figureText(content, figure, "count") })),
    article(id) {
      const tell = (metric: "article-shown" | "article-helped", value: string) =>
        figureText(content, selection.count(metric, value), "count");
      return {
        shown: tell("article-shown", id),
        helped: tell("article-helped", `${id}/ja`),
        notHelped: tell("article-helped", `${id}/nee`),
      };
    },
  };
}

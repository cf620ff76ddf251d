import type { Article } from "../content/schema/article.ts";

/** What a search in the articles comes to. */
export type Findings =
  | { kind: "one"; article: Article }
  /** Two or three to choose from, the best first. */
  | { kind: "several"; articles: readonly Article[] }
  | { kind: "none" };

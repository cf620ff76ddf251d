import type { Article } from "../../../src/content/schema/article.ts";

/** An article with only what a test is about. */
export function article(id: string, given: Partial<Article> = {}): Article {
  return {
    id,
    title: id,
    topic: "visie",
    questions: [],
    typed: {},
    words: [],
    sources: [{ document: "notitie-ghnt-2021" }],
    status: "concept",
    owner: "programmateam",
    "review-by": "2027-05-01",
    related: [],
    text: "Een kort antwoord.",
    ...given,
  };
}

/** Four articles close to each other and far apart. */
export const ARTICLES: Article[] = [
  article("veiligheidsplan", {
    title: "Wat staat er in een veiligheidsplan?",
    questions: ["hoe maak ik een veiligheidsplan", "wie let op het plan"],
    text: "In het plan staat wie wat doet als de spanning stijgt.",
  }),
  article("veilig-thuis-nummer", {
    title: "Wat is het nummer van Veilig Thuis?",
    questions: ["hoe bel ik veilig thuis", "is veilig thuis open in het weekend"],
    text: "Bel 0800-2000, dag en nacht.",
  }),
  article("veilig-thuis-vraagt", {
    title: "Wat vraagt Veilig Thuis als ik bel?",
    questions: ["welke vragen krijg ik van veilig thuis"],
    text: "Zij vragen wat er gebeurd is.",
  }),
  article("mda", {
    title: "Wat is MDA++?",
    questions: ["hoe meld ik een gezin aan", "welke partners doen mee"],
    words: ["wijkteam", "leden"],
    text: "MDA++ is een aanpak van een team van partners.",
  }),
];

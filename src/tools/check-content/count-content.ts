import type { Content } from "../../content/content.ts";

/** One line that says what there is and what is not confirmed yet. */
export function countContent({ questions, signalGroups, regions, articles, examples, links }: Content): string {
  const signals = signalGroups.flatMap((group) => group.signals);
  const concept = [...questions.values(), ...signals, ...regions.values(), ...articles.values()].filter(
    ({ status }) => status === "concept",
  );
  const unverified = [...links.values()].filter(({ status }) => status === "niet-geverifieerd");
  return [
    `Geen fouten: ${questions.size} vragen, ${signals.length} signalen, ${articles.size} artikelen, ${examples.length} voorbeelden;`,
    `${concept.length} onderdelen hebben nog status concept, ${unverified.length} links zijn nog niet geverifieerd.`,
  ].join(" ");
}

import type { Content } from "../content/content.ts";
import { countsOf, fewerThan } from "../content/counts.ts";
import type { KeptCounts } from "../content/schema/counts.ts";

/** One line that says what there is and what is not confirmed yet. */
export function countContent(content: Content): string {
  const { questions, signalGroups, regions, articles, links } = content;
  const counts = countsOf(content);
  const signals = signalGroups.flatMap((group) => group.signals);
  const concept = [...questions.values(), ...signals, ...regions.values(), ...articles.values()].filter(
    ({ status }) => status === "concept",
  );
  const unverified = [...links.values()].filter(({ status }) => status === "niet-geverifieerd");
  const named = ["vragen", "signalen", "artikelen", "voorbeelden", "altijd-regels"];
  return [
    `Geen fouten: ${named.map((name) => `${counts[name]} ${name}`).join(", ")} met ${counts.bewijzen} bewijzen;`,
    `${concept.length} onderdelen hebben nog status concept, ${unverified.length} links zijn nog niet geverifieerd.`,
  ].join(" ");
}

/** A line that says what there is less of than in the version that was kept; none when nothing is. */
export function fewerNotice(content: Content): string[] {
  const { keptCounts } = content;
  const fewer = keptCounts ? fewerThan(keptCounts.counts, countsOf(content)) : [];
  if (fewer.length === 0) return [];
  return [
    `Let op: er is minder dan in de versie van ${keptCounts?.kept}: ${fewer.join(", ")}. Klopt dat? Leg het vast: npm run check:content -- --keep`,
  ];
}

/** What `dialogs/counts.yaml` becomes for this content. */
export function countsFile(content: Content, today: string): string {
  const kept: KeptCounts = { kept: today, counts: countsOf(content) };
  const lines = Object.entries(kept.counts).map(([name, count]) => `  ${name}: ${count}`);
  return `# Hoeveel er in de vorige versie stond. De controle zegt het als er iets minder wordt: misschien ging er iets mis.
# Dit bestand maak je niet zelf: npm run check:content -- --keep
kept: ${kept.kept}
counts:
${lines.join("\n")}
`;
}

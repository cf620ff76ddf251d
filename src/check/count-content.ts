import { stringify } from "yaml";
import type { Content } from "../content/content.ts";
import { countsOf, fewerThan } from "../content/counts.ts";
import { dangerWordingOf, rewordedSince } from "../content/danger-wording.ts";

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

/** Lines that say what there is less of than in the version that was kept, and which texts about danger changed. */
export function keptNotices(content: Content): string[] {
  const { keptCounts } = content;
  if (!keptCounts) return [NOTHING_KEPT];
  const { kept, counts, wording } = keptCounts;
  const fewer = fewerThan(counts, countsOf(content));
  const files = fewer.filter(isFile);
  const other = fewer.filter((line) => !isFile(line));
  const reworded = rewordedSince(wording, dangerWordingOf(content));
  return [
    ...files.map((line) => `Let op: er is minder dan in de versie van ${kept}: ${line}. ${LINES_GONE}`),
    ...(other.length > 0 ? [`Let op: er is minder dan in de versie van ${kept}: ${other.join(", ")}. ${KEEP}`] : []),
    ...(reworded.length > 0
      ? [`Let op: veranderd sinds ${kept}, en gelezen bij gevaar: ${reworded.join(", ")}. ${READ}`]
      : []),
  ];
}

const NOTHING_KEPT =
  "Let op: dialogs/counts.yaml is er niet, dus niemand ziet wat er weg is of veranderde bij gevaar. Zet het terug uit de vorige versie, of leg deze vast: npm run check:content -- --keep";
const KEEP = "Klopt dat? Leg het vast: npm run check:content -- --keep";
const LINES_GONE = `Zonder die zinnen ziet de bot minder gevaar, of meer dan er is. Zet ze terug uit de vorige versie. ${KEEP}`;
const READ = `De controle herkent niet elke belofte of fout: laat iemand anders dit nalezen. ${KEEP}`;

function isFile(line: string): boolean {
  return line.startsWith("dialogs/");
}

/**
 * What `dialogs/counts.yaml` becomes for this content.
 * @param missed letters of the measured lines on which it is wrong about danger
 */
export function countsFile(content: Content, today: string, missed: readonly string[]): string {
  const kept = { kept: today, counts: countsOf(content), wording: dangerWordingOf(content), missed };
  return `# Wat er in de vorige versie stond. De controle zegt het als er iets minder wordt, of bij gevaar anders: misschien ging er iets mis.
# Dit bestand maak je niet zelf: npm run check:content -- --keep
${stringify(kept)}`;
}

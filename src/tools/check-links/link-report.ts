import type { Content } from "../../content/content.ts";
import type { Link } from "../../content/schema/link.ts";

/** What came of opening the address of a link, by its id: "200", or why it could not be opened. */
export type Opened = ReadonlyMap<string, string>;

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * A few lines for every link, for staff: its status, how long ago it was seen, what users get when it is not
 * verified, and which articles and signals point to it.
 * @param today as yyyy-mm-dd
 * @param opened empty when no address was opened
 */
export function reportLinks(content: Content, today: string, opened: Opened): string[] {
  const links = [...content.links.values()];
  const unverified = links.filter(({ status }) => status === "niet-geverifieerd");
  return [
    `${links.length} links, ${unverified.length} niet geverifieerd.`,
    ...links.flatMap((link) => ["", ...describe(link, content, today, opened)]),
  ];
}

function describe(link: Link, content: Content, today: string, opened: Opened): string[] {
  const result = opened.get(link.id);
  return [
    `${link.id}: ${link.title}`,
    `  adres     ${link.url ?? "nog niet ingevuld"}`,
    `  status    ${link.status}, ${checkedSince(link, today)}`,
    ...(link.fallback ? [`  vervanger ${link.fallback}`] : []),
    ...(result ? [`  geopend   ${result}`] : []),
    `  gebruikt  ${usesOf(link.id, content).join(", ") || "nergens"}`,
  ];
}

function checkedSince({ checked }: Link, today: string): string {
  if (!checked) return "nooit nagekeken";
  const days = Math.round((Date.parse(today) - Date.parse(checked)) / DAY_MS);
  return `nagekeken op ${checked} (${days} ${days === 1 ? "dag" : "dagen"} geleden)`;
}

/** Articles and signals that point to a link, and links that fall back to it. */
function usesOf(id: string, { articles, signalGroups, links }: Content): string[] {
  const signals = signalGroups.flatMap((group) => group.signals);
  return [
    ...[...articles.values()].filter(({ link }) => link === id).map((article) => `artikel ${article.id}`),
    ...signals.filter((signal) => signal.links.includes(id)).map((signal) => `signaal ${signal.id}`),
    ...[...links.values()].filter(({ fallback }) => fallback === id).map((link) => `vervanger van ${link.id}`),
  ];
}

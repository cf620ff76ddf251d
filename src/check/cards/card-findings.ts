import type { Finding } from "../../content/mistake.ts";
import { checkCard } from "./check-card.ts";

/** What is wrong with an expanded card. A fallback is a copy of its button, so its mistakes are left out. */
export function cardFindings(card: unknown): Finding[] {
  return checkCard(card)
    .filter((line) => !line.includes(".fallback"))
    .map(toFinding);
}

/** A line of `checkCard` is "where: what; fix". */
function toFinding(line: string): Finding {
  const end = line.lastIndexOf("; ");
  const [what, fix] = end < 0 ? [line, "vergelijk met een andere kaart"] : [line.slice(0, end), line.slice(end + 2)];
  return { rule: "card", what: `${what}.`, fix: `${fix.charAt(0).toUpperCase()}${fix.slice(1)}.` };
}

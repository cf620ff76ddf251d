import type { Finding } from "../../content/mistake.ts";
import { checkCard } from "./check-card.ts";

/** What is wrong with an expanded card. A fallback is a copy of its button, so its mistakes are left out. */
export function cardFindings(card: unknown): Finding[] {
  return checkCard(card)
    .filter(({ path }) => !path.includes(".fallback"))
    .map(({ path, what, fix }) => ({ rule: "card", what: `${path}: ${what}.`, fix }));
}

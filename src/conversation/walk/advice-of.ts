import type { Suggestion } from "../../signals/suggest.ts";

/** What a walk can come to that is counted per walk: 112, Veilig Thuis today, or MDA++. */
export const ADVICE = ["nu", "vandaag", "mda"] as const;
export type Advice = (typeof ADVICE)[number];

/** The group of signals about MDA++ in the content. */
const MDA = "mda";

/** The advice that a suggestion is, if any: a signal about MDA++ has a level as well. */
export function adviceOf({ signal: { level }, group }: Pick<Suggestion, "signal" | "group">): Advice[] {
  const urgent = level === "nu" || level === "vandaag" ? [level] : [];
  return group === MDA ? [...urgent, "mda"] : urgent;
}

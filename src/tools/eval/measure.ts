import type { MeasuredLine } from "../../check/read-lines.ts";
import type { Understanding } from "../../conversation/turn/understanding.ts";

/** One figure: how often something went so, of how many, and what it should be. */
export interface Score {
  name: string;
  count: number;
  of: number;
  /** As a share. */
  target: { atLeast: number } | { atMost: number };
  /** Texts that went wrong. */
  misses: string[];
}

/** How well typed text is understood, on lines that nothing was learned from. */
export function measure(lines: readonly MeasuredLine[], understanding: Understanding): Score[] {
  const { danger, isCase, isForeign, personalData, search } = understanding;
  const isSeen = ({ text }: MeasuredLine) => danger(text).level !== "geen";
  const hasWayToSafety = (line: MeasuredLine) => isSeen(line) || isForeign(line.text) || isCase(line.text);
  const shown = ({ text }: MeasuredLine): string[] => {
    const found = search(text);
    if (found.kind === "none") return [];
    return found.kind === "one" ? [found.article.id] : found.articles.map(({ id }) => id);
  };
  const right = (line: MeasuredLine, ids: readonly string[]) =>
    line.is.kind === "question" && line.is.articles.some((id) => ids.includes(id));
  const figure = (
    name: string,
    target: Score["target"],
    among: (is: MeasuredLine["is"]) => boolean,
    counts: (line: MeasuredLine) => boolean,
  ): Score => {
    const all = lines.filter(({ is }) => among(is));
    const wrong = all.filter((line) => counts(line) === "atMost" in target);
    const count = all.filter(counts).length;
    return { name, target, count, of: all.length, misses: wrong.map(({ text }) => text) };
  };
  return [
    figure("gevaar gezien", { atLeast: 0.97 }, ({ kind }) => kind === "danger", isSeen),
    figure("vals alarm", { atMost: 0.05 }, ({ kind }) => kind === "ordinary", isSeen),
    figure("gevaar gezien, zonder trefwoord", { atLeast: 0.9 }, (is) => is.kind === "danger" && is.indirect, isSeen),
    figure("lange berichten: gevaar gezien", { atLeast: 0.93 }, (is) => is.kind === "message" && is.danger, isSeen),
    figure("lange berichten: vals alarm", { atMost: 0.15 }, (is) => is.kind === "message" && !is.danger, isSeen),
    figure(
      "casus: weg naar veiligheid",
      { atLeast: 1 },
      ({ kind }) => kind === "case" || kind === "message",
      hasWayToSafety,
    ),
    figure(
      "vraag: eerste goed",
      { atLeast: 0.93 },
      ({ kind }) => kind === "question",
      (line) => right(line, shown(line).slice(0, 1)),
    ),
    figure(
      "vraag: bij de eerste drie",
      { atLeast: 0.98 },
      ({ kind }) => kind === "question",
      (line) => right(line, shown(line)),
    ),
    figure(
      "ander onderwerp: geen antwoord",
      { atLeast: 0.97 },
      ({ kind }) => kind === "off-topic",
      (line) => shown(line).length === 0,
    ),
    figure(
      "persoonsgegevens gezien, met hun soort",
      { atLeast: 0.96 },
      ({ kind }) => kind === "personal",
      ({ text, is }) => is.kind === "personal" && personalData(text).includes(is.data),
    ),
    figure(
      "persoonsgegevens: vals alarm",
      { atMost: 0.03 },
      ({ kind }) => kind === "nothing-personal",
      ({ text }) => personalData(text).length > 0,
    ),
    figure(
      "andere taal herkend",
      { atLeast: 0.96 },
      (is) => is.kind === "language" && !is.dutch,
      ({ text }) => isForeign(text),
    ),
    figure(
      "Nederlands voor een andere taal aangezien",
      { atMost: 0.01 },
      (is) => is.kind === "language" && is.dutch,
      ({ text }) => isForeign(text),
    ),
  ];
}

/** Whether a figure reaches its target; without lines there is nothing to reach. */
export function isMet({ count, of, target }: Score): boolean {
  if (of === 0) return true;
  return "atLeast" in target ? count / of >= target.atLeast : count / of <= target.atMost;
}

/** A figure on one line. */
export function describe(figure: Score): string {
  const { name, count, of, target } = figure;
  if (of === 0) return `  ${name}: geen regels`;
  const goal = "atLeast" in target ? `minstens ${100 * target.atLeast}%` : `hooguit ${100 * target.atMost}%`;
  return `  ${name}: ${count} van ${of} (${((100 * count) / of).toFixed(1)}%), doel ${goal}${isMet(figure) ? "" : "  NIET gehaald"}`;
}

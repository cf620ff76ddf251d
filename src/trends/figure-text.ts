import type { Content } from "../content/content.ts";
import type { Figure } from "./figure.ts";
import { shortPeriodTitle } from "./period-name.ts";
import type { FigureKind } from "./report.ts";
import { trendText } from "./trend-text.ts";

/** A figure as people read it: `1.225`, `25 of meer`, `4,5`, `ongeveer 12% (januari t/m juni 2026)`, or `te weinig`. */
export function figureText(content: Content, figure: Figure, kind: FigureKind): string {
  const text = numberText(content, figure, kind);
  return figure.months ? `${text} (${shortPeriodTitle(content, figure.months)})` : text;
}

function numberText(content: Content, { n, atLeast, atMost }: Figure, kind: FigureKind): string {
  if (n === null) return trendText(content, "trends.too-few");
  if (kind === "percent") {
    return trendText(content, atMost ? "trends.most-percent" : "trends.about-percent", { aantal: String(n) });
  }
  const aantal = NUMBER.format(n);
  return atLeast ? trendText(content, "trends.at-least", { aantal }) : aantal;
}

/** A number as the Dutch write it. */
export const NUMBER = new Intl.NumberFormat("nl-NL", { maximumFractionDigits: 1 });

import type { Content } from "../content/content.ts";
import { type Figure, isLowerBound } from "./figure.ts";
import type { FigureKind } from "./report.ts";
import { trendText } from "./trend-text.ts";

/** A figure as people read it: `1.225`, `25 of meer`, `4,5`, `ongeveer 12%`, or `te weinig`. */
export function figureText(content: Content, figure: Figure, kind: FigureKind): string {
  const { n, atMost } = figure;
  if (kind === "percent") {
    if (n === null) return trendText(content, "trends.unclear");
    return trendText(content, atMost ? "trends.most-percent" : "trends.about-percent", { aantal: String(n) });
  }
  if (n === null) return trendText(content, "trends.too-few");
  const aantal = NUMBER.format(n);
  return isLowerBound(figure) ? trendText(content, "trends.at-least", { aantal }) : aantal;
}

/** A number as the Dutch write it. */
export const NUMBER = new Intl.NumberFormat("nl-NL", { maximumFractionDigits: 1 });

import type { Content } from "../content/content.ts";
import type { Figure } from "./figure.ts";
import { trendText } from "./trend-text.ts";

export type FigureKind = "count" | "percent";

/** A figure as people read it: `25`, `25 of meer`, `ongeveer 12%`, or `te weinig`. */
export function figureText(content: Content, { n, atLeast }: Figure, kind: FigureKind): string {
  if (n === null) return trendText(content, "trends.too-few");
  if (kind === "percent") return trendText(content, "trends.about-percent", { aantal: String(n) });
  return atLeast ? trendText(content, "trends.at-least", { aantal: COUNT.format(n) }) : COUNT.format(n);
}

const COUNT = new Intl.NumberFormat("nl-NL");

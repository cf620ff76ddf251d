import type { VNode } from "preact";
import type { Content } from "../../content/content.ts";
import { trendText } from "../../trends/trend-text.ts";
import { html } from "./html.ts";

const SAID = ["busy", "failed", "no-teams", "unavailable"] as const;

/** Where the scripts of the page say how signing in or a download goes; their sentences are in the page, as all texts are. */
export function PageStatus({ content, text }: { content: Content; text?: string }): VNode {
  const sentences = SAID.map((key) => [`data-${key}`, trendText(content, `trends.sign-in.${key}`)]);
  return html`<p id="status" role="status" ...${Object.fromEntries(sentences)}>${text}</p>`;
}

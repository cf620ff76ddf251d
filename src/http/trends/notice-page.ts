import type { Content } from "../../content/content.ts";
import { trendText } from "../../trends/trend-text.ts";
import { renderDocument } from "./document.ts";
import { html } from "./html.ts";
import { PageStatus } from "./page-status.ts";
import type { Theme } from "./theme.ts";

/** The page for who is not signed in. In a Teams tab its script signs in and puts the trends in its place. */
export function renderSignInPage(content: Content, theme: Theme | undefined): string {
  const title = trendText(content, "trends.sign-in.title");
  const children = html`<h1>${title}</h1>
    <${PageStatus} content=${content} text=${trendText(content, "trends.sign-in.needed")} />`;
  return renderDocument({ title, theme, signsIn: true, children });
}

/** The page for who is signed in and has no role: it says whom to ask. */
export function renderRefusedPage(content: Content, theme: Theme | undefined): string {
  const title = trendText(content, "trends.refused.title");
  const children = html`<h1>${title}</h1><p>${trendText(content, "trends.refused.text")}</p>`;
  return renderDocument({ title, theme, signsIn: true, children });
}

import { renderToString } from "preact-render-to-string";
import { type Children, html } from "./html.ts";
import type { Theme } from "./theme.ts";

/** TeamsJS, as Microsoft publishes it with this hash in the readme of the package. */
const TEAMS_JS = {
  src: "https://res.cdn.office.net/teams-js/2.58.0/js/MicrosoftTeams.min.js",
  integrity: "sha384-sMo/EOqQPa1OCup2/VBRum7oFeOS22kvs8WGDc45xK53tUVZzFR5WwFYDUYN1LO4",
  crossorigin: "anonymous",
};

export interface DocumentProps {
  title: string;
  theme: Theme | undefined;
  /** With the script that signs in through Teams. */
  signsIn: boolean;
  children: Children;
}

/** A whole HTML page. */
export function renderDocument({ title, theme, signsIn, children }: DocumentProps): string {
  const page = html`<html lang="nl" data-theme=${theme}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title}</title>
      <link rel="stylesheet" href="/trends/style.css" />
      <link rel="icon" href="data:," />
      ${signsIn && html`<script defer ...${TEAMS_JS}></script>`}
      <script type="module" src=${`/trends/${signsIn ? "sign-in" : "download"}.js`}></script>
    </head>
    <body>
      <main data-page="trends">${children}</main>
    </body>
  </html>`;
  return `<!doctype html>${renderToString(page)}`;
}

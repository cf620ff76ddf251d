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
  /** Which of the pages; absent: the trends. */
  page?: PageName;
  children: Children;
}

type PageName = keyof typeof FILES;

/** Stylesheets and scripts of the pages: where nobody has to sign in, and where everybody has to. */
const FILES = {
  trends: {
    styles: ["/trends/style.css"],
    scripts: {
      open: ["/trends/download.js", "/trends/unfold.js"],
      signIn: ["/trends/sign-in.js", "/trends/unfold.js"],
    },
    attributes: { type: "module" },
  },
  inhoud: {
    styles: ["/inhoud/base.css", "/inhoud/studio.css"],
    scripts: {
      open: ["/inhoud/adaptivecards.js", "/inhoud/cards.js", "/inhoud/long-lists.js", "/inhoud/studio.js"],
      signIn: ["/inhoud/adaptivecards.js", "/inhoud/cards.js", "/inhoud/long-lists.js", "/inhoud/studio.js"],
    },
    // The renderer of cards is no module.
    attributes: { defer: true },
  },
} as const;

/** A whole HTML page. */
export function renderDocument({ title, theme, signsIn, page = "trends", children }: DocumentProps): string {
  const { styles, scripts, attributes } = FILES[page];
  const whole = html`<html lang="nl" data-theme=${theme}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title}</title>
      ${styles.map((href) => html`<link rel="stylesheet" href=${href} />`)}
      <link rel="icon" href="data:," />
      ${signsIn && html`<script defer ...${TEAMS_JS}></script>`}
      ${scripts[signsIn ? "signIn" : "open"].map((src) => html`<script ...${attributes} src=${src}></script>`)}
    </head>
    <body>
      <main data-page=${page}>${children}</main>
    </body>
  </html>`;
  return `<!doctype html>${renderToString(whole)}`;
}

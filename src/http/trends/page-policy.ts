/** Where Teams shows a tab in: Microsoft, "Tab requirements", as of 2026. */
export const TEAMS_HOSTS = [
  "https://teams.microsoft.com",
  "https://*.teams.microsoft.com",
  "https://*.cloud.microsoft",
  "https://*.microsoft365.com",
  "https://*.office.com",
];

/** TeamsJS comes from here, and reads here which hosts it may trust. */
export const TEAMS_CDN = "https://res.cdn.office.net";

/** The content security policy of the pages and files of the trends, in the place of the one for all other answers. */
export function pagePolicy({ signsIn }: { signsIn: boolean }): string {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "img-src data:",
    `script-src 'self'${signsIn ? ` ${TEAMS_CDN}` : ""}`,
    `connect-src 'self'${signsIn ? ` ${TEAMS_CDN}` : ""}`,
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${TEAMS_HOSTS.join(" ")}`,
  ];
  return policy.join("; ");
}

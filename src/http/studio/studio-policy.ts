import { TEAMS_CDN, TEAMS_HOSTS } from "../trends/page-policy.ts";

/** The content security policy of the studio: scripts and forms of our own only, and nothing inline. */
export function studioPolicy({ signsIn }: { signsIn: boolean }): string {
  const cdn = signsIn ? ` ${TEAMS_CDN}` : "";
  return [
    "default-src 'none'",
    "style-src 'self'",
    "img-src data:",
    `script-src 'self'${cdn}`,
    `connect-src 'self'${cdn}`,
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${TEAMS_HOSTS.join(" ")}`,
  ].join("; ");
}

import { isLoopback } from "../is-loopback.ts";

/**
 * Hosts of Microsoft's channel service in the public cloud. The Teams one in full: under trafficmanager.net anybody
 * can rent a name. Source: learn.microsoft.com, Bot Service FAQ ("which URLs to allow") and BotFramework-Services#342.
 */
const MICROSOFT_HOST = /^(smba\.trafficmanager\.net|([a-z0-9-]+\.)+botframework\.com)$/;

/** Only signs on which every reader of URLs agrees: no user, no query, no backslash, nothing encoded. */
const PLAIN_URL = /^https?:\/\/[\w.\-:[\]]+(\/[\w.\-~/]*)?$/;

/**
 * Whether the bot may send to this service URL with its token: over TLS, to Microsoft or to a host of the configuration.
 * @param moreHosts other clouds, as `host` or `host:port` in lower case
 */
export function isTrustedServiceUrl(serviceUrl: string, moreHosts: readonly string[]): boolean {
  const url = parse(serviceUrl);
  return url?.protocol === "https:" && (MICROSOFT_HOST.test(url.host) || moreHosts.includes(url.host));
}

/** Whether a service URL stays on this machine. */
export function isLoopbackServiceUrl(serviceUrl: string): boolean {
  return isLoopback(parse(serviceUrl)?.hostname ?? "");
}

function parse(serviceUrl: string): URL | undefined {
  return PLAIN_URL.test(serviceUrl) && URL.canParse(serviceUrl) ? new URL(serviceUrl) : undefined;
}

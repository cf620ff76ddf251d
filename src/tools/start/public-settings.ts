import type { Config } from "../../config.ts";

/** The settings of a start as words for the security log. Of a secret it only says that it is there. */
export function publicSettings(config: Config): Record<string, string> {
  const { bot } = config;
  return {
    production: String(config.production),
    listens: `${config.host}:${config.port}`,
    appId: bot?.appId ?? "none",
    appType: bot?.appType ?? "none",
    tenants: bot?.tenants.join(",") ?? "any",
    serviceHosts: bot?.serviceHosts.join(",") || "default",
    proxies: String(config.proxies),
    stateSecret: config.stateSecret === undefined ? "own-file" : "configured",
    metrics: config.metricsToken === undefined ? "this-machine" : "token",
    securityLogDays: String(config.securityLogDays),
  };
}

import { type Check, ok, wrong } from "./check.ts";

/** Whether a proxy that is configured is used. Whether it lets us through, the checks of Microsoft show. */
export const PROXY: Check = {
  name: "Proxy",
  async run({ config: { outgoingProxy } }) {
    if (!outgoingProxy) return ok("zonder HTTPS_PROXY gaat verkeer rechtstreeks naar buiten");
    if (outgoingProxy.isUsed) return ok(`verkeer naar buiten gaat via ${outgoingProxy.host}`);
    const fix = "Zet ook NODE_USE_ENV_PROXY=1, vóór Node start. Wat niet via de proxy mag, hoort in NO_PROXY.";
    return wrong("HTTPS_PROXY is gezet, maar Node gebruikt die niet", fix);
  },
};

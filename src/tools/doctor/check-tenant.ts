import { ask } from "./ask.ts";
import { type Check, ok, skipped, wrong } from "./check.ts";
import { unreachable } from "./sign-in.ts";

/** Whether the tenant exists. */
export const TENANT: Check = {
  name: "Tenant",
  async run({ config: { bot }, signIn }) {
    if (!bot) return skipped("zonder MicrosoftAppId draait de bot alleen op deze machine");
    const answer = await ask(`${signIn}/${bot.tenantId}/v2.0/.well-known/openid-configuration`);
    if (typeof answer === "string") return unreachable(answer);
    if (answer.status === 200) return ok("Microsoft kent hem");
    const fix = "Neem het Tenant ID over uit Microsoft Entra, onder Overview.";
    return wrong(`Microsoft kent de tenant in MicrosoftAppTenantId niet (${answer.status})`, fix);
  },
};

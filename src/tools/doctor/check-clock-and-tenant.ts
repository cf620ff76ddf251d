import { ask } from "./ask.ts";
import { type Examination, ok, skipped, wrong } from "./examination.ts";
import { unreachable } from "./sign-in.ts";

/** Tokens may be five minutes off; beyond half of that it is time to act. */
const MOST_SECONDS_OFF = 150;

/** Whether this machine knows the time: if not, tokens look expired or not yet valid. */
export const CLOCK: Examination = {
  name: "Klok",
  async run({ config: { bot }, signIn }) {
    if (!bot) return skipped("zonder MicrosoftAppId is er geen bewijs dat verloopt");
    const answer = await ask(`${signIn}/common/v2.0/.well-known/openid-configuration`);
    if (typeof answer === "string") return unreachable(answer);
    const theirs = Date.parse(answer.headers.get("date") ?? "");
    if (Number.isNaN(theirs)) return skipped("Microsoft zei niet hoe laat het is");
    const seconds = Math.round(Math.abs(Date.now() - theirs) / 1000);
    if (seconds <= MOST_SECONDS_OFF) return ok("loopt gelijk met die van Microsoft");
    return wrong(
      `loopt ${seconds} seconden verkeerd, dus elk bewijs lijkt ongeldig`,
      "Zet tijdsynchronisatie aan (NTP).",
    );
  },
};

/** Whether the tenant exists. */
export const TENANT: Examination = {
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

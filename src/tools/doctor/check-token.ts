import { z } from "zod";
import type { BotCredentials } from "../../config.ts";
import { ask } from "./ask.ts";
import { type Diagnosis, type Examination, note, ok, skipped, wrong } from "./examination.ts";
import { unreachable } from "./sign-in.ts";

/** What a bot asks a token for, to send to Teams. */
const SCOPE = "https://api.botframework.com/.default";

/** Whether Microsoft gives the bot a token. */
export const TOKEN: Examination = {
  name: "Aanmelden van de bot",
  async run({ config: { bot }, signIn }) {
    if (!bot) return skipped("er is geen MicrosoftAppId");
    return bot.appType === "UserAssignedMSI" ? tryIdentity(bot.appId) : trySecret(bot, signIn);
  },
};

async function tryIdentity(clientId: string): Promise<Diagnosis> {
  const { ManagedIdentityCredential } = await import("@azure/identity");
  try {
    await new ManagedIdentityCredential({ clientId }).getToken(SCOPE);
    return ok("de beheerde identiteit krijgt een token");
  } catch {
    const fix = "Draait dit niet in Azure, dan klopt dat. Anders: koppel de identiteit aan de app, onder Identity.";
    return note("hier is geen beheerde identiteit", fix);
  }
}

type WithSecret = BotCredentials & { appType: "SingleTenant" };

async function trySecret({ appId, tenantId, appPassword }: WithSecret, signIn: string): Promise<Diagnosis> {
  const answer = await ask(`${signIn}/${tenantId}/oauth2/v2.0/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: appId,
      client_secret: appPassword,
      scope: SCOPE,
    }),
  });
  if (typeof answer === "string") return unreachable(answer);
  if (answer.ok) return ok("het geheim klopt en is niet verlopen");
  return tokenFinding(errorSchema.safeParse(await answer.json().catch(() => undefined)).data?.error_codes[0]);
}

const errorSchema = z.object({ error_codes: z.array(z.number()).min(1) });

const NEW_SECRET =
  "Maak in Microsoft Entra bij de app, onder Certificates & secrets, een nieuw geheim en neem de Value over in MicrosoftAppPassword.";

/** Codes of Microsoft Entra, that it writes as AADSTS7000215. */
const EXPLAINED: Record<number, [text: string, fix: string]> = {
  7000215: ["het geheim in MicrosoftAppPassword is fout", NEW_SECRET],
  7000222: ["het geheim in MicrosoftAppPassword is verlopen", NEW_SECRET],
  700016: [
    "de app in MicrosoftAppId bestaat niet in deze tenant",
    "Kijk of MicrosoftAppId en MicrosoftAppTenantId bij dezelfde app horen, in Microsoft Entra onder App registrations.",
  ],
  90002: ["de tenant in MicrosoftAppTenantId bestaat niet", "Neem het Tenant ID over uit Microsoft Entra."],
};

function tokenFinding(code: number | undefined): Diagnosis {
  const [text, fix] = EXPLAINED[code ?? 0] ?? [
    `Microsoft geeft geen token (${code === undefined ? "zonder code" : `AADSTS${code}`})`,
    "Zoek de code op in Microsoft Entra, of kijk daar onder Sign-in logs > Service principal sign-ins.",
  ];
  return wrong(text, fix);
}

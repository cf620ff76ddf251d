import { readConfig } from "../../../src/config.ts";
import type { Diagnosis, Examination, Patient } from "../../../src/tools/doctor/examination.ts";
import { APP_ID, CREDENTIALS, TENANT } from "../../support/bot-credentials.ts";

export const PASSWORD = CREDENTIALS.appPassword;

/** A complete configuration for production. */
export const PRODUCTION = {
  NODE_ENV: "production",
  MicrosoftAppId: APP_ID,
  MicrosoftAppType: "SingleTenant",
  MicrosoftAppTenantId: TENANT,
  MicrosoftAppPassword: PASSWORD,
  STATE_SECRET: "s".repeat(32),
};

/** An address where nothing listens. */
export const NOWHERE = "http://127.0.0.1:34519";

/** What one check finds with these settings. */
export function find(
  check: Examination,
  env: Record<string, string> = PRODUCTION,
  where: Partial<Omit<Patient, "config">> = {},
): Promise<Diagnosis> {
  return check.run({ config: readConfig(env), signIn: NOWHERE, ...where });
}

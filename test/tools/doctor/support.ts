import { readConfig } from "../../../src/config.ts";
import type { Check, Finding, Patient } from "../../../src/tools/doctor/check.ts";

export const TENANT_ID = "99999999-2222-3333-4444-555555555555";
export const PASSWORD = "geheim~van~de~bot";

/** A complete configuration for production. */
export const PRODUCTION = {
  NODE_ENV: "production",
  MicrosoftAppId: "11111111-2222-3333-4444-555555555555",
  MicrosoftAppType: "SingleTenant",
  MicrosoftAppTenantId: TENANT_ID,
  MicrosoftAppPassword: PASSWORD,
  STATE_SECRET: "s".repeat(32),
};

/** An address where nothing listens. */
export const NOWHERE = "http://127.0.0.1:34519";

/** What one check finds with these settings. */
export function find(
  check: Check,
  env: Record<string, string> = PRODUCTION,
  where: Partial<Omit<Patient, "config">> = {},
): Promise<Finding> {
  return check.run({ config: readConfig(env), signIn: NOWHERE, ...where });
}

export const APP_ID = "11111111-aaaa-4aaa-8aaa-111111111111";
export const TENANT = "22222222-bbbb-4bbb-8bbb-222222222222";
export const OTHER_TENANT = "33333333-cccc-4ccc-8ccc-333333333333";
export const SERVICE_URL = "https://smba.trafficmanager.net/emea/";

/** The settings of a bot with one tenant, as `readConfig` gives them. */
export const CREDENTIALS = {
  appId: APP_ID,
  appType: "SingleTenant",
  tenantId: TENANT,
  appPassword: "geheim~van~de~bot",
  tenants: [TENANT],
  serviceHosts: [],
} as const;

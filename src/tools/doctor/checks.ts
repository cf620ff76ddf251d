import type { Check } from "./check.ts";
import { CLOCK } from "./check-clock.ts";
import { CONTENT } from "./check-content.ts";
import { checkCosmos, type InspectCosmos } from "./check-cosmos.ts";
import { DISK } from "./check-disk.ts";
import { ENDPOINT } from "./check-endpoint.ts";
import { PRODUCTION } from "./check-production.ts";
import { PROXY } from "./check-proxy.ts";
import { ROLES } from "./check-roles.ts";
import { TAB } from "./check-tab.ts";
import { TENANT } from "./check-tenant.ts";
import { TOKEN } from "./check-token.ts";

/** In the order in which a person best mends them: a wrong clock or tenant makes the token fail as well. */
export function createChecks(inspectCosmos: InspectCosmos): readonly Check[] {
  return [PRODUCTION, DISK, CONTENT, ROLES, TAB, PROXY, CLOCK, TENANT, TOKEN, checkCosmos(inspectCosmos), ENDPOINT];
}

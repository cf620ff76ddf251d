import { CLOCK, TENANT } from "./check-clock-and-tenant.ts";
import { checkCosmos, type InspectCosmos } from "./check-cosmos.ts";
import { ENDPOINT } from "./check-endpoint.ts";
import { CONTENT, DISK } from "./check-machine.ts";
import { PUBLISHED } from "./check-published.ts";
import { PRODUCTION, PROXY, ROLES, TAB } from "./check-settings.ts";
import { TOKEN } from "./check-token.ts";
import type { Examination } from "./examination.ts";

/** In the order in which a person best mends them: a wrong clock or tenant makes the token fail as well. */
export function createChecks(inspectCosmos: InspectCosmos): readonly Examination[] {
  return [
    PRODUCTION,
    DISK,
    CONTENT,
    ROLES,
    TAB,
    PROXY,
    CLOCK,
    TENANT,
    TOKEN,
    checkCosmos(inspectCosmos),
    ENDPOINT,
    PUBLISHED,
  ];
}

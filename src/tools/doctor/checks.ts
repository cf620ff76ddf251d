import type { Check } from "./check.ts";
import { CLOCK } from "./check-clock.ts";
import { CONTENT } from "./check-content.ts";
import { DISK } from "./check-disk.ts";
import { ENDPOINT } from "./check-endpoint.ts";
import { PRODUCTION } from "./check-production.ts";
import { TENANT } from "./check-tenant.ts";
import { TOKEN } from "./check-token.ts";

/** In the order in which a person best mends them: a wrong clock or tenant makes the token fail as well. */
export const CHECKS: readonly Check[] = [PRODUCTION, DISK, CONTENT, CLOCK, TENANT, TOKEN, ENDPOINT];

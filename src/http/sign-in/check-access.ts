import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from "jose";
import { HttpError } from "../http-error.ts";

/** What a person may be in this product. Both see the trends. */
export type Role = "team-lead" | "staff";

/** Names of the app roles in Microsoft Entra, for organisations that give them there. */
const APP_ROLES: ReadonlyMap<unknown, Role> = new Map([
  ["Teamleider", "team-lead"],
  ["Programma", "staff"],
]);

/** Permission that Teams asks for when it signs a person in; a token of a program does not have it. */
const SCOPE = "access_as_user";

/** Clocks of two machines are never quite equal. */
const CLOCK_TOLERANCE_S = 60;

export interface AccessRules {
  tenantId: string;
  appId: string;
  /** Directory object ids of people. */
  teamLeads: readonly string[];
  staff: readonly string[];
  /** Where the tenant publishes the keys that its tokens are signed with. */
  keysUrl?: URL;
}

export type Access = { status: 200; role: Role } | { status: 401 | 403 };

/** Who asks, by the header Authorization. */
export type CheckAccess = (authorization: string | undefined) => Promise<Access>;

/**
 * Makes the check of tokens that Teams gives to a tab. Accepted are tokens of version 2.0 of this tenant for this app.
 * Their audience is always the app id; api://… occurs in version 1.0 only (Microsoft, "Access token claims reference").
 * The answer is 401 without a valid token and 403 without a role.
 * @throws HttpError 503 when the keys of the tenant cannot be read
 */
export function createAccessCheck(rules: AccessRules): CheckAccess {
  const { tenantId, appId } = rules;
  const url = rules.keysUrl ?? new URL(`https://login.microsoftonline.com/${tenantId}/discovery/v2.0/keys`);
  const keys = createRemoteJWKSet(url);
  return async (authorization) => {
    const token = /^Bearer ([\w.-]+)$/i.exec(authorization ?? "")?.[1];
    if (token === undefined) return { status: 401 };
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
        audience: appId,
        algorithms: ["RS256"],
        clockTolerance: CLOCK_TOLERANCE_S,
        requiredClaims: ["exp", "nbf", "oid", "tid"],
      });
      return accessOf(payload, rules);
    } catch (error) {
      if (isRefusal(error)) return { status: 401 };
      throw unreachable(error);
    }
  };
}

function accessOf(payload: JWTPayload, rules: AccessRules): Access {
  if (payload.tid !== rules.tenantId || !wordsOf(payload.scp).includes(SCOPE)) return { status: 401 };
  const role = roleOf(payload, rules);
  return role === undefined ? { status: 403 } : { status: 200, role };
}

function roleOf({ oid, roles }: JWTPayload, { teamLeads, staff }: AccessRules): Role | undefined {
  if (typeof oid === "string" && staff.includes(oid)) return "staff";
  if (typeof oid === "string" && teamLeads.includes(oid)) return "team-lead";
  const given = Array.isArray(roles) ? roles.flatMap((role) => APP_ROLES.get(role) ?? []) : [];
  return given.includes("staff") ? "staff" : given[0];
}

function wordsOf(claim: unknown): string[] {
  return typeof claim === "string" ? claim.split(" ") : [];
}

/** The token is at fault, and not our way to the keys. */
function isRefusal(error: unknown): boolean {
  const ours = [errors.JWKSTimeout, errors.JWKSInvalid];
  if (!(error instanceof errors.JOSEError) || ours.some((kind) => error instanceof kind)) return false;
  return error.code !== errors.JOSEError.code;
}

function unreachable(cause: unknown): HttpError {
  const what = "Aanmelden lukt nu niet: de sleutels van Microsoft Entra zijn niet te lezen.";
  return new HttpError(503, "SIGN_IN_UNAVAILABLE", what, "Probeer het over een paar minuten opnieuw.", { cause });
}

import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from "jose";
import { type RoleSettings, type Roles, roleOf } from "../../access/roles.ts";
import { HttpError } from "../http-error.ts";

/** Permission that Teams asks for when it signs a person in; a token of a program does not have it. */
const SCOPE = "access_as_user";

/** Clocks of two machines are never quite equal. */
const CLOCK_TOLERANCE_S = 60;

/** Longer than any name; what comes in is kept with a version of the content. */
const NAME_LENGTH = 100;

export interface AccessRules {
  tenantId: string;
  appId: string;
  roles: RoleSettings;
  /** Where the tenant publishes the keys that its tokens are signed with. */
  keysUrl?: URL;
}

/** A person with a valid token, who can be without any role. */
export interface SignedIn extends Roles {
  /** Object id of the person in Entra ID, for the security log. */
  who: string;
  /** As colleagues know them; undefined when the token does not say. */
  name?: string;
}

/** Who asks, by the header Authorization, or undefined without a valid token. */
export type CheckAccess = (authorization: string | undefined) => Promise<SignedIn | undefined>;

/**
 * Makes the check of tokens that Teams gives to a tab. Accepted are tokens of version 2.0 of this tenant for this app.
 * Their audience is always the app id; api://… occurs in version 1.0 only (Microsoft, "Access token claims reference").
 * @throws HttpError 503 when the keys of the tenant cannot be read
 */
export function createAccessCheck(rules: AccessRules): CheckAccess {
  const [tenantId, appId] = [rules.tenantId.toLowerCase(), rules.appId.toLowerCase()];
  const url = rules.keysUrl ?? new URL(`https://login.microsoftonline.com/${tenantId}/discovery/v2.0/keys`);
  const keys = createRemoteJWKSet(url);
  return async (authorization) => {
    const token = /^Bearer ([\w.-]+)$/i.exec(authorization ?? "")?.[1];
    if (token === undefined) return undefined;
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
        audience: appId,
        algorithms: ["RS256"],
        clockTolerance: CLOCK_TOLERANCE_S,
        requiredClaims: ["exp", "nbf", "oid", "tid"],
      });
      return payload.tid === tenantId ? signedIn(payload, rules) : undefined;
    } catch (error) {
      if (isRefusal(error)) return undefined;
      throw unreachable(error);
    }
  };
}

function signedIn({ scp, oid, roles, name }: JWTPayload, rules: AccessRules): SignedIn | undefined {
  if (!wordsOf(scp).includes(SCOPE)) return undefined;
  const appRoles = Array.isArray(roles) ? roles.map(String) : [];
  const who = String(oid);
  const known = typeof name === "string" ? { name: name.slice(0, NAME_LENGTH) } : {};
  return { who, ...known, ...roleOf({ objectId: who, appRoles }, rules.roles) };
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

/** Who is asking, as the sign-in proved it. */
export interface Identity {
  /** Object id of the person in Entra ID, in any case. */
  objectId?: string | undefined;
  /** The `roles` claim: app roles that the organisation gave this person. */
  appRoles?: readonly string[] | undefined;
}

export interface RoleSettings {
  /** Object ids, in lower case. */
  teamLeadIds: readonly string[];
  staffIds: readonly string[];
  /** Nothing is configured and only this machine can reach the bot: everybody has every role. */
  open: boolean;
}

/** What a person may reach: the trends of the usage, and changing the content. */
export interface Roles {
  trends: boolean;
  content: boolean;
}

/** The names of the app roles in the registration, for organisations that assign roles in Entra ID. */
export const APP_ROLES = { teamLead: "Teamleider", staff: "Programma" } as const;

/**
 * The one place where roles are decided, for pages, files and commands. Team leads see the trends; programme staff
 * see them too and change the content. Whoever is not listed has no role.
 */
export function roleOf(identity: Identity, { teamLeadIds, staffIds, open }: RoleSettings): Roles {
  if (open) return { trends: true, content: true };
  const isStaff = isListed(identity, staffIds, APP_ROLES.staff);
  return { trends: isStaff || isListed(identity, teamLeadIds, APP_ROLES.teamLead), content: isStaff };
}

function isListed({ objectId, appRoles }: Identity, ids: readonly string[], appRole: string): boolean {
  const isKnown = objectId !== undefined && objectId !== "" && ids.includes(objectId.toLowerCase());
  return isKnown || (appRoles ?? []).includes(appRole);
}

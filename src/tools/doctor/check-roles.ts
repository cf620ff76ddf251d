import { APP_ROLES } from "../../access/roles.ts";
import { type Check, note, ok, skipped } from "./check.ts";

/** Whether anybody may see the trends. Roles of Entra ID cannot be read here: only the token of a person has them. */
export const ROLES: Check = {
  name: "Rollen",
  async run({ config: { bot, teamLeadIds, staffIds } }) {
    if (!bot) return skipped("zonder MicrosoftAppId heeft iedereen op deze machine elke rol");
    if (teamLeadIds.length + staffIds.length > 0) {
      return ok(`teamleiders: ${teamLeadIds.length}, programmamedewerkers: ${staffIds.length}`);
    }
    const fix =
      `Vul TEAM_LEAD_IDS en STAFF_IDS met Object ID's uit Microsoft Entra. Gebruik je daar de app-rollen ` +
      `${APP_ROLES.teamLead} en ${APP_ROLES.staff}, dan werkt de tab Trends, maar de opdracht trends in de chat niet.`;
    return note("TEAM_LEAD_IDS en STAFF_IDS zijn leeg", fix);
  },
};

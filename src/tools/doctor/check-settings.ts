import { APP_ROLES } from "../../access/roles.ts";
import { type Examination, note, ok, skipped, wrong } from "./examination.ts";

/** Whether this is set up as the real thing. */
export const PRODUCTION: Examination = {
  name: "Productie",
  async run({ config }) {
    if (config.production) return ok("de bot weigert te starten als er iets nodigs ontbreekt");
    return note("dit is een proefopstelling", "Zet NODE_ENV=production op de server waar collega's de bot gebruiken.");
  },
};

/** Whether anybody may see the trends. Roles of Entra ID cannot be read here: only the token of a person has them. */
export const ROLES: Examination = {
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

/** Which app the links to the tab open. Only the admin centre of Teams knows whether that is the right one. */
export const TAB: Examination = {
  name: "Tab",
  async run({ config: { bot, teamsAppId } }) {
    if (!bot) return skipped("zonder MicrosoftAppId gaan links naar de pagina op deze machine");
    if (teamsAppId !== bot.appId) return ok(`links naar de tab openen de app ${teamsAppId}`);
    const fix =
      "Kijk in het Teams-beheercentrum bij Teams-apps > Apps beheren > de app > App ID. Staat daar een ander id, zet het " +
      "dan in TEAMS_APP_ID.";
    return note("TEAMS_APP_ID is leeg: links naar de tab gebruiken het id van de bot", fix);
  },
};

/** Whether a proxy that is configured is used. Whether it lets us through, the checks of Microsoft show. */
export const PROXY: Examination = {
  name: "Proxy",
  async run({ config: { outgoingProxy } }) {
    if (!outgoingProxy) return ok("zonder HTTPS_PROXY gaat verkeer rechtstreeks naar buiten");
    if (outgoingProxy.isUsed) return ok(`verkeer naar buiten gaat via ${outgoingProxy.host}`);
    const fix = "Zet ook NODE_USE_ENV_PROXY=1, vóór Node start. Wat niet via de proxy mag, hoort in NO_PROXY.";
    return wrong("HTTPS_PROXY is gezet, maar Node gebruikt die niet", fix);
  },
};

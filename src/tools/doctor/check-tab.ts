import { type Check, note, ok, skipped } from "./check.ts";

/** Which app the links to the tab open. Only the admin centre of Teams knows whether that is the right one. */
export const TAB: Check = {
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

import { type Check, note, ok } from "./check.ts";

/** Whether this is set up as the real thing. */
export const PRODUCTION: Check = {
  name: "Productie",
  async run({ config }) {
    if (config.production) return ok("de bot weigert te starten als er iets nodigs ontbreekt");
    return note("dit is een proefopstelling", "Zet NODE_ENV=production op de server waar collega's de bot gebruiken.");
  },
};

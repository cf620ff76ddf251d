import type { Config } from "../../config.ts";
import { AppError } from "../../errors.ts";
import { type Diagnosis, type Examination, note, ok, skipped, wrong } from "./examination.ts";

type CosmosSettings = NonNullable<Config["cosmos"]>;

/** Looks into Cosmos DB; gives the ids of the containers that are missing, and throws an AppError on what is wrong. */
export type InspectCosmos = (settings: CosmosSettings) => Promise<readonly string[]>;

/** Whether Cosmos DB can be reached, and has the containers with the right partition keys. */
export function checkCosmos(inspect: InspectCosmos): Examination {
  return {
    name: "Cosmos DB",
    async run({ config: { cosmos } }) {
      if (!cosmos) return skipped("zonder COSMOS_ENDPOINT staat alles in DATA_DIR");
      try {
        return judgeMissing(await inspect(cosmos), cosmos);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        return wrong(error.message, error.fix);
      }
    },
  };
}

/** With a key the bot makes what is missing when it starts. An identity may read and write, but make nothing. */
function judgeMissing(missing: readonly string[], { database, key }: CosmosSettings): Diagnosis {
  if (missing.length === 0) return ok("bereikbaar, met de goede containers");
  const text = `in database ${database} ontbreekt: ${missing.join(", ")}`;
  if (key !== undefined) return note(text, "De bot maakt dit bij de eerste start. Kijk daarna nog een keer.");
  return wrong(
    text,
    "Rol deployment/azure opnieuw uit: dat maakt de database en de containers. Of kijk naar COSMOS_DATABASE.",
  );
}

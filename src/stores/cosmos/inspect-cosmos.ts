import { connectionError } from "./connection-error.ts";
import { CONTENT, STATE, USAGE } from "./containers.ts";
import { type CosmosSettings, createClient } from "./create-client.ts";
import { OPEN_WITHIN_MS } from "./open-cosmos.ts";
import { checkContainer, readContainer } from "./read-container.ts";
import { retry } from "./retry.ts";

/**
 * Looks whether the bot can use Cosmos DB, and changes nothing there.
 * @returns the ids of the containers that are not there
 * @throws AppError `COSMOS_UNREACHABLE`, `COSMOS_NO_IDENTITY`, `COSMOS_REFUSED`, `COSMOS_FORBIDDEN` or
 *   `COSMOS_CONTAINER_WRONG`
 */
export async function inspectCosmos(settings: CosmosSettings): Promise<string[]> {
  const client = await createClient(settings);
  const options = { abortSignal: AbortSignal.timeout(OPEN_WITHIN_MS) };
  const missing: string[] = [];
  try {
    for (const definition of [STATE, USAGE, CONTENT]) {
      const container = client.database(settings.database).container(definition.id);
      const found = await retry(options.abortSignal, () => readContainer(container, options));
      if (found === undefined) missing.push(definition.id);
      else checkContainer(found, definition);
    }
    return missing;
  } catch (error) {
    throw connectionError(error, settings);
  } finally {
    client.dispose();
  }
}

import type { Container, ContainerDefinition, Database, RequestOptions } from "@azure/cosmos";
import { cannotCreate, connectionError } from "./connection-error.ts";
import { CONTENT, type Definition, STATE, USAGE } from "./containers.ts";
import { type CosmosSettings, createClient } from "./create-client.ts";
import { cosmosStatus } from "./failure.ts";
import { checkContainer, readContainer } from "./read-container.ts";
import { retry } from "./retry.ts";

/** How long the start may take. A host starts the program again when it fails. */
export const OPEN_WITHIN_MS = 10_000;

export interface Cosmos {
  state: Container;
  usage: Container;
  content: Container;
  close(): void;
}

/**
 * Connects to Cosmos DB, and makes the database and its containers when they are missing.
 * @throws AppError `COSMOS_UNREACHABLE`, `COSMOS_NO_IDENTITY`, `COSMOS_REFUSED`, `COSMOS_FORBIDDEN`,
 *   `COSMOS_CONTAINER_MISSING` or `COSMOS_CONTAINER_WRONG`
 */
export async function openCosmos(settings: CosmosSettings): Promise<Cosmos> {
  const client = await createClient(settings);
  const options = { abortSignal: AbortSignal.timeout(OPEN_WITHIN_MS) };
  try {
    const database = client.database(settings.database);
    const state = await openContainer(database, STATE, options);
    const usage = await openContainer(database, USAGE, options);
    const content = await openContainer(database, CONTENT, options);
    return { state, usage, content, close: () => client.dispose() };
  } catch (error) {
    client.dispose();
    throw connectionError(error, settings);
  }
}

/** Reads first: to read is allowed to a data role, to make is not. */
async function openContainer(
  database: Database,
  definition: Definition,
  options: RequestOptions & { abortSignal: AbortSignal },
): Promise<Container> {
  const container = database.container(definition.id);
  const found = await retry(options.abortSignal, async () => {
    const existing = await readContainer(container, options);
    return existing ?? (await makeContainer(database, definition, options));
  });
  checkContainer(found, definition);
  return container;
}

/** Another instance may make it at the same moment: then it is read again, until it can be read. */
async function makeContainer(
  database: Database,
  definition: Definition,
  options: RequestOptions,
): Promise<ContainerDefinition | undefined> {
  try {
    await database.client.databases.createIfNotExists({ id: database.id }, options);
    return (await database.containers.create(definition, options)).resource;
  } catch (error) {
    if (cosmosStatus(error) === 409) return readMade(database.container(definition.id), options);
    if (cosmosStatus(error) !== 403) throw error;
    throw cannotCreate(definition.id, definition.partitionKey.paths[0], database.id, error);
  }
}

/** Cosmos DB's own status for what another request is still doing. */
const RETRY_WITH = 449;

async function readMade(container: Container, options: RequestOptions): Promise<ContainerDefinition> {
  const made = await readContainer(container, options);
  if (made) return made;
  throw Object.assign(new Error("made by another instance, and not to be read yet"), { code: RETRY_WITH });
}

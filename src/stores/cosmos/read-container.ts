import type { Container, ContainerDefinition, RequestOptions } from "@azure/cosmos";
import { wrongContainer } from "./connection-error.ts";
import type { Definition } from "./containers.ts";
import { cosmosStatus } from "./failure.ts";

/** What Cosmos DB knows of a container, or undefined when it or its database is not there. */
export async function readContainer(
  container: Container,
  options: RequestOptions,
): Promise<ContainerDefinition | undefined> {
  try {
    return (await container.read(options)).resource;
  } catch (error) {
    if (cosmosStatus(error) === 404) return undefined;
    throw error;
  }
}

/**
 * Whether a container is one that the bot can use.
 * @throws AppError `COSMOS_CONTAINER_WRONG`
 */
export function checkContainer(
  found: ContainerDefinition | undefined,
  { id, partitionKey, defaultTtl }: Definition,
): void {
  const [path] = partitionKey.paths;
  const foundPath = found?.partitionKey?.paths.join(", ");
  if (foundPath !== path) {
    const fix = `Een partitiesleutel is niet te veranderen. Kies met COSMOS_DATABASE een andere database, of verwijder de container.`;
    throw wrongContainer(id, `de partitiesleutel is ${foundPath} en moet ${path} zijn`, fix);
  }
  if (defaultTtl !== undefined && defaultTtl > 0 && !found?.defaultTtl) {
    const fix = `Zet in Azure bij de container onder Settings de Time to Live aan, op ${defaultTtl} seconden.`;
    throw wrongContainer(id, "Time to Live staat uit, dus verlopen gesprekken blijven staan", fix);
  }
}

import { AppError } from "../../errors.ts";
import type { CosmosSettings } from "./create-client.ts";
import { cosmosStatus } from "./failure.ts";

const IDENTITY_ERRORS: readonly string[] = [
  "CredentialUnavailableError",
  "AuthenticationError",
  "AggregateAuthenticationError",
  "AuthenticationRequiredError",
];

/** The error for a person, of a failure at the start. */
export function connectionError(error: unknown, { endpoint, key }: CosmosSettings): AppError {
  if (error instanceof AppError) return error;
  const { name } = error as Error;
  if (IDENTITY_ERRORS.includes(name)) return noIdentity(error);
  const status = cosmosStatus(error);
  if (status === 401) return key === undefined ? forbidden(error) : wrongKey(error);
  if (status === 403) return forbidden(error);
  return new AppError(
    "COSMOS_UNREACHABLE",
    `Cosmos DB op ${endpoint} geeft geen bruikbaar antwoord (${status ?? name}).`,
    "Kijk of COSMOS_ENDPOINT klopt (in Azure bij het Cosmos DB-account: URI), en of deze machine erbij kan: " +
      "netwerk, firewall, private endpoint.",
    { cause: error },
  );
}

/** The container is not there, and these rights are not enough to make it. */
export function cannotCreate(id: string, partitionKey: string, database: string, cause: unknown): AppError {
  return new AppError(
    "COSMOS_CONTAINER_MISSING",
    `In Cosmos DB ontbreekt container ${id} in database ${database}, en de bot mag die niet maken.`,
    `Maak in Azure database ${database} met container ${id}, partitiesleutel ${partitionKey}` +
      `${id === "state" ? " en Time to Live aan (43200 seconden)" : ""}. Of start één keer met COSMOS_KEY: ` +
      "een beheerde identiteit mag lezen en schrijven, maar geen containers maken.",
    { cause },
  );
}

/** A container of this name exists, but is of no use. */
export function wrongContainer(id: string, problem: string, fix: string): AppError {
  return new AppError("COSMOS_CONTAINER_WRONG", `Container ${id} in Cosmos DB klopt niet: ${problem}.`, fix);
}

function wrongKey(cause: unknown): AppError {
  return new AppError(
    "COSMOS_REFUSED",
    "Cosmos DB weigert de sleutel: die is fout, verlopen of vervangen.",
    "Neem in Azure bij het Cosmos DB-account onder Keys de sleutel van nu over in COSMOS_KEY. Liever geen sleutel? " +
      "Laat COSMOS_KEY weg en gebruik een beheerde identiteit.",
    { cause },
  );
}

function forbidden(cause: unknown): AppError {
  return new AppError(
    "COSMOS_FORBIDDEN",
    "Cosmos DB kent deze identiteit of dit netwerk niet.",
    "Geef de identiteit op het Cosmos DB-account de rol Cosmos DB Built-in Data Contributor, en kijk onder Networking " +
      "of deze machine erbij mag. Een nieuwe rol werkt soms pas na een kwartier.",
    { cause },
  );
}

function noIdentity(cause: unknown): AppError {
  return new AppError(
    "COSMOS_NO_IDENTITY",
    "Er is geen identiteit waarmee de bot zich bij Cosmos DB kan melden.",
    "Zet in Azure bij de app een beheerde identiteit aan (bij meer dan één: kies met AZURE_CLIENT_ID), meld je op een " +
      "eigen machine aan met az login, of vul COSMOS_KEY in.",
    { cause },
  );
}

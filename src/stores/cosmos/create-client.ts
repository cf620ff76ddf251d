import { globalAgent } from "node:https";
import { CosmosClient, type CosmosClientOptions } from "@azure/cosmos";

export interface CosmosSettings {
  /** For example `https://naam.documents.azure.com:443/`. */
  endpoint: string;
  /** Absent: the managed identity of this machine, or who is signed in on it. */
  key?: string;
  database: string;
  /** How to connect, for a server whose certificate is not known to this machine. */
  agent?: CosmosClientOptions["agent"];
}

/** One request. Whoever makes it has a deadline of its own over all tries. */
const REQUEST_TIMEOUT_MS = 3_000;

/**
 * The client of Cosmos DB. It does not retry when it is throttled: it would wait as long as it is told to, also in the
 * middle of a turn. Our own callers do, within their deadline.
 */
export async function createClient({ endpoint, key, agent }: CosmosSettings): Promise<CosmosClient> {
  return new CosmosClient({
    endpoint,
    ...(key === undefined ? { aadCredentials: await createCredential() } : { key }),
    // That of the client does not know the proxy of HTTPS_PROXY; Node's own does.
    agent: agent ?? globalAgent,
    connectionPolicy: { requestTimeout: REQUEST_TIMEOUT_MS, retryOptions: { maxRetryAttemptCount: 0 } },
  });
}

/** Loaded only when it is used: it is large. AZURE_CLIENT_ID chooses between several managed identities. */
async function createCredential(): Promise<NonNullable<CosmosClientOptions["aadCredentials"]>> {
  const { DefaultAzureCredential } = await import("@azure/identity");
  return new DefaultAzureCredential();
}

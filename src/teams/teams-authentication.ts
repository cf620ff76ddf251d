import { type Activity, ConfigurationBotFrameworkAuthentication } from "botbuilder";
import { agentFor } from "./stale-socket.ts";

type Super = ConfigurationBotFrameworkAuthentication;
type ConnectorFactory = ReturnType<Super["createConnectorFactory"]>;
type Client = Awaited<ReturnType<ConnectorFactory["create"]>>;
type Identity = Parameters<Super["createConnectorFactory"]>[0];
type UserTokenClient = Awaited<ReturnType<Super["createUserTokenClient"]>>;

interface PipelineRequest {
  url: string;
  agent?: unknown;
}

/** The part of botbuilder's connector client that its types leave out. */
interface WithPipeline {
  client: {
    pipeline: {
      removePolicy(options: { phase: "Retry" }): unknown;
      addPolicy(policy: {
        name: string;
        sendRequest<T>(request: PipelineRequest, next: (request: PipelineRequest) => Promise<T>): Promise<T>;
      }): void;
    };
  };
}

/** Addresses of Teams for which a client is kept: there is one for each region, with a part for each tenant. */
const KEPT_CLIENTS = 50;

/**
 * botbuilder's authentication. It would make a client for Teams, and one for signing in users, for every turn, which is a quarter of
 * what it does: here the first is kept, and the second is not made, as the bot signs nobody in.
 */
export class TeamsAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #clients = new Map<string, Client>();

  override async authenticateRequest(activity: Activity, authorization: string) {
    const { connectorFactory, ...request } = await super.authenticateRequest(activity, authorization);
    return { ...request, ...(connectorFactory && { connectorFactory: this.#keeping(connectorFactory) }) };
  }

  override createConnectorFactory(identity: Identity): ConnectorFactory {
    return this.#keeping(super.createConnectorFactory(identity));
  }

  override async createUserTokenClient(): Promise<UserTokenClient> {
    return {} as UserTokenClient;
  }

  #keeping(factory: ConnectorFactory): ConnectorFactory {
    return {
      create: async (serviceUrl, audience) => {
        const key = `${audience} ${serviceUrl}`;
        const kept = this.#clients.get(key);
        if (kept) return kept;
        const client = withoutRetries(await factory.create(serviceUrl, audience));
        if (this.#clients.size >= KEPT_CLIENTS) this.#clients.clear();
        this.#clients.set(key, client);
        return client;
      },
    };
  }
}

/**
 * botbuilder sends three times more after a 5xx or a broken connection, although the first may have arrived: its retries
 * are taken out, and those of `deliver` come instead.
 */
function withoutRetries(client: Client): Client {
  const { pipeline } = (client as unknown as WithPipeline).client;
  pipeline.removePolicy({ phase: "Retry" });
  pipeline.addPolicy({
    name: "keepConnections",
    sendRequest(request, next) {
      request.agent ??= agentFor(request.url);
      return next(request);
    },
  });
  return client;
}

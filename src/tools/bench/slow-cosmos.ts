import { CosmosServer, KEY } from "../../../test/stores/support/cosmos-server.ts";

const LATE_MS = 10;
const DATABASE = "bench";

/** A server that speaks the protocol of Cosmos DB, and answers as late as one in the same region may. */
export class SlowCosmos {
  readonly #server: CosmosServer;
  /** How often a state or usage was read or written. */
  calls = 0;

  private constructor(server: CosmosServer) {
    this.#server = server;
    server.failWith(({ url = "" }) => {
      if (/\/colls\/(state|usage)\/docs/.test(url)) this.calls += 1;
      return undefined;
    });
  }

  static async start(): Promise<SlowCosmos> {
    return new SlowCosmos(await CosmosServer.start(LATE_MS));
  }

  /** The settings of a bot that keeps what it keeps here. */
  get settings(): Record<string, string> {
    return {
      COSMOS_ENDPOINT: this.#server.endpoint,
      COSMOS_KEY: KEY,
      COSMOS_DATABASE: DATABASE,
      STATE_SECRET: "a secret of the bench, known to all of us",
      NODE_TLS_REJECT_UNAUTHORIZED: "0",
    };
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }
}

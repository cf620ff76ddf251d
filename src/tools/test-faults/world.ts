import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { CosmosServer } from "../../../test/stores/support/cosmos-server.ts";
import { type Connector, startConnector } from "../../../test/support/connector.ts";
import { createTestLog } from "../../../test/support/log-lines.ts";
import { temporaryFolder } from "../../../test/support/temporary-folder.ts";
import { openStores } from "../../stores/open-stores.ts";
import { stateKey } from "../../stores/secret.ts";
import { isoWeek } from "../../usage/iso-week.ts";
import type { Random } from "../simulate-use/random.ts";
import { Bot } from "./bot.ts";
import { Person } from "./person.ts";

const SECRET = "a secret of the fault tests, known to all";
const TWO_DAYS_MS = 2 * 24 * 3_600_000;
const FLUSH_WITHIN_MS = 20_000;

/** What was kept of what people did, against what they were told. */
export interface Balance {
  lost: number;
  doubled: number;
}

/** A place of its own for one fault: a stand-in for Teams, a store, and instances of the bot on it. */
export class World {
  readonly connector: Connector;
  /** Absent: everything is kept in SQLite. */
  readonly cosmos: CosmosServer | undefined;
  readonly bots: Bot[] = [];
  readonly #data = temporaryFolder();
  readonly #settings: ReturnType<CosmosServer["settings"]> | undefined;

  private constructor(connector: Connector, cosmos: CosmosServer | undefined) {
    this.connector = connector;
    this.cosmos = cosmos;
    this.#settings = cosmos?.settings();
  }

  static async open(store: "sqlite" | "cosmos" = "sqlite"): Promise<World> {
    return new World(await startConnector(), store === "cosmos" ? await CosmosServer.start() : undefined);
  }

  /** Does `work` in a world of its own, which is gone afterwards, whatever happens. */
  static async during<T>(store: "sqlite" | "cosmos", work: (world: World) => Promise<T>): Promise<T> {
    const world = await World.open(store);
    try {
      return await work(world);
    } finally {
      await world.close();
    }
  }

  /** How to reach the Cosmos DB of this world. */
  settings(): ReturnType<CosmosServer["settings"]> {
    if (!this.#settings) throw new Error("this world has no Cosmos DB");
    return this.#settings;
  }

  folder(name: string): string {
    const folder = join(this.#data.folder, name);
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  environment(name = "one"): Record<string, string> {
    const { endpoint, key, database } = this.#settings ?? {};
    return {
      DATA_DIR: this.folder(name),
      STATE_SECRET: SECRET,
      ...(endpoint && key && database
        ? {
            COSMOS_ENDPOINT: endpoint,
            COSMOS_KEY: key,
            COSMOS_DATABASE: database,
            NODE_TLS_REJECT_UNAUTHORIZED: "0",
          }
        : {}),
    };
  }

  /** Starts an instance on the folder of this name, or in the place `at` of one that ended. */
  async start(name = "one", { at = this.bots.length, hasClock = false, env = {} } = {}): Promise<Bot> {
    const bot = await Bot.start({ ...this.environment(name), ...env }, hasClock);
    this.bots[at] = bot;
    return bot;
  }

  people(count: number, random: Random): Person[] {
    return Array.from({ length: count }, () => new Person(this.connector.url, random));
  }

  /**
   * Compares what is kept and counted with what these people were told. All instances must have ended in peace, so
   * that nothing waits to be sent.
   * @param names the folders of the instances
   * @param dataDir the folder of one that is elsewhere
   */
  async balance(
    people: readonly Person[],
    [name = "one"]: readonly string[] = [],
    dataDir = this.folder(name),
  ): Promise<Balance> {
    const options = { dataDir, cosmos: this.#settings, log: createTestLog().log };
    const stores = await openStores(options);
    try {
      const missing = await Promise.all(
        people.map(async (person) => missingOf(person, await this.#stateOf(person, stores))),
      );
      const counters = await stores.usage.read({ from: isoWeek(new Date(Date.now() - TWO_DAYS_MS)), to: "2099-W53" });
      const counted = (metric: string) =>
        counters.reduce((sum, counter) => (counter.metric === metric ? sum + counter.n : sum), 0);
      const told = {
        "answer-given": sum(people.map(({ taken }) => taken)),
        "walk-started": sum(people.map(({ walks }) => walks.size)),
      };
      const differences = Object.entries(told).map(([metric, n]) => counted(metric) - n);
      return {
        lost: sum(missing) + sum(differences.map((difference) => Math.max(0, -difference))),
        doubled: sum(differences.map((difference) => Math.max(0, difference))),
      };
    } finally {
      await stores.close(FLUSH_WITHIN_MS);
    }
  }

  async #stateOf({ chat }: Person, { state }: Awaited<ReturnType<typeof openStores>>) {
    return (await state.read(stateKey(SECRET, chat.conversationId), new Date()))?.state;
  }

  async close(): Promise<void> {
    await Promise.all(this.bots.map((bot) => bot.kill()));
    await this.connector.close();
    await this.cosmos?.stop();
    this.#data.remove();
  }
}

type State = Awaited<ReturnType<Awaited<ReturnType<typeof openStores>>["state"]["read"]>>;

/** How many answers that were taken are not kept as they were given. */
function missingOf({ walk, answers }: Person, state: NonNullable<State>["state"] | undefined): number {
  const kept = state?.walk?.id === walk ? state.walk.answers : {};
  return Object.entries(answers).filter(([question, chosen]) => String(kept[question]) !== String(chosen)).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

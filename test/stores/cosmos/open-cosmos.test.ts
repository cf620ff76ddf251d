import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { CosmosClient } from "@azure/cosmos";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import nock from "nock";
import { openCosmos } from "../../../src/stores/cosmos/open-cosmos.ts";
import { Child } from "../support/child.ts";
import { newCosmosPerTest } from "../support/cosmos-per-test.ts";
import { CosmosServer, KEY } from "../support/cosmos-server.ts";

const cosmosDb = newCosmosPerTest();

async function withClient<T>(work: (client: CosmosClient) => Promise<T>): Promise<T> {
  const { endpoint, key, agent } = cosmosDb.settings;
  const client = new CosmosClient({ endpoint, key, ...(agent ? { agent } : {}) });
  return work(client).finally(() => client.dispose());
}

function definitionOf(container: string) {
  return withClient(
    async (client) => (await client.database(cosmosDb.settings.database).container(container).read()).resource,
  );
}

/** What a person is told when it is opened with these settings. */
async function refusal(changes: Partial<typeof cosmosDb.settings> = {}) {
  const opened = openCosmos({ ...cosmosDb.settings, ...changes });
  const error = await opened.then(
    () => undefined,
    (reason) => reason,
  );
  expect(error).toMatchObject({ name: "AppError", message: expect.any(String), fix: expect.stringMatching(/\w+/) });
  return error as { code: string; message: string; fix: string };
}

test("the database and its containers are made when they are missing", async () => {
  (await openCosmos(cosmosDb.settings)).close();
  expect(await definitionOf("state")).toMatchObject({ partitionKey: { paths: ["/id"] }, defaultTtl: 43_200 });
  const usage = await definitionOf("usage");
  expect(usage).toMatchObject({ partitionKey: { paths: ["/region"] } });
  expect(usage).not.toHaveProperty("defaultTtl");
});

test("what exists is left as it is, with what is in it", async () => {
  const first = await openCosmos(cosmosDb.settings);
  await first.state.items.create({ id: "key" });
  first.close();
  const second = await openCosmos(cosmosDb.settings);
  expect((await second.state.item("key", "key").read()).resource).toMatchObject({ id: "key" });
  second.close();
});

test("instances that start at once on an empty account all start", async () => {
  const opened = await Promise.all([1, 2, 3, 4].map(() => openCosmos(cosmosDb.settings)));
  for (const { close } of opened) close();
  expect(await definitionOf("usage")).toBeDefined();
});

test("a container that another instance is still making is waited for", async () => {
  (await openCosmos(cosmosDb.settings)).close();
  let unread = 2;
  cosmosDb.server.failWith(({ method, url = "" }) => {
    const isRead = method === "GET" && url.endsWith("/colls/state");
    if (isRead) unread -= 1;
    return isRead && unread >= 0 ? { when: "before", status: 404 } : undefined;
  });
  (await openCosmos(cosmosDb.settings)).close();
  expect(unread).toBe(-1);
});

test("a passing failure at the start does not stop it", async () => {
  let left = 3;
  cosmosDb.server.failWith(() => (left-- > 0 ? { when: "before", status: 503 } : undefined));
  (await openCosmos(cosmosDb.settings)).close();
  expect(left).toBeLessThan(0);
});

describe("refused, with what to do about it, is", () => {
  async function make(definition: { id: string; partitionKey: { paths: string[] }; defaultTtl?: number }) {
    await withClient(async (client) => {
      const { database } = await client.databases.createIfNotExists({ id: cosmosDb.settings.database });
      await database.containers.create(definition);
    });
  }

  test("a container with another partition key", async () => {
    await make({ id: "state", partitionKey: { paths: ["/conversation"] }, defaultTtl: 60 });
    const { code, message } = await refusal();
    expect(code).toBe("COSMOS_CONTAINER_WRONG");
    expect(message).toContain("/conversation");
    expect(message).toContain("/id");
  });

  test("a container that keeps conversations for ever", async () => {
    await make({ id: "state", partitionKey: { paths: ["/id"] } });
    const { code, fix } = await refusal();
    expect(code).toBe("COSMOS_CONTAINER_WRONG");
    expect(fix).toContain("43200");
  });

  test("a server that is not there", async () => {
    const gone = await CosmosServer.start();
    const { endpoint } = gone;
    await gone.stop();
    const { code, message, fix } = await refusal({ endpoint });
    expect(code).toBe("COSMOS_UNREACHABLE");
    expect(message).toContain(endpoint);
    expect(fix).toContain("COSMOS_ENDPOINT");
  }, 30_000);
});

describe("the account refuses", () => {
  const HOST = "https://bot.documents.azure.com";
  const ACCOUNT = {
    endpoint: `${HOST}/`,
    key: KEY,
    database: "wijkteam",
  };
  const LOCATION = [{ name: "West Europe", databaseAccountEndpoint: `${HOST}/` }];

  beforeEach(() => {
    const account = { writableLocations: LOCATION, readableLocations: LOCATION, userConsistencyPolicy: {} };
    if (!nock.isActive()) nock.activate();
    nock(HOST).persist().get("/").reply(200, account);
  });
  afterEach(() => {
    nock.cleanAll();
    // nock changes the sockets of Node, which this process has in common with other test files.
    nock.restore();
  });

  function answer(method: "GET" | "POST", path: string, status: number, message: string): void {
    nock(HOST)
      .persist()
      .intercept(path, method)
      .reply(status, { code: String(status), message });
  }

  test.each([
    ["a wrong key", "The input authorization token can't serve the request. The wrong key is being used"],
    ["an expired key", "The authorization token has expired"],
  ])("%s", async (_what, message) => {
    answer("GET", "/dbs/wijkteam/colls/state", 401, message);
    const { code, fix } = await refusal(ACCOUNT);
    expect(code).toBe("COSMOS_REFUSED");
    expect(fix).toContain("COSMOS_KEY");
    expect(fix + code).not.toContain(KEY);
  });

  test("an identity without a role, or a network that may not come in", async () => {
    answer("GET", "/dbs/wijkteam/colls/state", 403, "does not have required RBAC permissions");
    expect((await refusal(ACCOUNT)).code).toBe("COSMOS_FORBIDDEN");
  });

  test("to make a container, to an identity that may only read and write", async () => {
    answer("GET", "/dbs/wijkteam/colls/state", 404, "Resource Not Found");
    answer("GET", "/dbs/wijkteam", 404, "Resource Not Found");
    answer("POST", "/dbs", 403, "cannot be authorized by AAD token in data plane");
    const { code, message, fix } = await refusal(ACCOUNT);
    expect(code).toBe("COSMOS_CONTAINER_MISSING");
    expect(message).toContain("state");
    for (const needed of ["wijkteam", "/id", "43200"]) expect(fix).toContain(needed);
  });
});

describe("without a key", () => {
  test("the managed identity of the machine is used", async () => {
    const asked: string[] = [];
    const signed: unknown[] = [];
    const identity = createServer((request, response) => {
      asked.push(`${request.headers["x-identity-header"]} ${request.url}`);
      const expires = Math.floor(Date.now() / 1000) + 3600;
      response.setHeader("content-type", "application/json");
      response.end(
        JSON.stringify({ access_token: "token-of-identity", expires_on: String(expires), token_type: "Bearer" }),
      );
    });
    identity.listen(0, "127.0.0.1");
    await once(identity, "listening");
    cosmosDb.server.failWith(({ headers }) => {
      signed.push(decodeURIComponent(String(headers.authorization)));
      return undefined;
    });
    const endpoint = `http://127.0.0.1:${(identity.address() as AddressInfo).port}/msi/token`;
    const env = { IDENTITY_ENDPOINT: endpoint, IDENTITY_HEADER: "header-of-app" };
    const child = new Child("run-open.ts", [cosmosDb.settings.endpoint, cosmosDb.settings.database], env);
    expect(await child.rest()).toEqual(["opened"]);
    identity.close();
    expect(asked[0]).toMatch(/^header-of-app .*resource=https%3A%2F%2F/);
    expect(signed.length).toBeGreaterThan(0);
    for (const signature of signed) expect(signature).toBe("type=aad&ver=1.0&sig=token-of-identity");
  });

  test("a machine without an identity is told how to get one", async () => {
    const child = new Child("run-open.ts", [cosmosDb.settings.endpoint, cosmosDb.settings.database], {});
    expect(await child.rest()).toEqual(["COSMOS_NO_IDENTITY"]);
  });
});

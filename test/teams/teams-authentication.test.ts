import { describe, expect, test } from "@jest/globals";
import { TeamsAuthentication } from "../../src/teams/teams-authentication.ts";

type Identity = Parameters<TeamsAuthentication["createConnectorFactory"]>[0];

const IDENTITY = { claims: [], isAuthenticated: true, getClaimValue: () => null } as unknown as Identity;
const EMEA = "https://smba.trafficmanager.net/emea/";

describe("a client for Teams", () => {
  const authentication = new TeamsAuthentication({});
  const clientFor = (serviceUrl: string, audience = "audience") =>
    authentication.createConnectorFactory(IDENTITY).create(serviceUrl, audience);

  test("is kept from turn to turn, one for each address and audience", async () => {
    const first = await clientFor(EMEA);
    expect(await clientFor(EMEA)).toBe(first);
    expect(await clientFor("https://smba.trafficmanager.net/amer/")).not.toBe(first);
    expect(await clientFor(EMEA, "another")).not.toBe(first);
  });

  test("is made anew when many addresses came by, so that they do not fill the memory", async () => {
    const first = await clientFor(EMEA);
    for (let number = 0; number < 50; number += 1) await clientFor(`https://smba.trafficmanager.net/emea/${number}/`);
    expect(await clientFor(EMEA)).not.toBe(first);
  });

  test("is not made for signing in users, as the bot signs nobody in", async () => {
    expect(await authentication.createUserTokenClient()).toEqual({});
  });
});

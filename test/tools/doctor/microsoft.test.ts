import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { CLOCK, TENANT } from "../../../src/tools/doctor/check-clock-and-tenant.ts";
import { TOKEN } from "../../../src/tools/doctor/check-token.ts";
import { type SignInAnswers, startSignIn } from "./fake-sign-in.ts";
import { find, PASSWORD, PRODUCTION } from "./support.ts";

let signIn: { url: string; answers: SignInAnswers; close(): void };
beforeAll(async () => {
  signIn = await startSignIn();
});
afterAll(() => signIn.close());
beforeEach(() => {
  signIn.answers.date = new Date().toUTCString();
  delete signIn.answers.refusal;
  delete signIn.answers.status;
});

const look = (check: typeof CLOCK, env: Record<string, string> = PRODUCTION) =>
  find(check, env, { signIn: signIn.url });

describe("the clock", () => {
  test("is right when Microsoft says the same", async () => {
    expect(await look(CLOCK)).toMatchObject({ status: "ok" });
  });

  test.each([-600, 600])("is wrong when it differs %i seconds", async (seconds) => {
    signIn.answers.date = new Date(Date.now() + seconds * 1000).toUTCString();
    const found = await look(CLOCK);
    expect(found).toMatchObject({ status: "wrong", fix: expect.stringContaining("NTP") });
    expect(found.text).toMatch(/\b(599|600|601)\b/);
  });

  test("is not judged when Microsoft does not say the time", async () => {
    signIn.answers.date = "";
    expect(await look(CLOCK)).toMatchObject({ status: "skipped" });
  });
});

describe("the tenant", () => {
  test("is right when Microsoft knows it", async () => {
    expect(await look(TENANT)).toMatchObject({ status: "ok" });
  });

  test("is wrong when Microsoft does not", async () => {
    const found = await look(TENANT, { ...PRODUCTION, MicrosoftAppTenantId: PRODUCTION.MicrosoftAppId });
    expect(found).toMatchObject({ status: "wrong", text: expect.stringContaining("MicrosoftAppTenantId") });
  });
});

describe("the secret of the bot", () => {
  test("is right when Microsoft gives a token for it", async () => {
    expect(await look(TOKEN)).toMatchObject({ status: "ok" });
  });

  test("is wrong, and never repeated, when Microsoft does not know it", async () => {
    const found = await look(TOKEN, { ...PRODUCTION, MicrosoftAppPassword: `${PASSWORD}~oud` });
    expect(found).toMatchObject({ status: "wrong", text: expect.stringContaining("fout") });
    expect(JSON.stringify(found)).not.toContain(PASSWORD);
  });

  test.each([
    [7000222, "verlopen"],
    [700016, "MicrosoftAppId"],
    [90002, "MicrosoftAppTenantId"],
    [50034, "AADSTS50034"],
  ])("is explained when Microsoft answers %i", async (code, named) => {
    signIn.answers.refusal = code;
    const found = await look(TOKEN);
    expect(found).toMatchObject({ status: "wrong", text: expect.stringContaining(named) });
    expect(found.fix).toBeTruthy();
  });

  test("is wrong as well when the answer has no code", async () => {
    signIn.answers.status = 503;
    expect(await look(TOKEN)).toMatchObject({ status: "wrong" });
  });

  test("is not needed with a managed identity, which can be tried in Azure only", async () => {
    const { MicrosoftAppPassword: _, ...rest } = PRODUCTION;
    expect(await look(TOKEN, { ...rest, MicrosoftAppType: "UserAssignedMSI" })).toMatchObject({ status: "note" });
  });
});

describe.each([CLOCK, TENANT, TOKEN])("$name", (check) => {
  test("is wrong, with the cause, when Microsoft cannot be reached", async () => {
    expect(await find(check)).toMatchObject({ status: "wrong", text: expect.stringContaining("luistert") });
  });

  test("is skipped when the bot is not registered at Microsoft", async () => {
    expect(await look(check, {})).toMatchObject({ status: "skipped" });
  });
});

import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { exportJWK, exportSPKI, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { createAccessCheck } from "../../../src/http/sign-in/check-access.ts";

const TENANT = "11111111-1111-4111-8111-111111111111";
const OTHER_TENANT = "99999999-9999-4999-8999-999999999999";
const APP = "22222222-2222-4222-8222-222222222222";
const LEAD = "33333333-3333-4333-8333-333333333333";
const STAFF = "44444444-4444-4444-8444-444444444444";
const KEY_ID = "sleutel-1";

const ours = generateKeyPairSync("rsa", { modulusLength: 2048 });
const foreign = generateKeyPairSync("rsa", { modulusLength: 2048 });

let publisher: Server;
let keysUrl: URL;

beforeAll(async () => {
  const jwk = { ...(await exportJWK(ours.publicKey)), kid: KEY_ID, use: "sig", alg: "RS256" };
  publisher = createServer((_req, res) => res.end(JSON.stringify({ keys: [jwk] })));
  await new Promise<void>((resolve) => publisher.listen(0, "127.0.0.1", resolve));
  keysUrl = new URL(`http://127.0.0.1:${(publisher.address() as AddressInfo).port}/keys`);
});
afterAll(() => {
  publisher.close();
});

function check(authorization: string | undefined, keys = keysUrl) {
  const roles = { teamLeadIds: [LEAD], staffIds: [STAFF], open: false };
  return createAccessCheck({ tenantId: TENANT, appId: APP, roles, keysUrl: keys })(authorization);
}

function claims(changes: JWTPayload = {}): JWTPayload {
  const now = Math.floor(Date.now() / 1000);
  const iss = `https://login.microsoftonline.com/${TENANT}/v2.0`;
  return { iss, aud: APP, tid: TENANT, oid: LEAD, scp: "access_as_user", nbf: now - 60, exp: now + 600, ...changes };
}

interface Signing {
  key?: KeyObject | Uint8Array;
  header?: { alg: string; kid?: string };
}

async function token(changes: JWTPayload = {}, { key = ours.privateKey, header }: Signing = {}): Promise<string> {
  const signed = new SignJWT(claims(changes)).setProtectedHeader(header ?? { alg: "RS256", kid: KEY_ID });
  return `Bearer ${await signed.sign(key)}`;
}

describe("access to the trends has", () => {
  test.each([
    ["a team lead by directory id", { oid: LEAD }, { trends: true, content: false }],
    ["programme staff by directory id", { oid: STAFF }, { trends: true, content: true }],
    ["a team lead by app role", { oid: APP, roles: ["Teamleider"] }, { trends: true, content: false }],
    ["programme staff by app role", { oid: APP, roles: ["Programma", "x"] }, { trends: true, content: true }],
  ])("%s", async (_who, changes, roles) => {
    expect(await check(await token(changes))).toEqual({ who: changes.oid, ...roles });
  });
});

describe("signed in, but without a role, is", () => {
  test.each([
    ["somebody else", {}],
    ["somebody with another role", { roles: ["Beheerder", "constructor"] }],
    ["somebody whose roles are not a list", { roles: "Programma" }],
  ])("%s", async (_who, changes) => {
    expect(await check(await token({ oid: APP, ...changes }))).toEqual({ who: APP, trends: false, content: false });
  });
});

describe("not signed in is who comes with", () => {
  test.each([
    ["nothing", undefined],
    ["an empty header", ""],
    ["another scheme", "Basic dXNlcjp3b29yZA=="],
    ["a scheme without a token", "Bearer "],
    ["garbage", "Bearer abc.def.ghi"],
    ["garbage that is not even a token", "Bearer {}"],
  ])("%s", async (_what, header) => {
    expect(await check(header)).toBeUndefined();
  });

  test("a token that says it needs no signature", async () => {
    expect(await check(`Bearer ${new UnsecuredJWT(claims()).encode()}`)).toBeUndefined();
  });

  test("a token signed with our public key as if that were a password", async () => {
    const key = new TextEncoder().encode(await exportSPKI(ours.publicKey));
    expect(await check(await token({}, { key, header: { alg: "HS256", kid: KEY_ID } }))).toBeUndefined();
  });

  test("a token signed with another key", async () => {
    expect(await check(await token({}, { key: foreign.privateKey }))).toBeUndefined();
  });

  test("a token of which the content was changed afterwards", async () => {
    const [header, , signature] = (await token()).split(".");
    const payload = Buffer.from(JSON.stringify(claims({ oid: STAFF }))).toString("base64url");
    expect(await check([header, payload, signature].join("."))).toBeUndefined();
  });

  test("a token signed with a key that is not published", async () => {
    const header = { alg: "RS256", kid: "sleutel-2" };
    expect(await check(await token({}, { key: foreign.privateKey, header }))).toBeUndefined();
  });

  test.each([
    ["another issuer", { iss: `https://login.microsoftonline.com/${OTHER_TENANT}/v2.0` }],
    ["an issuer of version 1.0", { iss: `https://sts.windows.net/${TENANT}/` }],
    ["another audience", { aud: LEAD }],
    ["another tenant in it than issued it", { tid: OTHER_TENANT }],
    ["no tenant", { tid: undefined }],
    ["a time that is over", { exp: Math.floor(Date.now() / 1000) - 120 }],
    ["no end of its time", { exp: undefined }],
    ["a time that has yet to come", { nbf: Math.floor(Date.now() / 1000) + 300 }],
    ["no person", { oid: undefined }],
    ["the permission of a program", { scp: undefined, roles: ["Programma"] }],
    ["another permission", { scp: "User.Read" }],
  ])("a token with %s", async (_what, changes) => {
    expect(await check(await token(changes as JWTPayload))).toBeUndefined();
  });
});

test("when the published keys cannot be read, it is said that signing in cannot be done now", async () => {
  const nowhere = new URL("http://127.0.0.1:9/keys");
  const signingIn = check(await token(), nowhere);
  await expect(signingIn).rejects.toMatchObject({ status: 503, code: "SIGN_IN_UNAVAILABLE" });
});

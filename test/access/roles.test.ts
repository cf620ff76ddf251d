import { describe, expect, test } from "@jest/globals";
import { type Identity, roleOf } from "../../src/access/roles.ts";

const LEAD = "11111111-aaaa-4aaa-8aaa-111111111111";
const STAFF = "22222222-bbbb-4bbb-8bbb-222222222222";
const SETTINGS = { teamLeadIds: [LEAD], staffIds: [STAFF], open: false };

const NONE = { trends: false, content: false };
const TRENDS = { trends: true, content: false };
const BOTH = { trends: true, content: true };

describe("the role", () => {
  test.each<[string, Identity, object]>([
    ["of a listed team lead is to see trends", { objectId: LEAD }, TRENDS],
    ["of listed staff is to see trends and change content", { objectId: STAFF }, BOTH],
    ["does not depend on capitals in the object id", { objectId: LEAD.toUpperCase() }, TRENDS],
    ["of somebody with the app role Teamleider is to see trends", { objectId: "x", appRoles: ["Teamleider"] }, TRENDS],
    ["of somebody with the app role Programma is both", { appRoles: ["Other", "Programma"] }, BOTH],
    ["of somebody who is not listed is none", { objectId: "33333333-cccc-4ccc-8ccc-333333333333" }, NONE],
    ["of nobody is none", {}, NONE],
    ["of an empty object id is none", { objectId: "", appRoles: [] }, NONE],
    ["is not given by an app role of another spelling", { appRoles: ["teamleider", "PROGRAMMA", "Admin"] }, NONE],
  ])("%s", (_what, identity, roles) => {
    expect(roleOf(identity, SETTINGS)).toEqual(roles);
  });

  test("is none for everybody when nobody is listed", () => {
    expect(roleOf({ objectId: LEAD }, { teamLeadIds: [], staffIds: [], open: false })).toEqual(NONE);
  });

  test("is none for an empty object id, even when an empty one is listed", () => {
    expect(roleOf({ objectId: "" }, { teamLeadIds: [""], staffIds: [""], open: false })).toEqual(NONE);
  });

  test("is everything for everybody on a machine where nothing is configured", () => {
    expect(roleOf({}, { ...SETTINGS, open: true })).toEqual(BOTH);
  });
});

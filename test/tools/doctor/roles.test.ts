import { expect, test } from "@jest/globals";
import { APP_ROLES } from "../../../src/access/roles.ts";
import { ROLES } from "../../../src/tools/doctor/check-settings.ts";
import { find, PRODUCTION } from "./support.ts";

const PERSON = "44444444-dddd-4ddd-8ddd-444444444444";

test.each(["TEAM_LEAD_IDS", "STAFF_IDS"])("the roles are right when somebody is in %s", async (name) => {
  expect(await find(ROLES, { ...PRODUCTION, [name]: PERSON })).toMatchObject({ status: "ok" });
});

test("when nobody is, it is said which roles of Entra ID have to do it", async () => {
  const found = await find(ROLES);
  expect(found).toMatchObject({ status: "note", text: expect.stringContaining("TEAM_LEAD_IDS") });
  for (const role of Object.values(APP_ROLES)) expect(found.fix).toContain(role);
});

test("on this machine alone everybody has every role", async () => {
  expect(await find(ROLES, {})).toMatchObject({ status: "skipped" });
});

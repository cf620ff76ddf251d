import { expect, test } from "@jest/globals";
import { TAB } from "../../../src/tools/doctor/check-settings.ts";
import { APP_ID } from "../../support/bot-credentials.ts";
import { find, PRODUCTION } from "./support.ts";

const OWN_ID = "55555555-eeee-4eee-8eee-555555555555";

test("an id of the app of its own is right", async () => {
  expect(await find(TAB, { ...PRODUCTION, TEAMS_APP_ID: OWN_ID })).toMatchObject({ status: "ok" });
});

test.each([undefined, APP_ID.toUpperCase()])("with %s it is said where the id of the app stands", async (id) => {
  const found = await find(TAB, { ...PRODUCTION, ...(id === undefined ? {} : { TEAMS_APP_ID: id }) });
  expect(found).toMatchObject({ status: "note", fix: expect.stringContaining("App ID") });
});

test("on this machine alone there is no tab", async () => {
  expect(await find(TAB, {})).toMatchObject({ status: "skipped" });
});

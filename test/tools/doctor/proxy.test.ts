import { expect, test } from "@jest/globals";
import { PROXY } from "../../../src/tools/doctor/check-settings.ts";
import { find, PRODUCTION } from "./support.ts";

const HTTPS_PROXY = "http://name:secret@proxy.voorbeeld.nl:8080";

test.each(["HTTPS_PROXY", "https_proxy"])(
  "a proxy (%s) that Node was not told to use is wrong, and its password is not shown",
  async (name) => {
    const found = await find(PROXY, { ...PRODUCTION, [name]: HTTPS_PROXY });
    expect(found).toMatchObject({ status: "wrong", fix: expect.stringContaining("NODE_USE_ENV_PROXY=1") });
    expect(JSON.stringify(found)).not.toContain("secret");
  },
);

test("without a proxy nothing is wrong", async () => {
  expect(await find(PROXY)).toMatchObject({ status: "ok" });
});

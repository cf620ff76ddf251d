import { chmodSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { CONTENT, DISK } from "../../../src/tools/doctor/check-machine.ts";
import { PRODUCTION as CHECK } from "../../../src/tools/doctor/check-settings.ts";
import { copyContent } from "../../support/copy-content.ts";
import { giveChecked } from "../../support/give-checked.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { find, PRODUCTION } from "./support.ts";

const data = temporaryFolder();
giveChecked(data.folder);
afterAll(() => data.remove());

describe("the data folder", () => {
  test("is right when it can be written, and also when it is still to be made", async () => {
    expect(await find(DISK, { DATA_DIR: data.folder })).toMatchObject({ status: "ok" });
    expect(await find(DISK, { DATA_DIR: join(data.folder, "nog/niet") })).toMatchObject({ status: "ok" });
  });

  test("is never made by looking at it", async () => {
    await find(DISK, { DATA_DIR: join(data.folder, "nieuw") });
    expect(() => chmodSync(join(data.folder, "nieuw"), 0o700)).toThrow("ENOENT");
  });

  test("is doubtful where nobody may write", async () => {
    expect(await find(DISK, { DATA_DIR: "/proc/sys" })).toMatchObject({ status: expect.stringMatching("note|wrong") });
  });
});

describe("the content", () => {
  test("is right when the bot would start with it", async () => {
    expect(await find(CONTENT, { DATA_DIR: data.folder })).toMatchObject({ status: "ok" });
  });

  test("is wrong, with the first mistake, when it would not", async () => {
    const broken = copyContent();
    rmSync(join(broken.folder, "dialogs/texts"), { recursive: true });
    const found = await find(CONTENT, { DATA_DIR: data.folder, CONTENT_DIR: broken.folder });
    broken.remove();
    expect(found).toMatchObject({ status: "wrong", text: expect.stringContaining("dialogs/texts") });
  });
});

test("a trial set-up is no mistake, but it is said", async () => {
  expect(await find(CHECK, PRODUCTION)).toMatchObject({ status: "ok" });
  expect(await find(CHECK, {})).toMatchObject({ status: "note", fix: expect.stringContaining("NODE_ENV") });
});

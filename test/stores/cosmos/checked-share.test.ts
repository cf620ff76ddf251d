import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { createCheckedShare } from "../../../src/stores/checked-share.ts";
import { createCheckedKeeper } from "../../../src/stores/content-keeper.ts";
import { createCosmosSharedBytes } from "../../../src/stores/cosmos/shared-bytes.ts";
import { createTestLog } from "../../support/log-lines.ts";
import { makeContent } from "../../support/make-content.ts";
import { cosmosPerTest } from "../support/cosmos-per-test.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const HASH = "a".repeat(64);
const CODE = "c".repeat(64);
const content = makeContent([]);
const folder = temporaryFolder();

const db = cosmosPerTest();
let count = 0;

/** An instance with a folder of its own. */
function instance(secret = "secret", code = CODE) {
  count += 1;
  const dataDir = join(folder, String(count));
  return {
    dataDir,
    keeper: createCheckedKeeper(dataDir, createTestLog().log, code),
    share: createCheckedShare(dataDir, secret, createCosmosSharedBytes(db.cosmos.content), code),
  };
}

test("what one instance checked another one takes, whole, in a private file", async () => {
  const [one, other] = [instance(), instance()];
  await one.keeper.write(HASH, content);
  await one.share.give(HASH);
  await other.share.take(HASH);
  expect(await other.keeper.read(HASH)).toEqual(content);
  expect(statSync(join(other.dataDir, `content-${HASH}.bin`)).mode & 0o777).toBe(0o600);
});

test.each([
  ["of somebody without the secret", instance.bind(undefined, "other secret"), HASH],
  ["of other code", instance.bind(undefined, "secret", "d".repeat(64)), HASH],
  ["of other files", instance.bind(undefined), "b".repeat(64)],
])("what is %s is not taken", async (_what, make, hash) => {
  const [one, other] = [make(), instance()];
  await one.keeper.write(hash, content);
  await one.share.give(hash);
  await other.share.take(HASH);
  expect(existsSync(join(other.dataDir, `content-${HASH}.bin`))).toBe(false);
});

test("what was put under another address by somebody who can write in the database is not taken", async () => {
  const [one, other] = [instance(), instance()];
  await one.keeper.write(HASH, content);
  await one.share.give(HASH);
  const shared = createCosmosSharedBytes(db.cosmos.content);
  const [from, to] = [HASH, "b".repeat(64)].map((hash) => `${hash}.${CODE.slice(0, 16)}`) as [string, string];
  await shared.keep(to, (await shared.read(from)) as Buffer);
  await other.share.take("b".repeat(64));
  expect(await other.keeper.read("b".repeat(64))).toBeUndefined();
});

test("when nothing was given, nothing is taken", async () => {
  await expect(instance().share.take(HASH)).resolves.toBeUndefined();
});

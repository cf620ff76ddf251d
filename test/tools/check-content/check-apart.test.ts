import { expect, test } from "@jest/globals";
import { foldersIn } from "../../../src/content/read-files.ts";
import { checkApart } from "../../../src/tools/check-content/check-apart.ts";

test("a check that is ended stops at once", async () => {
  const stop = new AbortController();
  const checked = checkApart(foldersIn("."), stop.signal);
  stop.abort();
  await expect(checked).rejects.toMatchObject({ name: "AbortError" });
});

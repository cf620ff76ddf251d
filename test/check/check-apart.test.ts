import { expect, test } from "@jest/globals";
import { checkApart } from "../../src/check/check-apart.ts";
import { foldersIn } from "../../src/content/read-files.ts";

test("a check that is ended stops at once", async () => {
  const stop = new AbortController();
  const checked = checkApart(foldersIn("."), ".", stop.signal);
  stop.abort();
  await expect(checked).rejects.toMatchObject({ name: "AbortError" });
});

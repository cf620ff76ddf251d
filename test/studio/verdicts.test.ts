import { expect, test } from "@jest/globals";
import type { Checked } from "../../src/publishing/judge.ts";
import { TOO_SLOW } from "../../src/publishing/judge.ts";
import { createVerdicts } from "../../src/studio/verdicts.ts";

const ME = { id: "ik" };
const DRAFT = { base: 1, changes: {}, etag: "a", savedAt: "2026-12-01T12:00:00Z" };

test("a draft that took too long to check is told so, and is checked once more by who looks again", async () => {
  const slow = { file: "dialogs", line: 1, column: 1, rule: TOO_SLOW, what: "Te lang.", fix: "Nog eens." };
  const answers: Checked[] = [[slow], []].map((mistakes) => ({ content: undefined, mistakes, warnings: [] }));
  const verdicts = createVerdicts(async () => answers.shift() as Checked);
  expect(verdicts.of(ME, DRAFT, {})).toEqual({ state: "busy" });
  await verdicts.contentOf(ME, DRAFT, {});
  expect(verdicts.of(ME, DRAFT, {})).toEqual({ state: "done", mistakes: [slow], warnings: [] });
  expect(verdicts.of(ME, DRAFT, {})).toEqual({ state: "busy" });
  await verdicts.contentOf(ME, DRAFT, {});
  expect(verdicts.of(ME, DRAFT, {})).toEqual({ state: "done", mistakes: [], warnings: [] });
});

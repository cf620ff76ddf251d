import { expect, test } from "@jest/globals";
import type { Checked } from "../../src/publishing/judge.ts";
import { TOO_SLOW } from "../../src/publishing/judge.ts";
import { createVerdicts } from "../../src/studio/verdicts.ts";

const ME = { id: "ik" };
const DRAFT = { base: 1, changes: {}, etag: "a", savedAt: "2026-12-01T12:00:00Z" };

test("a draft that took too long to check is told so, and is checked once more by who looks again", async () => {
  const slow = { file: "dialogs", line: 1, column: 1, rule: TOO_SLOW, what: "Te lang.", fix: "Nog eens." };
  const answers: Checked[] = [[slow], []].map((mistakes) => ({ content: undefined, mistakes, warnings: [] }));
  const verdicts = createVerdicts(
    async () => answers.shift() as Checked,
    async () => undefined,
  );
  expect(await verdicts.of(ME, DRAFT, {})).toMatchObject({ state: "busy" });
  await verdicts.contentOf(ME, DRAFT, {});
  expect(await verdicts.of(ME, DRAFT, {})).toMatchObject({ state: "done", mistakes: [slow], warnings: [] });
  expect(await verdicts.of(ME, DRAFT, {})).toMatchObject({ state: "busy" });
  await verdicts.contentOf(ME, DRAFT, {});
  expect(await verdicts.of(ME, DRAFT, {})).toMatchObject({ state: "done", mistakes: [], warnings: [] });
});

test("what the cheap rules find is told while the whole check goes on, and only of the draft as it is now", async () => {
  const mistakeIn = (file: string) => ({ file, line: 1, column: 1, rule: "floor", what: "Fout.", fix: "Zo." });
  const ends: (() => void)[] = [];
  const whole: Checked = { content: undefined, mistakes: [mistakeIn("geheel")], warnings: [] };
  const verdicts = createVerdicts(
    () => new Promise((resolve) => ends.push(() => resolve(whole))),
    async (files) => ({ mistakes: Object.keys(files).map(mistakeIn), warnings: [] }),
  );
  expect(await verdicts.of(ME, DRAFT, { oud: "" })).toMatchObject({ isReadThrough: true, mistakes: [{ file: "oud" }] });
  const draft = { ...DRAFT, etag: "b" };
  expect(await verdicts.of(ME, draft, { nieuw: "" })).toMatchObject({ state: "busy", mistakes: [{ file: "nieuw" }] });
  const content = verdicts.contentOf(ME, draft, { nieuw: "" });
  const untilAsked = setInterval(() => ends.shift()?.(), 5);
  await content;
  clearInterval(untilAsked);
  expect(await verdicts.of(ME, draft, { nieuw: "" })).toMatchObject({ state: "done", mistakes: [{ file: "geheel" }] });
});

import { expect, test } from "@jest/globals";
import { fingerprint } from "../../src/content/confirmation.ts";
import { loadContent } from "../../src/content/load-content.ts";
import { contentFolder } from "./support/content-folder.ts";
import { SMALL_CONTENT } from "./support/small-content.ts";

const GEVAAR = "dialogs/questions/gevaar.yaml";
const text = SMALL_CONTENT[GEVAAR] ?? "";

async function load(gevaar: string) {
  const { folder, remove } = await contentFolder({ [GEVAAR]: gevaar });
  const { partial, draft, mistakes } = await loadContent(folder);
  await remove();
  expect(mistakes).toEqual([]);
  const written = draft.questions[0]?.value.questions.find(({ id }) => id === "wat-gebeurd") ?? {};
  return { status: partial.questions.get("wat-gebeurd")?.status, letters: fingerprint(written) };
}

const confirmed = async () => {
  const { letters } = await load(text);
  return text.replace(
    "status: bevestigd",
    `status: bevestigd\n    confirmed: { text: ${letters}, by: Programmateam, on: 2026-01-31 }`,
  );
};

test("what says bevestigd without what was confirmed is concept", async () => {
  expect((await load(text)).status).toBe("concept");
});

test("what was confirmed is bevestigd, also with other capitals and punctuation", async () => {
  expect((await load(await confirmed())).status).toBe("bevestigd");
  expect((await load((await confirmed()).replace("Wat is er gebeurd?", "Wat is er GEBEURD"))).status).toBe("bevestigd");
});

test.each([
  ["text", "Wat is er gebeurd?", "Wat is er niet gebeurd?"],
  ["answer", "text: Een wapen", "text: Geen wapen"],
  ["mark", "        alone: true\n", ""],
  ["condition", "is: nee", "is: ja"],
])("with another %s it is back to concept", async (_what, from, to) => {
  const changed = (await confirmed()).replace(from, to);
  expect(changed).not.toBe(await confirmed());
  expect((await load(changed)).status).toBe("concept");
});

import { expect, test } from "@jest/globals";
import { loadContent } from "../../src/content/load-content.ts";
import { contentFolder } from "./support/content-folder.ts";
import { SMALL_CONTENT } from "./support/small-content.ts";

/** The mends of the mistakes after a change to the small content, by rule. */
async function mendsAfter(file: string, from: string | RegExp, to: string) {
  const text = SMALL_CONTENT[file] ?? "";
  const changed = text.replace(from, to);
  expect(changed === text).toBe(false);
  const { folder, remove } = await contentFolder({ [file]: changed });
  const { mistakes } = await loadContent(folder);
  await remove();
  return mistakes.map(({ rule, mend }) => ({ rule, mend }));
}

const LINKS = "dialogs/links.yaml";
const OVERZICHT = ["links", 1];

test.each([
  ["http://example.org/x", "https://example.org/x"],
  ["www.example.org/x?a=b", "https://www.example.org/x?a=b"],
])("the address %s is mended to %s", async (written, value) => {
  const mends = await mendsAfter(LINKS, "https://example.org/overzicht", written);
  expect(mends).toMatchObject([{ rule: "wrong-format", mend: { path: [...OVERZICHT, "url"], value } }]);
});

test.each(["ftp://example.org/x", "overzicht", "mailto:a@example.org", "http://", "javascript:alert(1)"])(
  "the address %s has no obvious mend",
  async (written) => {
    const mends = await mendsAfter(LINKS, "https://example.org/overzicht", written);
    expect(mends).toEqual([{ rule: "wrong-format", mend: undefined }]);
  },
);

test.each([
  ["31-3-2025", "2025-03-31"],
  ["1/12/2025", "2025-12-01"],
  ["31-2-2025", undefined],
  ["maart 2025", undefined],
])("the day %s becomes %s", async (written, value) => {
  const [mistake] = await mendsAfter(LINKS, "checked: 2025-03-31", `checked: ${written}`);
  expect(mistake?.mend?.value).toBe(value);
});

test("a link that was opened without a day gets today, or is not opened after all", async () => {
  const today = new Date().toISOString().slice(0, 10);
  expect(await mendsAfter(LINKS, "    checked: 2025-03-31\n", "")).toMatchObject([
    { rule: "link-incomplete", mend: { path: [...OVERZICHT, "checked"], value: today } },
  ]);
  expect(await mendsAfter(LINKS, "status: niet-geverifieerd", "status: geverifieerd")).toMatchObject([
    { rule: "link-incomplete", mend: { path: ["links", 0, "status"], value: "niet-geverifieerd" } },
  ]);
});

test("an id that stands twice gets the first number that is free", async () => {
  const third = "  - { id: leidraad-2, title: Derde, status: niet-geverifieerd }\n";
  const more = `${third}  - { id: leidraad, title: Weer, status: niet-geverifieerd }\n`;
  expect(await mendsAfter(LINKS, /$/, more)).toMatchObject([
    { rule: "duplicate-id", mend: { path: ["links", 3, "id"], value: "leidraad-3" } },
  ]);
});

test("a name that looks like one that there is becomes that one, and one that does not has no mend", async () => {
  expect(await mendsAfter(LINKS, "fallback: overzicht", "fallback: overzigt")).toMatchObject([
    { rule: "unknown-link", mend: { path: ["links", 0, "fallback"], value: "overzicht" } },
  ]);
  expect(await mendsAfter(LINKS, "fallback: overzicht", "fallback: iets-heel-anders")).toEqual([
    { rule: "unknown-link", mend: undefined },
  ]);
  expect(await mendsAfter(LINKS, "status: niet-geverifieerd", "status: niet-geverifierd")).toMatchObject([
    { rule: "unknown-value", mend: { path: ["links", 0, "status"], value: "niet-geverifieerd" } },
  ]);
});

test("a word that stands twice goes", async () => {
  const [mistake] = await mendsAfter("dialogs/commands.yaml", "stop: [stop]", "stop: [stop, menu]");
  expect(mistake).toEqual({
    rule: "duplicate-word",
    mend: { label: "Haal deze weg", path: ["commands", "stop", 1] },
  });
});

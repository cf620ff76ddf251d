import { expect, test } from "@jest/globals";
import type { ContentFiles, FileChanges } from "../../../src/content/content-files.ts";
import { mergeDraft } from "../../../src/studio/edit/merge-draft.ts";

const SIGNALS = "dialogs/signals/a.yaml";
const CARD = "cards/a.card.json";

function signals({ when = "{ question: v, is: ja }", advice = ["Bel.", "Wacht."], title = "Bel" } = {}): string {
  const lines = advice.map((text) => `      - { text: ${text} }\n`).join("");
  return `signals:\n  - id: bel\n    when: ${when}\n    title: ${title}\n    advice:\n${lines}`;
}

async function merged(before: ContentFiles, changes: FileChanges, theirs: ContentFiles, keepsMine = false) {
  const { changes: result, conflicts } = await mergeDraft({ before, changes, theirs }, () => keepsMine);
  return { result, conflicts: conflicts.map(({ file, path }) => [file, ...path].join(" ")) };
}

test("different lines of one advice go together, and the same line is chosen", async () => {
  const before = { [SIGNALS]: signals() };
  const mine = { [SIGNALS]: signals({ advice: ["Bel nu.", "Wacht niet."] }) };
  const theirs = { [SIGNALS]: signals({ advice: ["Bel 112.", "Wacht."] }) };
  const conflict = `${SIGNALS} signals id bel advice 0 text`;
  expect(await merged(before, mine, theirs)).toEqual({
    result: { [SIGNALS]: signals({ advice: ["Bel 112.", "Wacht niet."] }) },
    conflicts: [conflict],
  });
  expect(await merged(before, mine, theirs, true)).toEqual({ result: mine, conflicts: [conflict] });
});

test("a condition is chosen as a whole, never made of two halves", async () => {
  const before = { [SIGNALS]: signals({ when: "{ all: [{ question: v, is: ja }] }" }) };
  const mine = { [SIGNALS]: signals({ when: "{ all: [{ question: v, is: ja }, { question: w, is: ja }] }" }) };
  const theirs = { [SIGNALS]: signals({ when: "{ all: [{ question: v, is: ja }, { question: x, is: ja }] }" }) };
  expect(await merged(before, mine, theirs)).toEqual({ result: {}, conflicts: [`${SIGNALS} signals id bel when`] });
});

test("what cannot be read by value is chosen as a whole file, and nothing is thrown away", async () => {
  const before = { [SIGNALS]: signals(), [CARD]: "{}" };
  const mine = { [SIGNALS]: "signals: [\n", [CARD]: '{ "a": 1 }' };
  const theirs = { [SIGNALS]: signals({ title: "Anders" }), [CARD]: '{ "b": 1 }' };
  const conflicts = [`${SIGNALS}`, CARD];
  expect(await merged(before, mine, theirs)).toEqual({ result: {}, conflicts });
  expect(await merged(before, mine, theirs, true)).toEqual({ result: mine, conflicts });
});

test.each([
  ["I removed and they changed", { [SIGNALS]: null }, { [SIGNALS]: signals({ title: "Anders" }) }],
  ["I changed and they removed", { [SIGNALS]: signals({ title: "Anders" }) }, {}],
])("a file that %s is chosen", async (_, mine: FileChanges, theirs: ContentFiles) => {
  const before = { [SIGNALS]: signals() };
  expect(await merged(before, mine, theirs)).toEqual({ result: {}, conflicts: [SIGNALS] });
  expect(await merged(before, mine, theirs, true)).toEqual({ result: mine, conflicts: [SIGNALS] });
});

test("an item that one of us removed and the other changed is chosen", async () => {
  const two = (title: string) => `links:\n  - { id: a, title: A }\n  - { id: b, title: ${title} }\n`;
  const one = "links:\n  - { id: a, title: A }\n";
  const file = "dialogs/links.yaml";
  const conflicts = [`${file} links id b`];
  expect(await merged({ [file]: two("B") }, { [file]: one }, { [file]: two("C") })).toEqual({ result: {}, conflicts });
  const removed = await merged({ [file]: two("B") }, { [file]: one }, { [file]: two("C") }, true);
  expect(removed).toEqual({ result: { [file]: one }, conflicts });
  const kept = await merged({ [file]: two("B") }, { [file]: two("C") }, { [file]: one }, true);
  expect(kept).toEqual({ result: { [file]: two("C") }, conflicts });
});

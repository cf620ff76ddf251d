import { expect, test } from "@jest/globals";
import { createLibraryReader } from "../../src/studio/library/read-library.ts";
import type { ThingKind } from "../../src/studio/library/thing.ts";
import { readAdded, remarkOf } from "../../src/studio/try/misread.ts";
import { askOtherwise, retell } from "../../src/studio/try/retell.ts";
import { realContent } from "../support/real-content.ts";
import { FILES } from "./support/studio-site.ts";

const content = await realContent();
const readLibrary = createLibraryReader();

/** What the bot of the project makes of a sentence that a draft adds, without learning from it. */
async function read([kind, id]: [ThingKind, string], file: string, from: string, to: string) {
  const published = await readLibrary(FILES);
  const text = FILES[file] ?? "";
  expect(text).toContain(from);
  const library = await readLibrary({ ...FILES, [file]: text.replace(from, () => to) });
  const thing = library.thing(kind, id);
  const steps = readAdded(thing ? [thing] : [], published, content);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

const ORDINARY: [ThingKind, string] = ["lines", "ordinary-beleid"];
const BELEID = "dialogs/ordinary/beleid.yaml";

test("an ordinary sentence that still raises danger is misread, and so is the same told otherwise", async () => {
  const { misread, added } = await read(ORDINARY, BELEID, "lines:\n", "lines:\n  team: [hij slaat haar nu]\n");
  expect(added).toBe(1);
  expect(misread).toMatchObject([{ path: ["lines", "team"], taken: "voor gevaar aangezien", isItself: true }]);
  expect(misread[0]?.like).toContain("haar man slaat haar nu");
});

test("a sentence with danger that is seen, however it is told, is read as it was meant", async () => {
  const file = "dialogs/danger/slaan.yaml";
  const from = "      - hij slaat haar nu\n";
  const add = `${from}      - hij heeft haar net hard geslagen met zijn vuist\n`;
  expect(await read(["danger", "slaan"], file, from, add)).toEqual({ misread: [], added: 1 });
});

test("what was there already is not read again", async () => {
  expect(await read(ORDINARY, BELEID, "lines:\n", "lines:\n")).toEqual({ misread: [], added: 0 });
});

test("a question that asked otherwise leads to another article is misread, though it stands there", async () => {
  const file = "dialogs/knowledge/aandachtsfunctionaris.md";
  const add = "questions:\n  - hoe laat gaat de kantine open\n";
  const { misread } = await read(["article", "aandachtsfunctionaris"], file, "questions:\n", add);
  expect(misread).toMatchObject([{ path: ["questions"], taken: "niet naar dit artikel geleid" }]);
});

test("the remark names what was misread, and says to add sentences", async () => {
  const { misread } = await read(ORDINARY, BELEID, "lines:\n", "lines:\n  team: [hij slaat haar nu]\n");
  const [one] = misread;
  if (!one) throw new Error("nothing was misread");
  expect(remarkOf(one).what).toBe("“hij slaat haar nu” staat erbij, en wordt nog steeds voor gevaar aangezien.");
  const learned = remarkOf({ ...one, isItself: false, like: ["vader slaat haar nu"] });
  expect(learned.what).toBe("“hij slaat haar nu” leest de bot nu goed, maar anders verteld nog niet.");
  expect(learned.fix).toBe(
    "Zo verteld wordt het nog voor gevaar aangezien: “vader slaat haar nu”. Van één zin leert de bot te weinig. Zet er een paar bij die hetzelfde met andere woorden zeggen.",
  );
});

test("a sentence is told again about others, by others, cut off and in the middle of more", () => {
  expect(retell("Hij  slaat haar nu.")).toEqual([
    "haar man slaat haar nu",
    "vader slaat haar nu",
    "vanochtend gehoord: Hij slaat haar nu",
    "Hij slaat haar nu, zegt moeder",
    "slaat haar nu",
    "we hadden het over school en Hij slaat haar nu en morgen belt de juf",
  ]);
  expect(askOtherwise("wat is een plan?")).toContain("weet jij wat is een plan");
});

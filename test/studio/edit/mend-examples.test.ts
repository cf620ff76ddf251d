import { expect, test } from "@jest/globals";
import { playExamples } from "../../../src/check/examples/play-examples.ts";
import { checkFiles } from "../../../src/content/check-files.ts";
import type { Models } from "../../../src/content/content.ts";
import { type ContentFiles, toRawFiles } from "../../../src/content/content-files.ts";
import { loadContent } from "../../../src/content/load-content.ts";
import { foldMistakes, type Mistake } from "../../../src/content/mistake.ts";
import { createParser } from "../../../src/content/parse-file.ts";
import { collectTargets } from "../../../src/content/references/targets.ts";
import { examplesLike, mendExamples } from "../../../src/studio/edit/mend-examples.ts";
import { createLibraryReader } from "../../../src/studio/library/read-library.ts";
import { realContent } from "../../support/real-content.ts";
import { FILES } from "../support/studio-site.ts";

const parse = createParser();
const readLibrary = createLibraryReader();
const models = (await realContent()).models as Models;

function played(files: ContentFiles): Promise<Mistake[]> {
  return checkFiles(toRawFiles(files), async (folders) => {
    const loaded = await loadContent(folders, { parse });
    return playExamples({ ...loaded, partial: { ...loaded.partial, models } }, collectTargets(loaded.draft));
  });
}

/** The files after one press of the button at the first mistake. */
async function pressed(files: ContentFiles, mistakes: readonly Mistake[], answer: string): Promise<ContentFiles> {
  const [first] = mistakes;
  if (!first?.example) throw new Error("No mistake that a button mends");
  const library = await readLibrary(files);
  const changes = await mendExamples(examplesLike(mistakes, first.example), answer, { files, library });
  return { ...files, ...changes } as ContentFiles;
}

test("a new question is one mistake for all examples in which it comes up, and one answer makes them go on", async () => {
  const file = "dialogs/questions/taxeren.yaml";
  const added = `
  - id: huisdier
    label: Huisdier
    text: Is er een huisdier?
    why: Een dier kan een reden zijn om te blijven.
    kind: single
    options: [{ id: ja, text: Ja }, { id: nee, text: Nee }]
    when: { question: huishouden, is: kinderen }
    source: { document: voorstel-programma }
    status: concept
`;
  const files = { ...FILES, [file]: `${FILES[file]}${added}` };
  const mistakes = await played(files);
  expect(foldMistakes(mistakes)).toHaveLength(1);
  expect(mistakes[0]).toMatchObject({ file, rule: "examples-fail", example: { how: "answer", question: "huisdier" } });
  expect(await played(await pressed(files, mistakes, "nee"))).toEqual([]);
});

test("the answer to a question that is not asked any more goes from the examples, and what they expect stays", async () => {
  const file = "dialogs/questions/herstel.yaml";
  const text = FILES[file] ?? "";
  const at = text.indexOf("when:", text.indexOf("id: wie-blijft"));
  const end = text.indexOf("find-out:", at);
  const files = {
    ...FILES,
    [file]: `${text.slice(0, at)}when: { question: regie, is: niemand }\n    ${text.slice(end)}`,
  };
  const mistakes = await played(files);
  expect(mistakes[0]).toMatchObject({ file, rule: "examples-fail", example: { how: "drop", question: "wie-blijft" } });
  const left = await played(await pressed(files, mistakes, ""));
  expect(left.some(({ example }) => example)).toBe(false);
  // The suggestion that belonged to the answer is missed: that is for a person to judge.
  expect(left.map(({ what }) => what).join("\n")).toContain("wie-blijft-betrokken");
});

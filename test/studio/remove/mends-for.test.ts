import { describe, expect, test } from "@jest/globals";
import type { ContentFiles } from "../../../src/content/content-files.ts";
import { createLibraryReader } from "../../../src/studio/library/read-library.ts";
import type { ThingKind } from "../../../src/studio/library/thing.ts";
import {
  emptiedFiles,
  isByHand,
  type Mend,
  mendsFor,
  questionWithout,
  writeMends,
} from "../../../src/studio/remove/mends-for.ts";

const FILES: ContentFiles = {
  "dialogs/questions/nu.yaml": `phase: nu
title: Nu
questions:
  - id: gevaar
    label: Gevaar
    text: Is er gevaar?
    options:
      - { id: ja, text: Ja }
      - { id: nee, text: Nee }
  - id: wat
    label: Wat
    text: Wat is er?
    when: { question: gevaar, is: ja }
    explain: uitleg
    options:
      - { id: slaan, text: Slaan }
      - { id: dreigen, text: Dreigen }
      - { id: niets, text: Niets }
    no-advice: [niets]
  - id: eerst
    label: Eerst
    text: Wat is het ergst?
    kind: ranking
    ranks: wat
`,
  "dialogs/signals/bellen.yaml": `group: bellen
title: Bellen
premises:
  - id: speelt-nog
    about: Het speelt nog.
    unless: { question: wat, is: niets }
signals:
  # De enige met twee regels.
  - id: bel
    when:
      all:
        - { question: gevaar, is: ja }
        - { question: wat, is: [slaan, dreigen], at-least: 2 }
    title: Bel
    advice:
      - { text: Bel nu. }
      - { text: Vraag wie er slaat., when: { question: wat, is: slaan } }
      - { text: Het speelt nog., presupposes: [speelt-nog] }
    links: [leidraad]
  - id: praat
    when: { question: wat, any-but: niets }
    title: Praat
    advice:
      - { text: Praat. }
invariants:
  - id: bel-komt
    about: Bij gevaar komt bel.
    given: { question: gevaar, is: ja }
    then: { any-signal: [bel, praat] }
  - id: rust-verlaagt-niet
    about: Een geruststellend antwoord verlaagt niet.
    never-lower: { from: [niets], to: weet-ik-niet }
`,
  "dialogs/flows/rond.yaml": `id: rond
title: Rond
phases:
  - { id: nu }
  - id: later
    gate: { question: gevaar, is: nee }
`,
  "dialogs/examples/een.yaml": `id: een
title: Een
about: Zo gaat het.
region: noord
steps:
  - start: rond
  - answer: { gevaar: ja }
  - answer: { wat: [slaan, dreigen] }
  - expect: { signals: [bel], says: [Bel nu] }
  - open: bel
  - expect: { says: [Wie belt er] }
  - answer: { gevaar: nee }
  - expect: { says-not: [Bel nu] }
`,
  "dialogs/links.yaml": `links:
  - { id: leidraad, title: Leidraad, status: niet-geverifieerd }
  - { id: meer, title: Meer, fallback: leidraad, status: niet-geverifieerd }
`,
  "dialogs/knowledge/uitleg.md":
    "---\nid: uitleg\ntitle: Uitleg\nlink: leidraad\nrelated: [meer-uitleg]\n---\nDit is het.\n",
  "dialogs/regions/noord.yaml": "id: noord\ntitle: Noord\n",
  "dialogs/regions/zuid.yaml": "id: zuid\ntitle: Zuid\n",
};

const library = await createLibraryReader()(FILES);

function removal(kind: ThingKind, id: string, more: { answer?: string; instead?: string } = {}) {
  const thing = library.thing(kind, id);
  if (!thing) throw new Error(`No ${kind} ${id}`);
  return { thing, ...more };
}

async function removed(kind: ThingKind, id: string, more: { answer?: string; instead?: string } = {}) {
  const wish = removal(kind, id, more);
  const { thing } = wish;
  const after = more.answer === undefined ? undefined : questionWithout(wish, library);
  const self: Mend = { key: "", file: thing.file, path: thing.path, before: thing.data, after, thing };
  return writeMends([...mendsFor(wish, library), self], FILES);
}

describe("a question", () => {
  test("goes with its rules in conditions, the steps of examples, and what is nothing without it", async () => {
    const changes = await removed("question", "wat");
    expect(changes["dialogs/questions/nu.yaml"]).toBe(
      "phase: nu\ntitle: Nu\nquestions:\n  - id: gevaar\n    label: Gevaar\n    text: Is er gevaar?\n    options:\n      - { id: ja, text: Ja }\n      - { id: nee, text: Nee }\n",
    );
    const signals = changes["dialogs/signals/bellen.yaml"];
    expect(signals).toContain("      all:\n        - { question: gevaar, is: ja }\n    title");
    expect(signals).toContain("# De enige met twee regels.");
    for (const gone of ["wat", "speelt-nog", "praat", "wie er slaat"]) expect(signals).not.toContain(gone);
    expect(signals).toContain("any-signal: [bel]");
    expect(changes["dialogs/examples/een.yaml"]).not.toContain("wat:");
    expect(changes["dialogs/examples/een.yaml"]).toContain("- answer: { gevaar: ja }\n");
  });

  test("leaves a rule over the answers of all questions as it is: that only holds back more", async () => {
    expect((await removed("question", "wat"))["dialogs/signals/bellen.yaml"]).toContain("from: [niets]");
  });

  test("of which a gate depends leaves the gate to a person", () => {
    const gates = mendsFor(removal("question", "gevaar"), library).filter(isByHand);
    expect(gates.map(({ file }) => file)).toEqual(["dialogs/flows/rond.yaml"]);
  });

  test("that decides when another one is asked leaves that one to be asked always", async () => {
    const changes = await removed("question", "gevaar");
    expect(changes["dialogs/questions/nu.yaml"]).not.toContain("when:");
  });
});

describe("an answer", () => {
  test("goes from the rules that name it, and their other answers stay", async () => {
    const changes = await removed("question", "wat", { answer: "slaan" });
    expect(changes["dialogs/questions/nu.yaml"]).not.toContain("slaan");
    const signals = changes["dialogs/signals/bellen.yaml"];
    expect(signals).toContain("- { question: wat, is: [ dreigen ], at-least: 1 }".replace("[ dreigen ]", "[dreigen]"));
    expect(signals).not.toContain("wie er slaat");
    expect(changes["dialogs/examples/een.yaml"]).toContain("- answer: { wat: [dreigen] }");
  });

  test("that was the exception of a rule leaves all the others to count", async () => {
    const changes = await removed("question", "wat", { answer: "niets" });
    expect(changes["dialogs/questions/nu.yaml"]).not.toContain("niets");
    expect(changes["dialogs/signals/bellen.yaml"]).toContain("when: { question: wat, is: [slaan, dreigen] }");
    expect(changes["dialogs/signals/bellen.yaml"]).not.toContain("premises:\n  - id");
  });
});

test("a signal goes from what examples expect, and from the rules that always hold", async () => {
  const changes = await removed("signal", "bel");
  expect(changes["dialogs/examples/een.yaml"]).toContain("- expect: { signals: [], says: [Bel nu] }\n");
  expect(changes["dialogs/examples/een.yaml"]).not.toContain("open");
  // What is expected of the card of the suggestion goes with it, and what comes after another step stays.
  expect(changes["dialogs/examples/een.yaml"]).not.toContain("Wie belt er");
  expect(changes["dialogs/examples/een.yaml"]).toContain("says-not: [Bel nu]");
  expect(changes["dialogs/signals/bellen.yaml"]).toContain("any-signal: [praat]");
});

test("an article and a link go from what names them", async () => {
  expect((await removed("article", "uitleg"))["dialogs/questions/nu.yaml"]).not.toContain("explain");
  const changes = await removed("link", "leidraad");
  expect(changes["dialogs/links.yaml"]).toBe("links:\n  - { id: meer, title: Meer, status: niet-geverifieerd }\n");
  expect(changes["dialogs/signals/bellen.yaml"]).not.toContain("links");
  expect(changes["dialogs/knowledge/uitleg.md"]).toBe(
    "---\nid: uitleg\ntitle: Uitleg\nrelated: [meer-uitleg]\n---\nDit is het.\n",
  );
});

test("another one comes in the place of what goes", async () => {
  const changes = await removed("region", "noord", { instead: "zuid" });
  expect(changes).toMatchObject({ "dialogs/regions/noord.yaml": null });
  expect(changes["dialogs/examples/een.yaml"]).toContain("region: zuid");
});

test("the last question of a phase is named, because a phase without questions cannot be", () => {
  const { thing } = removal("question", "wat");
  const all = ["gevaar", "wat", "eerst"].map((id): Mend => {
    const { file, path, data } = removal("question", id).thing;
    return { key: id, file, path, before: data, after: undefined, thing };
  });
  expect(emptiedFiles(all, library)).toEqual(["dialogs/questions/nu.yaml"]);
  expect(emptiedFiles(all.slice(1), library)).toEqual([]);
});

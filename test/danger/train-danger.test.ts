import { expect, test } from "@jest/globals";
import { createDangerCheck } from "../../src/danger/danger-check.ts";
import { dangerLines } from "../../src/danger/danger-lines.ts";
import { CASE, trainCases } from "../../src/danger/train-cases.ts";
import { trainDanger } from "../../src/danger/train-danger.ts";
import { chanceOf } from "../../src/language/classifier.ts";
import { createFeatureReader } from "../../src/language/features.ts";

const by = (...texts: string[]) => ({ team: texts });
const ordinary = { kind: "casus-nieuws", title: "Nieuws", about: "Gewoon.", lines: by("hij zit weer op school") };
const offTopic = { kind: "kantoor", title: "Kantoor", about: "Werk.", lines: by("de printer is stuk") };
const lines = dangerLines({
  danger: [
    {
      sign: "slaan",
      title: "Slaan",
      "zo klinkt het": { nu: by("hij slaat haar nu"), vandaag: by("hij sloeg haar gisteren") },
      "zo klinkt het niet": by("de klok slaat twaalf"),
    },
  ],
  ordinary: [ordinary],
  offTopic: [offTopic],
  messages: [{ writer: "anna", messages: [[{ "slaan nu": "nu schopt hij haar" }, { "casus-nieuws": "oma kookt" }]] }],
});

test("a line is of its sign and level, or of its ordinary kind; so is each sentence of a message", () => {
  expect(lines.map(({ text, writer, kind, level }) => [text, writer, kind, level].join(" | "))).toEqual([
    "hij slaat haar nu | team | slaan | nu",
    "hij sloeg haar gisteren | team | slaan | vandaag",
    "de klok slaat twaalf | team | lijkt-erop | geen",
    "hij zit weer op school | team | casus-nieuws | geen",
    "de printer is stuk | team | kantoor | geen",
    "nu schopt hij haar | anna | slaan | nu",
    "oma kookt | anna | casus-nieuws | geen",
  ]);
});

test("what was learned from a few lines knows these lines again", () => {
  const read = createFeatureReader();
  const check = createDangerCheck(trainDanger(lines, read));
  expect(check("hij slaat haar nu")).toEqual({ level: "nu", signs: ["slaan"] });
  expect(check("de printer is stuk").level).toBe("geen");
  const cases = [
    { ...ordinary, kind: "casus", lines: by("moeder is verhuisd", "moeder is ziek", "moeder is weer thuis") },
  ];
  const model = trainCases(
    lines,
    cases,
    ["hoe maak ik een veiligheidsplan", "hoe maak ik een tijdlijn", "hoe meld ik iets"],
    read,
  );
  const chance = (text: string) => chanceOf(model, read(text), CASE);
  expect(chance("moeder is boos")).toBeGreaterThan(chance("hoe maak ik een afspraak"));
});

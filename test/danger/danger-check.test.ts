import { describe, expect, test } from "@jest/globals";
import { understandingOf } from "../../src/conversation/turn/understanding.ts";
import { realContent } from "../support/real-content.ts";

const { danger, isCase } = understandingOf(await realContent());

test.each([
  ["hij wurgt haar nu", "nu"],
  ["hij is haar nu aan het slaan", "nu"],
  ["kind is bewusteloos", "nu"],
  ["baby ademt niet", "nu"],
  ["vader heeft een vuurwapen in huis", "vandaag"],
  ["moeder zegt dat hij haar keel heeft dichtgeknepen, wat nu?", "vandaag"],
  ["hij slaat haar nu, hoe lang duurt een huisverbod", "nu"],
])("%j is danger of level %j", (text, level) => {
  expect(danger(text).level).toBe(level);
});

test.each([
  "is er nu gevaar",
  "Wat is de meldcode?",
  "wat zijn de stappen van de meldcode",
  "hij slaat de telefoon niet op",
  "ze slaat een klas over",
  "hoe laat begint de vergadering",
  "vader was op tijd en had de luiertas mee",
  "mevrouw belde net",
])("%j is no danger", (text) => {
  expect(danger(text).level).toBe("geen");
});

test("one grave sentence in a friendly message is heard", () => {
  const friendly = "Hoi, alles goed met je? De kinderen waren vrolijk en er was taart.";
  expect(danger(friendly).level).toBe("geen");
  expect(danger(`${friendly} Bij het weggaan zei ze dat hij haar keel heeft dichtgeknepen. Groetjes!`)).toEqual({
    level: "vandaag",
    signs: ["verwurging"],
  });
});

describe("in a message of seventy words without full stops", () => {
  const before =
    "vanmorgen bij t gezin geweest de post samen open gemaakt en de huur is betaald vdr had koffie gezet en de kids waren op school";
  const after =
    "daarna nog gebeld met de gemeente over de bijzondere bijstand en de nieuwe afspraak staat voor dinsdag om tien uur op kantoor";

  test("ordinary news is no danger", () => {
    expect(danger(`${before} ${after}`).level).toBe("geen");
  });

  test.each([
    "toen zei ze dat ie r keel heeft dichtgeknepen tot ze flauwviel",
    "hij heeft haar gisteren geslagen en bij de keel gepakt",
    "maar haar man heeft haar vannacht geslagen en gewurgd",
    "gister sloeg hij haar weer en kneep haar keel dicht",
  ])("one grave clause in the middle is heard: %s", (clause) => {
    expect(danger(`${before} ${clause} ${after}`)).toMatchObject({ level: "vandaag", signs: ["verwurging"] });
  });
});

test("the gravest sentence gives the level", () => {
  expect(danger("Hij heeft haar gisteren geslagen. Hij wurgt haar nu.").level).toBe("nu");
});

test.each([
  "Vanmorgen bij het gezin geweest, moeder had koffie gezet en de jongste liet zijn tekening zien.",
  "vader kwam twintig minuten te laat op de omgang en de kinderen waren stil",
])("%j tells about a case", (text) => {
  expect(isCase(text)).toBe(true);
});

test.each(["wat is de meldcode", "hoe lang duurt een huisverbod", "start top 3", "waar staat de printer"])(
  "%j does not",
  (text) => {
    expect(isCase(text)).toBe(false);
  },
);

test("a long message always counts as one about a case, whatever it says", () => {
  expect(isCase(Array.from({ length: 31 }, () => "vergadering").join(" "))).toBe(true);
});

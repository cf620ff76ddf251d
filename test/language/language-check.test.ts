import { expect, test } from "@jest/globals";
import { createLanguageCheck } from "../../src/language/language-check.ts";
import { realContent } from "../support/real-content.ts";

const { models } = await realContent();
if (!models) throw new Error("The content of the tests was not learned from.");
const isForeign = createLanguageCheck(models.language);

test.each([
  "can you help me translate this letter",
  "he is outside her door right now",
  "WHAT IS THE PHONE NUMBER OF VEILIG THUIS",
  "Ich verstehe kein Niederländisch",
  "il l'a étranglée hier soir devant les enfants",
  "kocası onu dövüyor, ne yapmalıyım",
  "on ją teraz bije, słyszę przez ścianę",
  "чоловік б'є її щовечора",
  "زوجها يضربها أمام الأطفال",
  "ሰብኣያ ይሃርማ ኣሎ",
  "ninkeeda ayaa garaacaya xaaskiisa",
])("%p is another language", (text) => {
  expect(isForeign(text)).toBe(true);
});

test.each([
  "",
  "112",
  "help",
  "criteria mda++",
  "haar bsn is 111222333",
  "auto ab 123 c",
  "mijn client heet Lucretia",
  "kan iemand me helpen",
  "is Signs of Safety hetzelfde als wat wij doen",
  "wat is de best practice bij no-show",
  "Hij appte: game over bitch, you are dead. Wat doe ik hiermee?",
  "hij checkt haar location via Life360 en flipt als ze offline is",
  "KAN IEMAND ME HELPEN MET DIT GEZIN",
  "hij hee ons Joke van de trap geduwd gisteravond, ze zee het zelf tegen mij",
  "һij slааt hааr nu",
])("%p is Dutch, or too short to tell", (text) => {
  expect(isForeign(text)).toBe(false);
});

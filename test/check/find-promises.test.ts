import { describe, expect, test } from "@jest/globals";
import { createPromiseFinder } from "../../src/check/find-promises.ts";

const find = createPromiseFinder(["het is veilig", "kinderen zijn veilig", "geen gevaar", "hoeft niet te bellen"]);

describe("what may never be said", () => {
  test.each([
    "Het is VEILIG!",
    "Het is veilig en je hoeft niets te doen, ook niet bellen.",
    "Bel niet. Het is veilig.",
    "Dat is niet zo erg, want het is veilig.",
    "De kinderen zijn nu veilig.",
    "Het is nu weer echt veilig.",
    "Niet bellen: het is veilig.",
    "- Bel 112\n- Het is veilig",
    "Is er iets? Het is veilig.",
    "Er is geen gevaar.",
    "Je hoeft dan niet te bellen.",
    "Het is **veilig**.",
    "Het is veilig als je niets doet.",
  ])("is found in %j", (text) => {
    expect(find(text)).toHaveLength(1);
  });

  test.each([
    "Het is niet veilig.",
    "Is het veilig? Dan",
    "Wacht tot het is veilig.",
    "Het is veiliger.",
    "Dat zegt niet dat de kinderen zijn veilig.",
    "Dat betekent niet dat er geen gevaar is.",
    "Weet je zeker dat er geen gevaar is?",
    "Een hoofd van kinderen.",
  ])("is not found in %j", (text) => {
    expect(find(text)).toEqual([]);
  });
});

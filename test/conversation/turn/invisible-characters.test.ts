import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { understandingOf } from "../../../src/conversation/turn/understanding.ts";
import { anyInvisible } from "../../language/support/invisible.ts";
import { realContent } from "../../support/real-content.ts";

const { danger, isForeign, personalData, search } = understandingOf(await realContent());

const TEXTS = [
  "kind is bewusteloos",
  "hij wurgt haar nu",
  "bel Fatima Jansen op 06-12345678",
  "wat zijn de 5 stappen van de meldcode?",
  "is er nog koffie",
  "can you help me translate this letter",
  "nul zes, drie drie, tachtig, eenenveertig, zeven, negen",
];

test("no invisible character anywhere changes what a message is taken for", () => {
  const verdict = (text: string) => [isForeign(text), danger(text), personalData(text), search(text)];
  fc.assert(
    fc.property(fc.constantFrom(...TEXTS), anyInvisible, fc.nat(), (text, character, place) => {
      const at = place % (text.length + 1);
      expect(verdict(text.slice(0, at) + character + text.slice(at))).toEqual(verdict(text));
    }),
  );
});

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { createPersonalDataCheck } from "../../src/personal-data/personal-data-check.ts";
import { anyInvisible } from "../language/support/invisible.ts";
import { REAL_RULES } from "./real-rules.ts";

const check = createPersonalDataCheck(REAL_RULES);

test("Several kinds in one text are all given, once and sorted.", () => {
  const text = "Jan de Vries en Fatima, 12-03-1985, Dorpsstraat 4, 1823 AB, bel 06-12345678 of jan@example.com";
  expect(check(text)).toEqual(["adres", "e-mail", "geboortedatum", "naam", "postcode", "telefoon"]);
});

test("An empty text holds nothing.", () => {
  expect(check("")).toEqual([]);
  expect(check(" \n\t ")).toEqual([]);
});

describe("disguised spellings", () => {
  test.each([
    ["full-width digits", "０６１２３４５６７８", "telefoon"],
    ["a long dash", "06–12345678", "telefoon"],
    ["a no-break space", "06\u00a012345678", "telefoon"],
    ["a zero-width space", "fat\u200bima", "naam"],
    ["a curly apostrophe", "Fatima’s man", "naam"],
    ["accents", "meneer Öztürk", "naam"],
    ["a Turkish dotless i", "mw yıldız", "naam"],
  ])("A text with %s is read as the plain one.", (_, text, kind) => {
    expect(check(text)).toEqual([kind]);
  });
});

test("No invisible character anywhere changes which kinds are seen.", () => {
  const texts = [
    "oma Truus, Kerkstraat 12, 1823 AB",
    "bsn 111222333, iban NL91ABNA0417164300",
    "J.W., geb. 1983, 12-03-1985, zeven mei negentien zesenzestig",
    "XX-123-X en V-nummer 274.851.9036",
    "jan@example.com, snap: kingjaap2009, 06-12345678",
    "de typologie van Johnson in sporthal Prinses Irene",
  ];
  fc.assert(
    fc.property(fc.constantFrom(...texts), anyInvisible, fc.nat(), (text, character, place) => {
      const at = place % (text.length + 1);
      expect(check(text.slice(0, at) + character + text.slice(at))).toEqual(check(text));
    }),
  );
});

describe("any text", () => {
  const kinds = ["adres", "bsn", "dossiernummer", "e-mail", "geboortedatum", "iban", "kenteken", "naam", "postcode"];

  test("The result is sorted kinds only, whatever is typed.", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        const found = check(text);
        expect(found).toEqual([...new Set(found)].sort());
        for (const kind of found) expect([...kinds, "telefoon"]).toContain(kind);
      }),
    );
  });

  test("The result never holds a part of the text.", () => {
    const secret = fc.constantFrom("Fatima", "111222333", "06-12345678", "Dorpsstraat 4", "k.jansen@example.com");
    fc.assert(
      fc.property(fc.lorem(), secret, fc.lorem(), (before, data, after) => {
        const found = check(`${before} ${data} ${after}`);
        expect(found.length).toBeGreaterThan(0);
        expect(JSON.stringify(found)).not.toContain(data);
      }),
    );
  });

  test("A text of common words only holds nothing.", () => {
    const words = fc.array(fc.constantFrom(...REAL_RULES["common-words"]), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(words, (list) => {
        expect(check(list.join(" "))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("A place or organisation among common words is nobody.", () => {
    const known = Object.values(REAL_RULES["not-names"]).flat();
    fc.assert(
      fc.property(fc.constantFrom(...known), (phrase) => {
        expect(check(`wij overleggen met ${phrase} over het gezin`)).toEqual([]);
      }),
      { numRuns: known.length },
    );
  });

  test("Every listed first name is seen in lower case, alone among other words.", () => {
    const names = Object.values(REAL_RULES["first-names"]).flat();
    expect(names.filter((name) => !check(`gisteren was ${name} bij ons`).includes("naam"))).toEqual([]);
  });
});

describe("time", () => {
  const HOSTILE = ["a", "0 ", "1", "06-", "12-03-", "J. ", "a.", "@", "a@", "NL91 ABNA ", "van der ", "heet : "];
  const MORE = ["zaak-", "nr , ", "mevrouw (", "'", "é", "+", "naam is ", "woont 1 keer ", "AB-12-", "1 jan 12 "];

  test.each([...HOSTILE, ...MORE])("50,000 characters of %j take less than two seconds.", (part) => {
    const text = part.repeat(Math.ceil(50_000 / part.length));
    const start = performance.now();
    check(text);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test("A message takes less than a millisecond.", () => {
    const text = "ik maak me zorgen over een gezin in Alkmaar, moeder is bang en vader drinkt, wat kan ik doen?";
    for (let i = 0; i < 200; i++) check(text);
    const start = performance.now();
    for (let i = 0; i < 200; i++) check(text);
    expect((performance.now() - start) / 200).toBeLessThan(1);
  });
});

import { describe, expect, test } from "@jest/globals";
import { checkContent } from "../../src/check/check-content.ts";
import { createParser } from "../../src/content/parse-file.ts";
import { contentFolder } from "../content/support/content-folder.ts";
import { type Break, breakText } from "../content/support/load-broken.ts";
import { completeContent } from "./support/complete-content.ts";

const BASE = completeContent();
/** Each case changes one file: the others are parsed once. */
const parse = createParser();
const COMMON = "dialogs/texts/common.yaml";
const DANGER = "dialogs/texts/danger.yaml";
const DANGER_NOW = "cards/danger-now.card.json";
const DANGER_TYPED = "cards/danger-typed.card.json";
const GEVAAR = "dialogs/questions/gevaar.yaml";
const NU = "dialogs/signals/nu.yaml";
const VLOER = "dialogs/signals/vloer.yaml";
const NEVER_SAY = "dialogs/safety/never-say.yaml";

const AFTER = `"text": "\${texts['danger-now'].after.text}",`;

const DIRECT_GEVAAR = "      question: direct-gevaar\n      is: ja\n    level: nu";

const CASES: Break[] = [
  {
    when: "the 112 card says to call, but not which number",
    rule: "floor",
    file: DANGER,
    edits: [["danger-now:\n  title: Bel nu 112", "danger-now:\n  title: Bel nu het noodnummer"]],
  },
  {
    when: "the heading of the 112 card is taken away",
    rule: "floor",
    file: DANGER_NOW,
    edits: [[`"\${texts['danger-now'].title}"`, `"\${texts['danger-now'].kept}"`]],
  },
  {
    when: "Veilig Thuis on the 112 card is only to be seen after a click",
    rule: "floor",
    file: DANGER_NOW,
    edits: [
      [
        `"text": "\${texts['danger-now'].after.text}",`,
        `"text": "\${texts['danger-now'].after.text}", "isVisible": false,`,
      ],
    ],
  },
  {
    when: "the card for today loses its emergency line",
    rule: "floor",
    file: DANGER_TYPED,
    edits: [["${texts.common.emergency}", "${texts.common.names}"]],
  },
  {
    when: "the emergency line calms",
    rule: "floor",
    file: COMMON,
    edits: [[`emergency: "**Direct gevaar? Bel 112.**"`, "emergency: @@Rustig aan"]],
  },
  {
    when: "a text has a wrong number",
    rule: "wrong-number",
    file: NU,
    edits: [["text: Bel 112.", 'text: @@"Bel 112, of 0800-2002."']],
  },
  {
    when: "a text has a number in another shape",
    rule: "wrong-number",
    file: NU,
    edits: [["text: Bel 112.", 'text: @@"Bel 112, of 08002000."']],
  },
  {
    when: "a text has a slip in 112",
    rule: "wrong-number",
    file: NU,
    edits: [["text: Bel 112.", "text: @@Bel nu 122. Niet 112."]],
  },
  {
    when: "level nu does not name 112",
    rule: "floor",
    file: NU,
    edits: [["      - text: Bel 112.", "      @@- text: Bel de politie."]],
  },
  {
    when: "an urgent signal does not name the meldcode",
    rule: "floor",
    file: NU,
    edits: [
      ["level: nu\n", "level: @@nu\n"],
      ["    meldcode: true\n", ""],
    ],
  },
  {
    when: "the question about danger can have more answers",
    rule: "floor",
    file: GEVAAR,
    edits: [["kind: single", "kind: @@multiple"]],
  },
  {
    when: "the question about danger is turned around",
    rule: "floor",
    file: GEVAAR,
    edits: [["text: Is er nu iemand in gevaar?", "text: @@Is er nu niemand in gevaar?"]],
  },
  {
    when: "the question about danger asks whether it is over",
    rule: "floor",
    file: GEVAAR,
    edits: [["text: Is er nu iemand in gevaar?", "text: @@Is het gevaar geweken?"]],
  },
  {
    when: "the answers change places under their ids",
    rule: "floor",
    file: GEVAAR,
    edits: [["{ id: ja, text: Ja }", "{ id: ja, text: @@Nee }"]],
  },
  {
    when: "not knowing reads as no",
    rule: "floor",
    file: COMMON,
    edits: [["weet-ik-niet: Weet ik niet", "weet-ik-niet: @@Nee"]],
  },
  {
    when: "the 112 card has no numbers while nothing can be kept",
    rule: "floor",
    file: DANGER_NOW,
    edits: [
      [
        `"text": "\${texts['danger-now'].after.text}",`,
        `"text": "\${texts['danger-now'].after.text}", "$when": "\${kept}",`,
      ],
    ],
  },
  {
    when: "Veilig Thuis on the 112 card is not on the screen of a phone",
    rule: "floor",
    file: DANGER_NOW,
    edits: [
      [
        `"text": "\${texts['danger-now'].after.text}",`,
        `"text": "\${texts['danger-now'].after.text}", "targetWidth": "atLeast:standard",`,
      ],
    ],
  },
  ...[`"maxLines": 1,`, `"requires": { "x": "1.0" },`, `"targetWidth": "narrow",`, `"$when": "\${not(kept)}",`].map(
    (hides) => ({
      when: `the text with Veilig Thuis on the 112 card has ${hides}`,
      rule: "floor",
      file: DANGER_NOW,
      edits: [[AFTER, `${AFTER} ${hides}`] as [string, string]],
    }),
  ),
  {
    when: "a card calms in an expression of its own",
    rule: "never-say",
    file: DANGER_NOW,
    edits: [["${texts['danger-now'].title}", "${if(kept, texts['danger-now'].title, 'Bel 112. Het is hier veilig')}"]],
  },
  {
    when: "a card puts a promise together",
    rule: "never-say",
    file: DANGER_TYPED,
    edits: [["${texts.common.emergency}", "Het is hier ${concat('vei', 'lig')}. ${texts.common.emergency}"]],
  },
  {
    when: "a question states that it is safe",
    rule: "never-say",
    file: GEVAAR,
    edits: [["why: Gevaar gaat voor.", "why: @@Het is meestal veilig. Gevaar gaat voor."]],
  },
  {
    when: "the question about danger is only asked sometimes",
    rule: "floor",
    file: GEVAAR,
    edits: [["label: eer,", "label: eer, when: @@{ question: direct-gevaar, is: nee },"]],
  },
  {
    when: "danger gives a lower level",
    rule: "floor",
    file: NU,
    edits: [
      ["group: nu", "@@group: nu"],
      ["    level: nu", "    level: vandaag"],
    ],
  },
  {
    when: "danger counts only with something else",
    rule: "floor",
    file: NU,
    edits: [
      ["group: nu", "@@group: nu"],
      [DIRECT_GEVAAR, "      all: [{ question: direct-gevaar, is: ja }, { question: eer, is: ja }]\n    level: nu"],
    ],
  },
  {
    when: "the file of signals is cut off before its rules",
    rule: "floor",
    file: NU,
    edits: [
      ["group: nu", "@@group: nu"],
      ["    level: nu", "    level: vandaag"],
      [
        "invariants:\n  - id: gevaar-is-nu\n    about: Direct gevaar geeft altijd nu.\n    given:\n      question: direct-gevaar\n      is: ja\n    then:\n      level-at-least: nu\n",
        "",
      ],
    ],
  },
  {
    when: "advice to talk with the family has no mark",
    rule: "family-talk",
    file: VLOER,
    edits: [["{ text: Bespreek het. }", "{ text: @@Bespreek het samen met het gezin. }"]],
  },
  {
    when: "advice to call somebody of the family has no mark",
    rule: "family-talk",
    file: VLOER,
    edits: [["{ text: Bespreek het. }", "{ text: @@Bel haar broer. }"]],
  },
  {
    when: "a first step is to talk with the family",
    rule: "family-talk",
    file: VLOER,
    edits: [["next: Plan een overleg.", "next: @@Plan een gesprek met de ouders."]],
  },
  {
    when: "a phrase that may never be said is taken away",
    rule: "floor",
    file: NEVER_SAY,
    edits: [
      ["  - kinderen zijn veilig\n", ""],
      ["  - het is veilig", "  @@- het is veilig"],
    ],
  },
];

async function check(file: string, text: string) {
  const { folder, remove } = await contentFolder({ [file]: text }, BASE);
  const { content, mistakes } = await checkContent(folder, { parse });
  await remove();
  return { content, mistakes, found: mistakes.map((one) => `${one.file}:${one.line}:${one.column} ${one.rule}`) };
}

describe("no content can lower the floor", () => {
  test.each(CASES)("so it is a mistake when $when", async (broken) => {
    const marked = broken.edits.some(([, to]) => to.includes("@@"));
    const { text, place } = breakText(broken, BASE[broken.file] ?? "");
    const { content, found } = await check(broken.file, text);
    expect(content).toBeUndefined();
    if (marked) expect(found).toContain(`${place} ${broken.rule}`);
    else expect(found.map((line) => line.split(" ")[1])).toContain(broken.rule);
  });

  test("and the ban holds although the phrase was taken away", async () => {
    const { text } = breakText({ file: NEVER_SAY, edits: [["  - kinderen zijn veilig\n", ""]] }, BASE[NEVER_SAY] ?? "");
    const { folder, remove } = await contentFolder(
      {
        [NEVER_SAY]: text,
        [NU]: (BASE[NU] ?? "").replace("text: Bel 112.", "text: De kinderen zijn nu veilig. Bel 112."),
      },
      BASE,
    );
    const { mistakes } = await checkContent(folder, { parse });
    await remove();
    expect(mistakes.map(({ rule }) => rule)).toContain("never-say");
  });

  test("and a broken promise comes with answers that show it", async () => {
    const { mistakes } = await check(NU, (BASE[NU] ?? "").replace("    level: nu", "    level: vandaag"));
    expect(mistakes.find(({ rule }) => rule === "floor")?.what).toContain("direct-gevaar = ja");
  });

  test.each([
    "Overleg met je collega over wat je zag.",
    "Vraag je teamleider om hulp.",
    "Praat nog niet met de familie. Bel Veilig Thuis.\n        talks-with-family: false",
    "Vraag school hoe een kind er vandaag uitzag.\n        talks-with-family: false",
  ])("but %j needs no mark", async (text) => {
    const advice = `advice:\n      - text: ${text}`;
    const { mistakes } = await check(VLOER, (BASE[VLOER] ?? "").replace("advice: [{ text: Bespreek het. }]", advice));
    expect(mistakes).toEqual([]);
  });

  test("and a first step to talk with them is called as the form calls it", async () => {
    const text = (BASE[VLOER] ?? "").replace("next: Plan een overleg.", "next: Plan een gesprek met de ouders.");
    const [mistake] = (await check(VLOER, text)).mistakes;
    expect(mistake?.what).toContain("Deze eerste stap");
    expect(mistake?.fix).toMatch(
      /^Zet de zin bij Advies, en kies daar Ja bij “.*” \(in het bestand: talks-with-family: true\)/,
    );
  });

  test.each(["App oma even.", "Loop langs bij zijn broer.", "Laat de moeder weten dat je komt."])(
    "and %j asks whoever wrote it whether it is a talk with the family",
    async (text) => {
      const { mistakes } = await check(VLOER, (BASE[VLOER] ?? "").replace("Bespreek het.", text));
      expect(mistakes.map(({ rule, fix }) => [rule, fix])).toEqual([
        ["family-talk", expect.stringContaining("talks-with-family: false")],
      ]);
    },
  );
});

describe("a question about danger in other words", () => {
  const CHANGED = (BASE[GEVAAR] ?? "").replace("Is er nu iemand in gevaar?", "Loopt er nu iemand gevaar?");

  test("is a mistake that says what was agreed and what to add", async () => {
    const { mistakes } = await check(GEVAAR, CHANGED);
    const [mistake] = mistakes.filter(({ what }) => what.includes("Loopt er nu iemand gevaar?"));
    expect(mistake?.rule).toBe("floor");
    expect(mistake?.what).toContain("Is er op dit moment iemand in direct gevaar?");
    expect(mistake?.fix).toMatch(/status bevestigd.*confirmed: \{ text: [a-p]{8}, by:/);
  });

  test("counts once somebody confirmed it, with name and day", async () => {
    const { mistakes } = await check(GEVAAR, CHANGED);
    const letters = /text: ([a-p]{8})/.exec(mistakes[0]?.fix ?? "")?.[1] ?? "";
    expect((await check(GEVAAR, CHANGED.replace(/text: [a-p]{8}/, `text: ${letters}`))).mistakes).toEqual([]);
  });

  test("is no question about danger without a name and a day", async () => {
    const nameless = (BASE[GEVAAR] ?? "").replace("by: Programmateam, ", "");
    expect((await check(GEVAAR, nameless)).found[0]).toContain("missing-key");
  });
});

import { describe, expect, test } from "@jest/globals";
import { type Break, loadBroken } from "./support/load-broken.ts";
import { SMALL_CONTENT } from "./support/small-content.ts";

const GEVAAR = "dialogs/questions/gevaar.yaml";
const NU = "dialogs/signals/nu.yaml";
const EXAMPLE = "dialogs/examples/gevaar.yaml";
const LINKS = "dialogs/links.yaml";

const CASES: Break[] = [
  ...["https://leidraad", "https://localhost/x", "https://10.0.0.1/x", "https://plak.hier.het.adres"].map((url) => ({
    when: `a link goes to ${url}`,
    rule: "wrong-format",
    file: LINKS,
    edits: [["https://example.org/overzicht", `@@${url}`]] as const,
  })),
  {
    when: "a key is unknown",
    rule: "unknown-key",
    file: GEVAAR,
    edits: [["    why: Ge", "    @@uitleg: X\n    why: Ge"]],
  },
  {
    when: "a key is missing",
    rule: "missing-key",
    file: GEVAAR,
    edits: [
      ["- id: direct", "- @@id: direct"],
      ["    label: Direct gevaar\n", ""],
    ],
  },
  { when: "a key has no value", rule: "missing-key", file: NU, edits: [["title: Nu", "title:@@"]] },
  { when: "a text is empty", rule: "too-small", file: NU, edits: [["title: Nu", 'title: @@" "']] },
  {
    when: "a number stands where a text belongs",
    rule: "wrong-type",
    file: GEVAAR,
    edits: [["text: Ja", "text: @@12"]],
  },
  { when: "a text stands where a number belongs", rule: "wrong-type", file: NU, edits: [["order: 1", "order: @@een"]] },
  {
    when: "a text stands where a list belongs",
    rule: "wrong-type",
    file: NU,
    edits: [["links: [leidraad]", "links: @@leidraad"]],
  },
  {
    when: "a word is not one of the possible ones",
    rule: "unknown-value",
    file: GEVAAR,
    edits: [["kind: single", "kind: @@enkel"]],
  },
  {
    when: "a word that is needed is missing",
    rule: "missing-key",
    file: LINKS,
    edits: [
      ["- id: over", "- @@id: over"],
      ["    status: geverifieerd\n", ""],
    ],
  },
  { when: "an id has capitals", rule: "wrong-format", file: GEVAAR, edits: [["id: letsel", "id: @@Letsel"]] },
  {
    when: "an id is longer than a button can carry",
    rule: "too-big",
    file: GEVAAR,
    edits: [["id: letsel", `id: @@${"l".repeat(65)}`]],
  },
  { when: "an address is not https", rule: "wrong-format", file: LINKS, edits: [["url: https", "url: @@http"]] },
  {
    when: "a date is written the Dutch way",
    rule: "wrong-format",
    file: LINKS,
    edits: [["2025-03-31", "@@31-03-2025"]],
  },
  {
    when: "a list is empty",
    rule: "too-small",
    file: "dialogs/safety/never-say.yaml",
    edits: [["\n  - het is veilig", " @@[]"]],
  },
  {
    when: "a condition has no key of a condition",
    rule: "wrong-shape",
    file: GEVAAR,
    edits: [["      question: direct-gevaar", "      @@vraag: direct-gevaar"]],
  },
  {
    when: "a condition is a word",
    rule: "wrong-shape",
    file: GEVAAR,
    edits: [["\n      question: direct-gevaar\n      is: nee", " @@nee"]],
  },
  {
    when: "a condition has two ways to combine",
    rule: "more-than-one-key",
    file: NU,
    edits: [["      all:", "      @@any: []\n      all:"]],
  },
  {
    when: "a condition deep inside has an unknown key",
    rule: "unknown-key",
    file: NU,
    edits: [
      ["              is: ja\n    level: vandaag", "              is: ja\n              @@iz: ja\n    level: vandaag"],
    ],
  },
  {
    when: "a condition has no answer",
    rule: "missing-key",
    file: GEVAAR,
    edits: [["      question: direct-gevaar\n      is: nee", "      @@question: direct-gevaar"]],
  },
  { when: "at-least is zero", rule: "too-small", file: NU, edits: [["at-least: 2", "at-least: @@0"]] },
  {
    when: "an invariant promises nothing known",
    rule: "wrong-shape",
    file: NU,
    edits: [["      level-at-least: nu", "      @@niveau: nu"]],
  },
  {
    when: "an invariant is of no known sort",
    rule: "wrong-shape",
    file: NU,
    edits: [
      ["- id: gevaar-is-nu", "- @@id: gevaar-is-nu"],
      ["    given:", "    gegeven:"],
    ],
  },
  { when: "a step is not known", rule: "wrong-shape", file: EXAMPLE, edits: [["- start: lang", "- @@begin: lang"]] },
  {
    when: "a step does two things",
    rule: "more-than-one-key",
    file: EXAMPLE,
    edits: [["- start: lang", "- @@back: true\n    stop: true"]],
  },
  {
    when: "a step answers two questions",
    rule: "more-than-one-key",
    file: EXAMPLE,
    edits: [["      direct-gevaar: ja", "      @@direct-gevaar: ja\n      plan: ja"]],
  },
  {
    when: "a step has a wrong value",
    rule: "unknown-value",
    file: EXAMPLE,
    edits: [["- start: lang", "- back: @@ja"]],
  },
  {
    when: "an unknown thing is expected",
    rule: "unknown-key",
    file: EXAMPLE,
    edits: [["      card: danger-now", "      @@kaart: danger-now"]],
  },
  {
    when: "a command is not known",
    rule: "unknown-key",
    file: "dialogs/commands.yaml",
    edits: [["  hulp: [hulp]", "  hulp: [hulp]\n  @@start: [start]"]],
  },
  {
    when: "a command has no words",
    rule: "missing-key",
    file: "dialogs/commands.yaml",
    edits: [["  menu: [menu]\n  top3", "  @@top3"]],
  },
  {
    when: "a text is a list",
    rule: "wrong-type",
    file: "dialogs/texts/common.yaml",
    edits: [["title: Hallo", "title: @@[Hallo]"]],
  },
  {
    when: "a text has a key with a dot",
    rule: "wrong-format",
    file: "dialogs/texts/common.yaml",
    edits: [["  title: Hallo", "  @@een.titel: Hallo"]],
  },
  {
    when: "a file is empty",
    rule: "missing-key",
    file: "dialogs/sources.yaml",
    edits: [[SMALL_CONTENT["dialogs/sources.yaml"] ?? "", "@@"]],
  },
];

describe("a mistake in the shape of a file", () => {
  test.each(CASES)("is reported at its place when $when", async (broken) => {
    const { place, found, content } = await loadBroken(broken);
    expect(found).toContain(`${place} ${broken.rule}`);
    expect(content).toBeUndefined();
  });
});

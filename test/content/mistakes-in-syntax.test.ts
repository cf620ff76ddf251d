import { describe, expect, test } from "@jest/globals";
import { type Break, loadBroken } from "./support/load-broken.ts";

const NU = "dialogs/signals/nu.yaml";

const CASES: Break[] = [
  { when: "a key is there twice", rule: "duplicate-key", file: NU, edits: [["order: 1", "order: 1\n@@order: 2"]] },
  {
    when: "a text holds a colon without quotes",
    rule: "yaml-syntax",
    file: NU,
    edits: [["text: Bel 112.", "text: @@Let op: bel 112."]],
  },
  { when: "a line starts with a tab", rule: "yaml-syntax", file: NU, edits: [["order: 1", "order: 1\n@@\torde: 2"]] },
  {
    when: "a quote is not closed",
    rule: "yaml-syntax",
    file: "dialogs/texts.yaml",
    edits: [["title: Hallo\n", 'title: "Hallo\n@@']],
  },
  {
    when: "a text starts with an exclamation mark",
    rule: "yaml-syntax",
    file: NU,
    edits: [["text: Bel 112.", "text: @@!Bel 112."]],
  },
  { when: "a text starts with a star", rule: "yaml-syntax", file: NU, edits: [["text: Bel 112.", "text: @@*Bel"]] },
  {
    when: "a card has a comma too many",
    rule: "json-syntax",
    file: "cards/danger-now.card.json",
    edits: [
      ["{", "@@{"],
      ['"AdaptiveCard"', '"AdaptiveCard",'],
    ],
  },
  {
    when: "a card lacks a quote",
    rule: "json-syntax",
    file: "cards/danger-now.card.json",
    edits: [['  "type"', '  @@type"']],
  },
  {
    when: "a card has a key twice",
    rule: "duplicate-key",
    file: "cards/danger-now.card.json",
    edits: [['"AdaptiveCard"', '"AdaptiveCard",\n  @@"type": "x"']],
  },
];

describe("a mistake in YAML or JSON", () => {
  test.each(CASES)("is reported at its place when $when", async (broken) => {
    const { place, found, content } = await loadBroken(broken);
    expect(found).toContain(`${place} ${broken.rule}`);
    expect(content).toBeUndefined();
  });
});

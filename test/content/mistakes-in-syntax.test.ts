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
    file: "dialogs/texts/common.yaml",
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
    when: "a line with --- drops what follows",
    rule: "yaml-syntax",
    file: "dialogs/danger/wapen.yaml",
    edits: [["zo klinkt het:\n", "zo klinkt het:\n  {}\n@@---\nzo klinkt het:\n"]],
  },
  {
    when: "a line with --- stands before the first key",
    rule: "yaml-syntax",
    file: "dialogs/texts/common.yaml",
    edits: [["weet-ik-niet", "---\n@@---\nweet-ik-niet"]],
  },
  {
    when: "a file goes on after its end mark",
    rule: "yaml-syntax",
    file: "dialogs/texts/common.yaml",
    edits: [["welcome:", "...\n@@welcome:"]],
  },
  {
    when: "a file begins with a directive",
    rule: "lost-text",
    file: NU,
    edits: [["group: nu", "@@%YAML 1.2\n---\ngroup: nu"]],
  },
  { when: "a text starts with an ampersand", rule: "yaml-syntax", file: NU, edits: [["Bel 112.", "@@&nu Bel 112."]] },
  {
    when: "a text starts with a lone exclamation mark",
    rule: "yaml-syntax",
    file: NU,
    edits: [["Bel 112.", "@@! Bel 112."]],
  },
  {
    when: "a text without quotes holds a hash",
    rule: "lost-text",
    file: NU,
    edits: [["Bel 112.", "Bel @@#vandaag 112."]],
  },
  {
    when: "a line of a list holds a hash",
    rule: "lost-text",
    file: "dialogs/commands.yaml",
    edits: [["[top 3]", "[top @@#3\n  ]"]],
  },
  {
    when: "the head of an article is cut in two",
    rule: "front-matter",
    file: "dialogs/knowledge/uitleg.md",
    edits: [
      ["walk: lang\n", "---\nwalk: lang\n"],
      ["---\nEen plan", "@@---\nEen plan"],
    ],
  },
  {
    when: "the head of an article holds a text of its own",
    rule: "front-matter",
    file: "dialogs/knowledge/uitleg.md",
    edits: [["walk: lang", "@@text: Een andere tekst.\nwalk: lang"]],
  },
  {
    when: "the head of an article holds a hash",
    rule: "lost-text",
    file: "dialogs/knowledge/uitleg.md",
    edits: [["title: Wat is een plan?", "title: Wat is @@#plan?"]],
  },
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

test("comments on lines of their own, after a key and behind quotes are no mistakes", async () => {
  const { content, found } = await loadBroken({
    file: NU,
    edits: [
      ["group: nu", "---\n# Boven\ngroup: 'nu' # na een tekst met aanhalingstekens"],
      ["signals:", "signals: # na een sleutel"],
    ],
  });
  expect(found).toEqual([]);
  expect(content).toBeDefined();
});

describe("a mistake in YAML or JSON", () => {
  test.each(CASES)("is reported at its place when $when", async (broken) => {
    const { place, found, content } = await loadBroken(broken);
    expect(found).toContain(`${place} ${broken.rule}`);
    expect(content).toBeUndefined();
  });
});

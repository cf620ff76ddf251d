import { describe, expect, test } from "@jest/globals";
import { type Break, loadBroken } from "./support/load-broken.ts";

const EXAMPLE = "dialogs/examples/gevaar.yaml";

const CASES: Break[] = [
  {
    when: "an example starts in a region that does not exist",
    rule: "unknown-region",
    file: EXAMPLE,
    edits: [["region: hier", "region: @@daar"]],
  },
  {
    when: "an example chooses a region that does not exist",
    rule: "unknown-region",
    file: EXAMPLE,
    edits: [["- start: lang", "- region: @@daar"]],
  },
  {
    when: "an example starts a flow that does not exist",
    rule: "unknown-flow",
    file: EXAMPLE,
    edits: [["start: lang", "start: @@kort"]],
  },
  {
    when: "an example starts at a phase that the flow does not have",
    rule: "unknown-phase",
    file: EXAMPLE,
    edits: [["start: lang", "start: lang\n    phase: @@herstel"]],
  },
  {
    when: "an example answers a question that does not exist",
    rule: "unknown-question",
    file: EXAMPLE,
    edits: [["      direct-gevaar: ja", "      gevaar: @@ja"]],
  },
  {
    when: "an example gives an answer that does not exist",
    rule: "unknown-option",
    file: EXAMPLE,
    edits: [["direct-gevaar: ja", "direct-gevaar: @@jawel"]],
  },
  {
    when: "an example clicks an old card with an answer that does not exist",
    rule: "unknown-option",
    file: EXAMPLE,
    edits: [["- start: lang", "- old-card: { question: plan, choose: @@misschien }"]],
  },
  {
    when: "an example reacts to a signal that does not exist",
    rule: "unknown-signal",
    file: EXAMPLE,
    edits: [["- start: lang", "- react: { rood: @@eens }"]],
  },
  {
    when: "an example expects a signal that does not exist",
    rule: "unknown-signal",
    file: EXAMPLE,
    edits: [["card: danger-now", "excludes: [alarm, @@rood]"]],
  },
  {
    when: "an example expects a question that does not exist",
    rule: "unknown-question",
    file: EXAMPLE,
    edits: [["card: danger-now", "question: @@plannen"]],
  },
  {
    when: "an example expects a card that does not exist",
    rule: "unknown-card",
    file: EXAMPLE,
    edits: [["card: danger-now", "card: @@danger"]],
  },
];

describe("a mistake in an example conversation", () => {
  test.each(CASES)("is reported at its place when $when", async (broken) => {
    const { place, found, content } = await loadBroken(broken);
    expect(found).toContain(`${place} ${broken.rule}`);
    expect(content).toBeUndefined();
  });
});
